import type { Metadata } from "next";
import { SignOutButton } from "../../../features/account/sign-out-button.tsx";
import { requireViewer } from "../../../server/auth/require-viewer.ts";

export const metadata: Metadata = { title: "Workspaces" };

export default async function NoWorkspacePage() {
  const viewer = await requireViewer();
  return (
    <main className="mx-auto flex max-w-reading flex-col items-start gap-3 px-6 py-16">
      <h1 className="text-title">No workspace yet</h1>
      <p className="text-ink-2">
        You are signed in as {viewer.email}, which is not a member of any workspace. Ask a colleague to add this
        address, or sign in with another one.
      </p>
      <SignOutButton />
    </main>
  );
}
