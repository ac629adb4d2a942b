import "server-only";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { Viewer } from "../services.ts";
import { authOptions } from "./options.ts";

/** Who is asking, or null. The one place that reads the session of a request. */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const session = await getServerSession(authOptions());
  return session?.viewer ?? null;
});
