import "server-only";
import { redirect } from "next/navigation";
import type { Viewer } from "../services.ts";
import { getViewer } from "./get-viewer.ts";

/** Who is asking; people without a session are sent to sign in and come back to `path`. */
export async function requireViewer(path: string): Promise<Viewer> {
  const viewer = await getViewer();
  if (viewer === null) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return viewer;
}
