import Link from "next/link";
import type { ReactNode } from "react";
import { AccountNav } from "../../features/account/account-nav.tsx";
import { StepUpDialog } from "../../features/second-factor/step-up-dialog.tsx";
import { requireViewer } from "../../server/auth/require-viewer.ts";
import { ApiProvider } from "../../trpc/client.tsx";
import { Toaster } from "../../ui/toaster.tsx";
import { Wordmark } from "../../ui/wordmark.tsx";

/** Pages about the person and not about a workspace. */
export default async function AccountPagesLayout({ children }: { children: ReactNode }) {
  await requireViewer();
  return (
    <ApiProvider>
      <div className="mx-auto flex min-h-dvh w-full max-w-reading flex-col px-6 pb-16 max-sm:px-3">
        <header className="flex items-center gap-4 py-5">
          <Link href="/w" aria-label="Heed, your workspaces">
            <Wordmark />
          </Link>
          <Link href="/w" className="ml-auto text-small text-ink-2 underline-offset-2 hover:underline">
            Back to your workspaces
          </Link>
        </header>
        <AccountNav />
        <main className="pt-2">{children}</main>
      </div>
      <StepUpDialog />
      <Toaster />
    </ApiProvider>
  );
}
