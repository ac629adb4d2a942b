"use client";

import { startRegistration } from "@simplewebauthn/browser";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { passkeyWords } from "./passkey-words.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";

/** A name, the browser's own dialog, and the recovery codes where it is the first factor. */
export function PasskeySetup({ onDone }: { onDone: () => void }) {
  const api = useTRPC();
  const queryClient = useQueryClient();
  const start = useMutation(api.passkey.startAdding.mutationOptions());
  const add = useMutation(api.passkey.add.mutationOptions());
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const finish = () => {
    void queryClient.invalidateQueries({ queryKey: api.secondFactor.state.queryKey() });
    onDone();
  };
  const make = useMutation({
    mutationFn: async (name: string) => {
      const optionsJSON = await start.mutateAsync();
      return add.mutateAsync({ name, answer: await startRegistration({ optionsJSON }) });
    },
    onSuccess: ({ recoveryCodes }) => (recoveryCodes.length === 0 ? finish() : setCodes(recoveryCodes)),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    make.mutate(String(new FormData(event.currentTarget).get("name") ?? ""));
  };
  if (codes !== null) return <RecoveryCodes codes={codes} onKept={finish} />;
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <p className="text-ink-2">
        A passkey is kept by your telephone, computer or security key. It works at this address only, so no look-alike
        page can ask you for it.
      </p>
      <TextField
        label="What to call it"
        name="name"
        required
        maxLength={80}
        defaultValue="Passkey"
        hint="Such as the device that keeps it."
        autoComplete="off"
      />
      <FormNote error={make.error === null ? null : passkeyWords(make.error)} />
      <Button type="submit" variant="primary" size="large" busy={make.isPending}>
        Create passkey
      </Button>
    </form>
  );
}
