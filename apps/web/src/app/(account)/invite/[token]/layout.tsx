import type { ReactNode } from "react";
import { requireViewer } from "../../../../server/auth/require-viewer.ts";

/** Asked before the page begins to stream, so that people without a session get a real redirect. */
export default async function SignedInLayout({ children }: { children: ReactNode }) {
  await requireViewer();
  return children;
}
