"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Factor } from "./factor-list.tsx";

interface FactorDialogProps {
  readonly factor: Factor;
  readonly onClose: () => void;
}

export function RenameFactor({ factor, onClose }: FactorDialogProps) {
  const api = useTRPC();
  const rename = useMutation(api.secondFactor.rename.mutationOptions({ onSuccess: useAfterChange(onClose) }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    rename.mutate({ id: factor.id, name: String(new FormData(event.currentTarget).get("name") ?? "") });
  };
  return (
    <Dialog open onClose={onClose} title={`Rename ${factor.name}`} className="max-w-md">
      <form onSubmit={submit} className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        <TextField label="Name" name="name" required maxLength={80} defaultValue={factor.name} autoComplete="off" />
        <FormNote error={rename.error?.message ?? null} />
        <Button type="submit" variant="primary" size="large" busy={rename.isPending}>
          Save
        </Button>
      </form>
    </Dialog>
  );
}

export function RemoveFactor({ factor, onClose }: FactorDialogProps) {
  const api = useTRPC();
  const remove = useMutation(api.secondFactor.remove.mutationOptions({ onSuccess: useAfterChange(onClose) }));
  return (
    <ConfirmDialog
      title={`Remove ${factor.name}`}
      action="Remove"
      busy={remove.isPending}
      error={remove.error?.message ?? null}
      onConfirm={() => remove.mutate({ id: factor.id })}
      onClose={onClose}
    >
      <p>It works no more as your second factor. With the last one the recovery codes go too.</p>
    </ConfirmDialog>
  );
}

function useAfterChange(onClose: () => void): () => Promise<void> {
  const api = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await queryClient.invalidateQueries({ queryKey: api.secondFactor.state.queryKey() });
    onClose();
  };
}
