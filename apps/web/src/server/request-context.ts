import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { cache } from "react";
import { getViewer } from "./auth/get-viewer.ts";
import { networkPart } from "./auth/request-origin.ts";
import { networkOf } from "./auth/sign-in-limit.ts";
import { services } from "./runtime.ts";
import type { RequestContext } from "./services.ts";
import { GUARDS } from "./trpc/guards.ts";

/** Context of the request being served; one for all procedures that it calls. */
export const requestContext = cache(
  async (): Promise<RequestContext> => ({
    services: services(),
    viewer: await getViewer(),
    requestId: randomUUID(),
    guards: GUARDS,
    network: networkPart(networkOf((await headers()).get("x-forwarded-for"))),
  }),
);
