"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { useShell } from "../shell/shell-data.ts";
import { plain } from "./invite-dialog.tsx";
import { LimitFields, type Limits } from "./limit-fields.tsx";
import type { Member } from "./member-list.tsx";
import { RoleField } from "./role-field.tsx";
import { useAfterTeamChange } from "./use-team-mutation.ts";

/** Role and stores of a member; taking out and handing ownership over ask once more. */
export function MemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const [role, setRole] = useState(member.role);
  const [limits, setLimits] = useState<Limits>(member);
  const [asking, setAsking] = useState<"remove" | "transfer" | null>(null);
  const change = useMutation(api.team.change.mutationOptions(useAfterTeamChange("Saved. It counts at once.", onClose)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ workspace: here.slug, userId: member.userId, role, ...plain(limits) });
  };
  if (asking !== null) return <Ask what={asking} member={member} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={member.name ?? member.email} className="max-w-md">
      <form onSubmit={submit} className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        <RoleField role={role} most={here.role} onChange={setRole} />
        <LimitFields limits={limits} onChange={setLimits} />
        <FormNote error={change.error?.message ?? null} />
        <Button type="submit" variant="primary" size="large" busy={change.isPending}>
          Save
        </Button>
        <div className="flex flex-wrap gap-2 border-t border-hairline pt-3">
          <Button onClick={() => setAsking("remove")}>Take out of the workspace</Button>
          {here.role === "owner" && member.role !== "owner" ? (
            <Button onClick={() => setAsking("transfer")}>Hand ownership over</Button>
          ) : null}
        </div>
      </form>
    </Dialog>
  );
}

interface AskProps {
  readonly what: "remove" | "transfer";
  readonly member: Member;
  readonly onClose: () => void;
}

const WORDS = {
  remove: {
    title: "Take out",
    action: "Take out",
    text: "sees nothing of this workspace any more, on open pages too.",
  },
  transfer: {
    title: "Hand ownership over",
    action: "Hand over",
    text: "becomes an owner. You become an admin and cannot undo that yourself.",
  },
} as const;

function Ask({ what, member, onClose }: AskProps) {
  const api = useTRPC();
  const { here } = useShell();
  const after = useAfterTeamChange(what === "remove" ? "Taken out." : "Ownership was handed over.", onClose);
  const remove = useMutation(api.team.remove.mutationOptions(after));
  const transfer = useMutation(api.team.transferOwnership.mutationOptions(after));
  const act = what === "remove" ? remove : transfer;
  const { title, action, text } = WORDS[what];
  return (
    <ConfirmDialog
      title={`${title}: ${member.email}`}
      action={action}
      busy={act.isPending}
      error={act.error?.message ?? null}
      onConfirm={() => act.mutate({ workspace: here.slug, userId: member.userId })}
      onClose={onClose}
    >
      <p className="break-words">
        {member.email} {text}
      </p>
    </ConfirmDialog>
  );
}
