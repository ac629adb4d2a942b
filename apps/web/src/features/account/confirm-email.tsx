"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { PageHeader } from "../../ui/page-header.tsx";

export function ConfirmEmail({ token }: { token: string }) {
  const api = useTRPC();
  const confirm = useMutation(api.account.confirmEmail.mutationOptions());
  if (confirm.data !== undefined) {
    return (
      <>
        <PageHeader title="Your address was changed" />
        <p className="break-words text-ink-2">From now on you sign in with {confirm.data.email}.</p>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Use this address from now on" />
      <FormNote error={confirm.error?.message ?? null} className="pb-3" />
      <Button
        variant="primary"
        size="large"
        busy={confirm.isPending}
        disabled={token.length < 20}
        onClick={() => confirm.mutate({ token })}
      >
        Confirm
      </Button>
    </>
  );
}
