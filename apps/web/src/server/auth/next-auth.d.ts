import "next-auth";
import type { Viewer } from "../services.ts";

declare module "next-auth" {
  interface Session {
    /** Set by the session callback; the browser gets it from no route of ours but its own. */
    viewer?: Viewer;
  }
}
