"use client";

import type { Role } from "@heed/core/tenant/role";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { PlanLink } from "../billing/plan-link.tsx";
import { useShell } from "../shell/shell-data.ts";
import { LimitFields, type Limits, NO_LIMITS } from "./limit-fields.tsx";
import { RoleField } from "./role-field.tsx";
import { useAfterTeamChange } from "./use-team-mutation.ts";

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const [role, setRole] = useState<Role>("manager");
  const [limits, setLimits] = useState<Limits>(NO_LIMITS);
  const invite = useMutation(
    api.team.invite.mutationOptions(useAfterTeamChange("Invitation sent. It is valid for seven days.", onClose)),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "");
    invite.mutate({ workspace: here.slug, email, role, ...plain(limits) });
  };
  return (
    <Dialog open onClose={onClose} title="Invite somebody" className="max-w-md">
      <form onSubmit={submit} className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        <TextField label="E-mail address" name="email" type="email" required autoComplete="off" />
        <RoleField role={role} most={here.role} onChange={setRole} />
        <LimitFields limits={limits} onChange={setLimits} />
        <FormNote error={invite.error?.message ?? null} />
        <PlanLink error={invite.error} />
        <Button type="submit" variant="primary" size="large" busy={invite.isPending}>
          Send invitation
        </Button>
      </form>
    </Dialog>
  );
}

export const plain = ({ storeIds, clientIds }: Limits) => ({
  storeIds: storeIds === null ? null : [...storeIds],
  clientIds: clientIds === null ? null : [...clientIds],
});
