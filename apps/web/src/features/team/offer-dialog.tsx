"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useShell } from "../shell/shell-data.ts";
import { ROLE_WORDS } from "./role-words.ts";
import { StoreFields } from "./store-fields.tsx";
import { useAfterTeamChange } from "./use-team-mutation.ts";

const ROLES = ["manager", "admin", "approver", "viewer"] as const;
type Offered = (typeof ROLES)[number];

export function OfferDialog({ onClose }: { onClose: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const [role, setRole] = useState<Offered>("manager");
  const [storeIds, setStoreIds] = useState<readonly string[] | null>(null);
  const offer = useMutation(
    api.grant.offer.mutationOptions(useAfterTeamChange("Offer sent. It is valid for two weeks.", onClose)),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get("email") ?? "");
    offer.mutate({ workspace: here.slug, email, role, storeIds: storeIds === null ? null : [...storeIds] });
  };
  return (
    <Dialog open onClose={onClose} title="Let an agency in" className="max-w-md">
      <form onSubmit={submit} className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        <TextField
          label="Address of somebody at the agency"
          name="email"
          type="email"
          required
          autoComplete="off"
          hint="They get a mail and accept it for their workspace. Nobody gets in before that."
        />
        <SelectField
          label="Most they may do"
          name="role"
          value={role}
          hint={ROLE_WORDS[role].text}
          onChange={(event) => setRole(ROLES.find((one) => one === event.target.value) ?? role)}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {ROLE_WORDS[one].title}
            </option>
          ))}
        </SelectField>
        <StoreFields storeIds={storeIds} onChange={setStoreIds} />
        <FormNote error={offer.error?.message ?? null} />
        <Button
          type="submit"
          variant="primary"
          size="large"
          busy={offer.isPending}
          disabled={storeIds !== null && storeIds.length === 0}
        >
          Send offer
        </Button>
      </form>
    </Dialog>
  );
}
