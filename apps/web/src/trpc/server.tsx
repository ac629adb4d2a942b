import "server-only";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cache, type ReactNode } from "react";
import { requestContext } from "../server/request-context.ts";
import { appRouter, createCaller } from "../server/routers/app.ts";
import { makeQueryClient } from "./query-client.ts";

export const getQueryClient = cache(makeQueryClient);

/** Options of queries for prefetching: `void getQueryClient().prefetchQuery(api.order.list.queryOptions(…))`. */
export const api = createTRPCOptionsProxy({ ctx: requestContext, router: appRouter, queryClient: getQueryClient });

/** Procedures as functions, for layouts that must know the answer before they draw. */
export const call = createCaller(requestContext);

/** Hands what was prefetched to the client components inside. */
export function HydrateApi({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
