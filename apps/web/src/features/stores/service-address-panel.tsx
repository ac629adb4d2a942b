"use client";

import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useShell } from "../shell/shell-data.ts";
import type { StoreDetails } from "./store-words.ts";
import { useAfterChange } from "./use-store-mutation.ts";

/** Where buyers' answers go: a person of that mailbox has to agree. */
export function ServiceAddressPanel({ store }: { store: StoreDetails }) {
  const api = useTRPC();
  const { here } = useShell();
  const after = useAfterChange();
  const ask = useMutation(
    api.store.askServiceAddress.mutationOptions({
      ...after("A mail with a link is on its way there."),
      onError: () => undefined,
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const address = String(new FormData(event.currentTarget).get("address"));
    ask.mutate({ workspace: here.slug, store: store.id, address });
  };
  return (
    <Panel title="Customer-service address" action={<Confirmed store={store} />}>
      <form onSubmit={submit} className="flex flex-wrap items-start gap-2 px-4 pt-1 pb-4">
        <p className="w-full text-ink-2">
          Buyers may answer an e-mail. Their answers are forwarded here unread. Somebody who reads this mailbox confirms
          by a link; e-mails cannot be switched on before.
        </p>
        <TextField
          label="E-mail address"
          name="address"
          type="email"
          required
          defaultValue={store.serviceAddress ?? ""}
          error={ask.error?.message ?? null}
          className="min-w-64 flex-1"
        />
        <Button type="submit" size="large" busy={ask.isPending} className="mt-6.5">
          Send the link
        </Button>
      </form>
    </Panel>
  );
}

function Confirmed({ store }: { store: StoreDetails }) {
  return store.serviceAddressConfirmed ? (
    <StateMark tone="reached" shape="disc" word="Confirmed" />
  ) : (
    <StateMark tone="rule" shape="dash" word="Not confirmed" />
  );
}
