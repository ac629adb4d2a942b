import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Viewer } from "../services.ts";
import { getViewer } from "./get-viewer.ts";

/** Set by proxy.ts: the path and query that were asked for. */
export const PATH_HEADER = "x-heed-path";

/** Who is asking; people without a session are sent to sign in. */
export async function requireViewer(): Promise<Viewer> {
  return (await getViewer()) ?? toSignIn();
}

/** To the sign-in page, and back from there to the address that was asked for. */
export async function toSignIn(): Promise<never> {
  redirect(`/sign-in?next=${encodeURIComponent(await askedPath())}`);
}

/** To the page that asks for the second factor, and back. */
export async function toStepUp(): Promise<never> {
  redirect(`/account/step-up?next=${encodeURIComponent(await askedPath())}`);
}

async function askedPath(): Promise<string> {
  return (await headers()).get(PATH_HEADER) ?? "/w";
}
