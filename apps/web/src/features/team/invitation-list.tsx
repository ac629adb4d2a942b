"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { Time } from "../../ui/time.tsx";
import { useShell } from "../shell/shell-data.ts";
import { ROLE_WORDS } from "./role-words.ts";
import { useLimitWords } from "./use-limit-words.ts";
import { useAfterTeamChange } from "./use-team-mutation.ts";

type Invitation = Outputs["team"]["invitations"][number];

/** People who were invited and have not come yet. */
export function InvitationList() {
  const api = useTRPC();
  const { here } = useShell();
  const { data: invitations } = useSuspenseQuery(api.team.invitations.queryOptions({ workspace: here.slug }));
  if (invitations.length === 0) return null;
  return (
    <Panel title="Invited" note="Each link works once, for the invited address alone.">
      <ul className="mt-2">
        {invitations.map((invitation) => (
          <InvitationLine key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Panel>
  );
}

function InvitationLine({ invitation }: { invitation: Invitation }) {
  const api = useTRPC();
  const { here } = useShell();
  const words = useLimitWords();
  const resend = useMutation(
    api.team.resend.mutationOptions(useAfterTeamChange("Sent again; the older link no longer works.")),
  );
  const revoke = useMutation(api.team.revoke.mutationOptions(useAfterTeamChange("Invitation taken back.")));
  const input = { workspace: here.slug, id: invitation.id };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline px-4 py-2.5">
      <span className="min-w-0 flex-1 basis-48">
        <span className="block truncate">{invitation.email}</span>
        <span className="block truncate text-small text-ink-2">
          {ROLE_WORDS[invitation.role].title} · {words(invitation)} · ends{" "}
          <Time at={invitation.expiresAt.toString()} zone="UTC" />
        </span>
      </span>
      <Button size="small" busy={resend.isPending} onClick={() => resend.mutate(input)}>
        Resend
      </Button>
      <Button size="small" busy={revoke.isPending} onClick={() => revoke.mutate(input)}>
        Revoke
      </Button>
      <FormNote error={resend.error?.message ?? revoke.error?.message ?? null} className="w-full" />
    </li>
  );
}
