"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useShell } from "../shell/shell-data.ts";
import { useAfterTeamChange } from "../team/use-team-mutation.ts";
import type { Client } from "./clients-view.tsx";

interface ClientDialogProps {
  /** Null: a new one. */
  readonly client: Client | null;
  readonly onClose: () => void;
}

export function ClientDialog({ client, onClose }: ClientDialogProps) {
  const api = useTRPC();
  const { here } = useShell();
  const [removing, setRemoving] = useState(false);
  const after = useAfterTeamChange("Saved.", onClose);
  const create = useMutation(api.client.create.mutationOptions(after));
  const rename = useMutation(api.client.rename.mutationOptions(after));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = { workspace: here.slug, name: String(new FormData(event.currentTarget).get("name") ?? "") };
    if (client === null) create.mutate(input);
    else rename.mutate({ ...input, id: client.id });
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
        <FormNote error={create.error?.message ?? rename.error?.message ?? null} />
        <Button type="submit" variant="primary" size="large" busy={create.isPending || rename.isPending}>
          Save
        </Button>
        {client === null ? null : <Button onClick={() => setRemoving(true)}>Remove this client</Button>}
      </form>
    </Dialog>
  );
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
