"use client";

import { startAuthentication } from "@simplewebauthn/browser";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { passkeyWords } from "./passkey-words.ts";

/** Gives the second factor by a passkey, in the browser's own dialog. */
export function PasskeyButton({ onGiven }: { onGiven: () => void }) {
  const api = useTRPC();
  const start = useMutation(api.passkey.startUsing.mutationOptions());
  const use = useMutation(api.passkey.use.mutationOptions());
  const give = useMutation({
    mutationFn: async () => {
      const optionsJSON = await start.mutateAsync();
      return use.mutateAsync({ answer: await startAuthentication({ optionsJSON }) });
    },
    onSuccess: onGiven,
  });
  return (
    <div className="mt-4 flex flex-col gap-2">
      <Button variant="primary" size="large" busy={give.isPending} onClick={() => give.mutate()}>
        Use a passkey
      </Button>
      <FormNote error={give.error === null ? null : passkeyWords(give.error)} />
    </div>
  );
}
