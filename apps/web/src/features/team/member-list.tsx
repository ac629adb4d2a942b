"use client";

import { useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { useShell } from "../shell/shell-data.ts";
import { MemberDialog } from "./member-dialog.tsx";
import { ROLE_WORDS } from "./role-words.ts";
import { useLimitWords } from "./use-limit-words.ts";

export type Member = Outputs["team"]["members"][number];

export function MemberList({ members }: { members: readonly Member[] }) {
  const { here } = useShell();
  const words = useLimitWords();
  const [open, setOpen] = useState<Member | null>(null);
  const manages = here.role === "owner" || here.role === "admin";
  return (
    <>
      <ul className="mt-2">
        {members.map((member) => (
          <li
            key={member.userId}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-hairline px-4 py-2.5"
          >
            <span className="min-w-0 flex-1 basis-48">
              <span className="block truncate font-medium">{member.name ?? member.email}</span>
              <span className="block truncate text-small text-ink-2">
                {member.name === null ? words(member) : `${member.email} · ${words(member)}`}
              </span>
            </span>
            <Badge tone={member.role === "owner" ? "accent" : "neutral"}>{ROLE_WORDS[member.role].title}</Badge>
            {manages ? (
              <Button size="small" aria-label={`Change ${member.email}`} onClick={() => setOpen(member)}>
                Change
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open === null ? null : <MemberDialog member={open} onClose={() => setOpen(null)} />}
    </>
  );
}
