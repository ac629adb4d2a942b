import { cookies } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { AppShell } from "../../../features/shell/app-shell.tsx";
import { RAIL_COOKIE } from "../../../features/shell/rail.ts";
import { requireViewer } from "../../../server/auth/require-viewer.ts";
import { orNotFound } from "../../../server/or-not-found.ts";
import { ApiProvider } from "../../../trpc/client.tsx";
import { call } from "../../../trpc/server.tsx";

interface Props {
  readonly params: Promise<{ workspace: string }>;
  readonly children: ReactNode;
}

export default async function WorkspaceLayout({ params, children }: Props) {
  const { workspace } = await params;
  await requireViewer();
  const here = await orNotFound(call.workspace.current({ workspace }));
  const [workspaces, stores, cookieJar, payment] = await Promise.all([
    call.workspace.list(),
    call.store.list({ workspace }),
    cookies(),
    here.role === "owner" ? call.billing.notice({ workspace }) : null,
  ]);
  return (
    <ApiProvider>
      <NuqsAdapter>
        <AppShell data={{ here, workspaces, stores, payment }} narrow={cookieJar.get(RAIL_COOKIE)?.value === "narrow"}>
          {children}
        </AppShell>
      </NuqsAdapter>
    </ApiProvider>
  );
}
