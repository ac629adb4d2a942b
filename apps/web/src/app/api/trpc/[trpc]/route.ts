import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { requestContext } from "../../../../server/request-context.ts";
import { appRouter } from "../../../../server/routers/app.ts";

function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({ endpoint: "/api/trpc", req: request, router: appRouter, createContext: requestContext });
}

export { handle as GET, handle as POST };
