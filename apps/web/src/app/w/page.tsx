import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignOutButton } from "../../features/account/sign-out-button.tsx";
import { requireViewer } from "../../server/auth/require-viewer.ts";
import { call } from "../../trpc/server.tsx";

export const metadata: Metadata = { title: "Workspaces" };

/** The way in after signing in: on to the first workspace, where there is one. */
export default async function WorkspacesPage() {
  const viewer = await requireViewer("/w");
  const [first] = await call.workspace.list();
  if (first !== undefined) redirect(`/w/${first.slug}`);
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
