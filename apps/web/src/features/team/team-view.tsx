"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { PageHeader, Panel } from "../../ui/page-header.tsx";
import { counted } from "../number-words.ts";
import { useShell } from "../shell/shell-data.ts";
import { GrantPanel } from "./grant-panel.tsx";
import { InvitationList } from "./invitation-list.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { MemberList } from "./member-list.tsx";

export function TeamView() {
  const api = useTRPC();
  const { here } = useShell();
  const [inviting, setInviting] = useState(false);
  const { data: members } = useSuspenseQuery(api.team.members.queryOptions({ workspace: here.slug }));
  const manages = here.role === "owner" || here.role === "admin";
  return (
    <>
      <PageHeader title="Team" count={counted(members.length, "person", "people")}>
        {manages ? (
          <Button variant="primary" onClick={() => setInviting(true)}>
            Invite
          </Button>
        ) : null}
      </PageHeader>
      <div className="flex flex-col gap-4">
        <Panel title="Members">
          <MemberList members={members} />
        </Panel>
        {manages ? <InvitationList /> : null}
        {manages ? <GrantPanel /> : null}
      </div>
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </>
  );
}
