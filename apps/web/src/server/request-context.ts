import "server-only";
import { randomUUID } from "node:crypto";
import { cache } from "react";
import { getViewer } from "./auth/get-viewer.ts";
import { services } from "./runtime.ts";
import type { RequestContext } from "./services.ts";

/** Context of the request being served; one for all procedures that it calls. */
export const requestContext = cache(
  async (): Promise<RequestContext> => ({
    services: services(),
    viewer: await getViewer(),
    requestId: randomUUID(),
  }),
);
