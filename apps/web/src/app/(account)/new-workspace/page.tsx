import type { Metadata } from "next";
import { NewWorkspaceForm } from "../../../features/workspace/new-workspace-form.tsx";
import { requireViewer } from "../../../server/auth/require-viewer.ts";
import { ApiProvider } from "../../../trpc/client.tsx";

export const metadata: Metadata = { title: "New workspace" };

export default async function NewWorkspacePage() {
  await requireViewer();
  return (
    <ApiProvider>
      <h1 className="text-title">Make a workspace</h1>
      <p className="mt-1 text-ink-2">Stores, people and bills belong to a workspace. You can be in several.</p>
      <NewWorkspaceForm />
    </ApiProvider>
  );
}
