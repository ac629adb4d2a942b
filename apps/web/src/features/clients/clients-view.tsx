"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button, buttonClass } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { IntentLink } from "../../ui/intent-link.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { counted } from "../number-words.ts";
import { useShell } from "../shell/shell-data.ts";
import { ClientDialog } from "./client-dialog.tsx";
import { LeaveGrant } from "./leave-grant.tsx";
import { StoreLine } from "./store-line.tsx";

export type Board = Outputs["client"]["portfolio"][number];
export type Client = Outputs["client"]["list"][number];

/** All workspaces that this agency looks after, what needs somebody first; below, the clients with their stores. */
export function ClientsView() {
  const api = useTRPC();
  const { here } = useShell();
  const input = { workspace: here.slug };
  const { data: boards } = useSuspenseQuery(api.client.portfolio.queryOptions(input));
  const { data: clients } = useSuspenseQuery(api.client.list.queryOptions(input));
  const [open, setOpen] = useState<Client | "new" | null>(null);
  const manages = here.role === "owner" || here.role === "admin";
  return (
    <>
      <PageHeader title="Clients" count={counted(clients.length, "client")}>
        {manages ? (
          <Button variant="primary" onClick={() => setOpen("new")}>
            New client
          </Button>
        ) : null}
      </PageHeader>
      <div className="flex flex-col gap-4">
        <Workspaces boards={boards} manages={manages} />
        {clients.map((client) => (
          <ClientPanel key={client.id} client={client} boards={boards} onChange={() => setOpen(client)} />
        ))}
        <ClientPanel client={null} boards={boards} />
      </div>
      {open === null ? null : <ClientDialog client={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function Workspaces({ boards, manages }: { boards: readonly Board[]; manages: boolean }) {
  if (boards.length === 0) {
    return (
      <EmptyState
        title="No stores to look after yet"
        text="Ask a client to let your agency in: in their workspace under Team, by your address. Or connect a store here."
        ghosts
      />
    );
  }
  return (
    <Panel title="Workspaces" note="Over the last 24 hours; what needs somebody first.">
      <ul className="mt-2">
        {boards.map((board) => (
          <li
            key={board.workspace.id}
            className="flex flex-wrap items-center gap-x-6 gap-y-1 border-t border-hairline px-4 py-2.5"
          >
            <a
              href={`/w/${board.workspace.slug}`}
              className="min-w-0 flex-1 basis-48 truncate font-medium hover:underline"
            >
              {board.workspace.name}
            </a>
            <Figure value={board.needsYou} words="need you" strong />
            <Figure value={board.sent} words="sent" />
            <Figure value={board.waiting} words="waiting" />
            <Figure value={board.refused} words="refused by buyer" />
            {board.grantId === null || !manages ? null : (
              <LeaveGrant grantId={board.grantId} name={board.workspace.name} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Figure({ value, words, strong = false }: { value: number; words: string; strong?: boolean }) {
  return (
    <span className="text-small whitespace-nowrap text-ink-2">
      <b className={`tabular-nums ${strong && value > 0 ? "text-waiting" : "font-medium text-ink"}`}>{value}</b> {words}
    </span>
  );
}

interface ClientPanelProps {
  /** Null: the stores of no client. */
  readonly client: Client | null;
  readonly boards: readonly Board[];
  readonly onChange?: () => void;
}

function ClientPanel({ client, boards, onChange }: ClientPanelProps) {
  const { here } = useShell();
  const stores = boards.flatMap(({ workspace, stores: all }) =>
    all.filter(({ clientId }) => clientId === (client?.id ?? null)).map((store) => ({ ...store, workspace })),
  );
  if (client === null && stores.length === 0) return null;
  const manages = here.role === "owner" || here.role === "admin";
  return (
    <Panel
      title={client?.name ?? "Of no client"}
      note={[counted(stores.length, "store"), client?.invoicingLabel].filter(Boolean).join(" · ")}
      action={
        client === null ? null : (
          <span className="flex gap-2">
            <IntentLink
              href={`/w/${here.slug}/clients/${client.id}`}
              aria-label={`Weekly report of ${client.name}`}
              className={buttonClass("secondary", "small")}
            >
              Weekly report
            </IntentLink>
            {manages ? (
              <Button size="small" aria-label={`Change client ${client.name}`} onClick={onChange}>
                Change
              </Button>
            ) : null}
          </span>
        )
      }
    >
      <ul className="mt-2">
        {stores.map((store) => (
          <StoreLine key={store.id} store={store} clientId={client?.id ?? null} />
        ))}
      </ul>
    </Panel>
  );
}
