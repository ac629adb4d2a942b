"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { PlanLink } from "../billing/plan-link.tsx";
import { useShell } from "../shell/shell-data.ts";
import { useAfterTeamChange } from "../team/use-team-mutation.ts";
import type { Client } from "./clients-view.tsx";

interface ClientDialogProps {
  /** Null: a new one. */
  readonly client: Client | null;
  readonly onClose: () => void;
}

export function ClientDialog({ client, onClose }: ClientDialogProps) {
  const [removing, setRemoving] = useState(false);
  const { save, error } = useSave(client, onClose);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const label = String(form.get("label") ?? "").trim();
    save.mutate({ name: String(form.get("name") ?? ""), label: label === "" ? null : label });
  };
  if (removing && client !== null) return <Remove client={client} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} title={client?.name ?? "New client"} className="max-w-md">
      <form onSubmit={submit} className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        <TextField
          label="Name"
          name="name"
          required
          maxLength={80}
          defaultValue={client?.name ?? ""}
          autoComplete="off"
        />
        {client === null ? null : <InvoicingLabel label={client.invoicingLabel} />}
        <FormNote error={error?.message ?? null} />
        <PlanLink error={error} />
        <Button type="submit" variant="primary" size="large" busy={save.isPending}>
          Save
        </Button>
        {client === null ? null : <Button onClick={() => setRemoving(true)}>Remove this client</Button>}
      </form>
    </Dialog>
  );
}

function InvoicingLabel({ label }: { label: string | null }) {
  return (
    <TextField
      label="Invoicing label (optional)"
      name="label"
      maxLength={80}
      defaultValue={label ?? ""}
      placeholder="Cost centre or order number"
      hint="Stands beside the client in the use by client, its CSV and on your invoices. Part of the Agency plan."
      autoComplete="off"
    />
  );
}

interface Written {
  readonly name: string;
  readonly label: string | null;
}

/** The label goes first: the plan may refuse it, and then nothing is half saved. */
function useSave(client: Client | null, onClose: () => void) {
  const api = useTRPC();
  const { here } = useShell();
  const create = useMutation(api.client.create.mutationOptions());
  const rename = useMutation(api.client.rename.mutationOptions());
  const relabel = useMutation(api.client.label.mutationOptions());
  const save = useMutation({
    mutationFn: async ({ name, label }: Written) => {
      const place = { workspace: here.slug };
      if (client === null) return void (await create.mutateAsync({ ...place, name }));
      const { id, invoicingLabel } = client;
      if (label !== invoicingLabel) await relabel.mutateAsync({ ...place, id, label });
      if (name !== client.name) await rename.mutateAsync({ ...place, id, name });
    },
    ...useAfterTeamChange("Saved.", onClose),
  });
  return { save, error: create.error ?? relabel.error ?? rename.error };
}

function Remove({ client, onClose }: { client: Client; onClose: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const remove = useMutation(api.client.remove.mutationOptions(useAfterTeamChange("Client removed.", onClose)));
  return (
    <ConfirmDialog
      title={`Remove the client ${client.name}`}
      action="Remove"
      busy={remove.isPending}
      error={remove.error?.message ?? null}
      onConfirm={() => remove.mutate({ workspace: here.slug, id: client.id })}
      onClose={onClose}
    >
      <p>Its stores stay as they are. People who were limited to this client see its stores no more.</p>
    </ConfirmDialog>
  );
}
