"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { toast } from "sonner";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { StateMark } from "../../ui/state-mark.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useShell } from "../shell/shell-data.ts";
import { DomainRecords } from "./domain-records.tsx";
import type { StoreDetails } from "./store-words.ts";

type Domain = Outputs["sender"]["domains"][number];

/** The workspace's own domains, and which of them this store sends from. */
export function OwnDomainPanel({ store }: { store: StoreDetails }) {
  const api = useTRPC();
  const { here } = useShell();
  const { data: domains } = useQuery(api.sender.domains.queryOptions({ workspace: here.slug }));
  const { data: health } = useQuery(api.sender.health.queryOptions({ workspace: here.slug, store: store.id }));
  const used = health?.ownDomain?.id ?? null;
  return (
    <Panel title="Own domain">
      <div className="flex flex-col gap-4 px-4 pt-1 pb-4">
        <p className="text-ink-2">
          E-mails may go out from a domain of yours instead of ours. It has no ramp, and Amazon has to approve the new
          sender address before any e-mail goes.
        </p>
        {domains?.map((domain) => (
          <DomainEntry key={domain.id} domain={domain} store={store} used={used} />
        ))}
        <AddDomain />
      </div>
    </Panel>
  );
}

/** Pages of the stores and of the senders load again, and a line says what happened. */
function useDone(words: string) {
  const api = useTRPC();
  const queryClient = useQueryClient();
  return {
    onSuccess: async () => {
      toast(words);
      await queryClient.invalidateQueries(api.sender.pathFilter());
      await queryClient.invalidateQueries(api.store.pathFilter());
    },
    onError: (error: { readonly message: string }) => void toast.error(error.message),
  };
}

const STATES = {
  requested: { tone: "waiting", shape: "ring", word: "Being set up" },
  not_started: { tone: "waiting", shape: "dash", word: "Add the records" },
  pending: { tone: "waiting", shape: "ring", word: "Looking for the records" },
  verified: { tone: "reached", shape: "disc", word: "Verified" },
  failed: { tone: "refused", shape: "diamond", word: "Records not found" },
  refused: { tone: "refused", shape: "diamond", word: "Refused" },
  leaving: { tone: "rule", shape: "slash", word: "Leaving" },
} as const;

interface EntryProps {
  readonly domain: Domain;
  readonly store: StoreDetails;
  /** The domain that the store sends from. */
  readonly used: string | null;
}

function DomainEntry({ domain, store, used }: EntryProps) {
  return (
    <section aria-label={domain.name} className="flex flex-col gap-2 rounded-item border border-hairline p-3">
      <div className="flex flex-wrap items-center gap-3">
        <h3 className="font-mono font-medium">{domain.name}</h3>
        <StateMark {...STATES[domain.state]} />
        <Actions domain={domain} store={store} used={used} />
      </div>
      {domain.problem === null ? null : <p role="alert">{domain.problem}</p>}
      {domain.records.length === 0 ? null : (
        <DomainRecords records={domain.records} open={domain.state !== "verified"} />
      )}
    </section>
  );
}

function Actions({ domain, store, used }: EntryProps) {
  const api = useTRPC();
  const { here } = useShell();
  const [removing, setRemoving] = useState(false);
  const place = { workspace: here.slug, store: store.id };
  const check = useMutation(api.sender.checkDomain.mutationOptions(useDone("Looking for the records")));
  const isUsed = used === domain.id;
  const words = isUsed ? `${store.name} sends from our domain again` : `${store.name} sends from ${domain.name}`;
  const choose = useMutation(api.sender.chooseDomain.mutationOptions(useDone(words)));
  const unchecked = domain.state === "not_started" || domain.state === "failed";
  return (
    <span className="ml-auto flex flex-wrap gap-2">
      {unchecked ? (
        <Button
          size="small"
          busy={check.isPending}
          onClick={() => check.mutate({ workspace: here.slug, domainId: domain.id })}
        >
          Check the records
        </Button>
      ) : null}
      {domain.state === "verified" ? (
        <Button
          size="small"
          busy={choose.isPending}
          onClick={() => choose.mutate({ ...place, domainId: isUsed ? null : domain.id })}
        >
          {isUsed ? "Use our domain again" : "Use for this store"}
        </Button>
      ) : null}
      <Button size="small" variant="ghost" onClick={() => setRemoving(true)}>
        Remove<span className="sr-only"> {domain.name}</span>
      </Button>
      {removing ? <RemoveDomain domain={domain} onClose={() => setRemoving(false)} /> : null}
    </span>
  );
}

function RemoveDomain({ domain, onClose }: { domain: Domain; onClose: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const done = useDone(`${domain.name} removed`);
  const remove = useMutation(
    api.sender.removeDomain.mutationOptions({
      ...done,
      onSuccess: async () => {
        onClose();
        await done.onSuccess();
      },
    }),
  );
  return (
    <Dialog open onClose={onClose} title={`Remove ${domain.name}`} className="max-w-md">
      <div className="flex flex-col gap-4 px-4 pb-4">
        <p>
          Stores that send from it go back to our domain, and Amazon has to approve that sender address again before
          e-mails go.
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep it</Button>
          <Button
            variant="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate({ workspace: here.slug, domainId: domain.id })}
          >
            Remove
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function AddDomain() {
  const api = useTRPC();
  const { here } = useShell();
  const [name, setName] = useState("");
  const add = useMutation(
    api.sender.addDomain.mutationOptions({ ...useDone("The domain is being set up"), onError: () => undefined }),
  );
  useEffect(() => {
    if (add.isSuccess) setName("");
  }, [add.isSuccess]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate({ workspace: here.slug, name });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-2">
      <TextField
        label="Domain"
        name="domain"
        placeholder="mail.example.com"
        autoComplete="off"
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={add.error?.message ?? null}
        className="min-w-64 flex-1"
      />
      <Button type="submit" size="large" busy={add.isPending} className="mt-6.5">
        Add domain
      </Button>
    </form>
  );
}
