"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Time } from "../../ui/time.tsx";
import { useShell } from "../shell/shell-data.ts";
import { OfferDialog } from "./offer-dialog.tsx";
import { ROLE_WORDS } from "./role-words.ts";
import { useLimitWords } from "./use-limit-words.ts";
import { useAfterTeamChange } from "./use-team-mutation.ts";

type Grant = Outputs["grant"]["list"][number];

/** Agencies that this workspace lets in, and offers that wait. */
export function GrantPanel() {
  const api = useTRPC();
  const { here } = useShell();
  const { data: grants } = useSuspenseQuery(api.grant.list.queryOptions({ workspace: here.slug }));
  const [offering, setOffering] = useState(false);
  const [revoking, setRevoking] = useState<Grant | null>(null);
  return (
    <Panel
      title="Agencies with access"
      note="Their people work here under their own accounts; all they do stands in the audit log."
      action={
        here.throughAgency === null ? (
          <Button size="small" onClick={() => setOffering(true)}>
            Let an agency in
          </Button>
        ) : null
      }
    >
      {grants.length === 0 ? (
        <p className="px-4 pt-1 pb-4 text-ink-2">No agency has access.</p>
      ) : (
        <ul className="mt-2">
          {grants.map((grant) => (
            <GrantLine key={grant.id} grant={grant} onRevoke={() => setRevoking(grant)} />
          ))}
        </ul>
      )}
      {offering ? <OfferDialog onClose={() => setOffering(false)} /> : null}
      {revoking === null ? null : <Revoke grant={revoking} onClose={() => setRevoking(null)} />}
    </Panel>
  );
}

function GrantLine({ grant, onRevoke }: { grant: Grant; onRevoke: () => void }) {
  const words = useLimitWords();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline px-4 py-2.5">
      <span className="min-w-0 flex-1 basis-48">
        <span className="block truncate font-medium">{grant.agencyName ?? grant.email}</span>
        <span className="block truncate text-small text-ink-2">
          {ROLE_WORDS[grant.role].title} · {words({ ...grant, clientIds: null })} ·{" "}
          {grant.acceptedAt === null ? "offered, not accepted yet" : "since "}
          {grant.acceptedAt === null ? null : <Time at={grant.acceptedAt.toString()} zone="UTC" />}
        </span>
      </span>
      <Button size="small" onClick={onRevoke}>
        Take back
      </Button>
    </li>
  );
}

function Revoke({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const revoke = useMutation(api.grant.revoke.mutationOptions(useAfterTeamChange("Access taken back.", onClose)));
  const name = grant.agencyName ?? grant.email;
  return (
    <ConfirmDialog
      title={`Take back the access of ${name}`}
      action="Take back"
      busy={revoke.isPending}
      error={revoke.error?.message ?? null}
      onConfirm={() => revoke.mutate({ workspace: here.slug, id: grant.id })}
      onClose={onClose}
    >
      <p className="break-words">Nobody of {name} gets in from now on; pages that they have open close at once.</p>
    </ConfirmDialog>
  );
}
