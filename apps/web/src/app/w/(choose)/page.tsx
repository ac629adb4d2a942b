import type { Metadata } from "next";
import Link from "next/link";
import { SignOutButton } from "../../../features/account/sign-out-button.tsx";
import { DeletedWorkspaces } from "../../../features/workspace/deleted-workspaces.tsx";
import { requireViewer } from "../../../server/auth/require-viewer.ts";
import { ApiProvider } from "../../../trpc/client.tsx";
import { call } from "../../../trpc/server.tsx";
import { buttonClass } from "../../../ui/button.tsx";

export const metadata: Metadata = { title: "Workspaces" };

export default async function NoWorkspacePage() {
  const viewer = await requireViewer();
  return (
    <main className="mx-auto flex max-w-reading flex-col items-start gap-3 px-6 py-16">
      <h1 className="text-title">No workspace yet</h1>
      <p className="text-ink-2">
        You are signed in as {viewer.email}, which is not a member of any workspace. Make one, or ask a colleague to
        invite this address.
      </p>
      <ApiProvider>
        <DeletedWorkspaces deleted={await call.workspace.deleted()} />
      </ApiProvider>
      <div className="mt-2 flex flex-wrap gap-2">
        <Link href="/new-workspace" className={buttonClass("primary")}>
          Make a workspace
        </Link>
        <Link href="/account/profile" className={buttonClass("secondary")}>
          Your account
        </Link>
        <SignOutButton />
      </div>
    </main>
  );
}
