"use client";

import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useShell } from "../shell/shell-data.ts";
import { ImportList } from "./import-list.tsx";
import type { StoreDetails } from "./store-words.ts";
import { useAfterChange } from "./use-store-mutation.ts";

/** For people who come from another tool: from when on Heed asks, and whom it never asks. */
export function MovingInPanel({ store }: { store: StoreDetails }) {
  return (
    <Panel title="Moving in">
      <div className="flex flex-col gap-4 px-4 pt-2 pb-4">
        <CutOver store={store} />
        <DryRun store={store} />
        <ImportList storeId={store.id} />
      </div>
    </Panel>
  );
}

const dayOf = ({ cutOverAt }: StoreDetails): string => cutOverAt.toString().slice(0, 10);

function CutOver({ store }: { store: StoreDetails }) {
  const api = useTRPC();
  const { here } = useShell();
  const after = useAfterChange();
  const move = useMutation(api.store.setCutOver.mutationOptions(after("The cut-over date is changed.")));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const day = String(new FormData(event.currentTarget).get("day"));
    move.mutate({ workspace: here.slug, store: store.id, at: `${day}T00:00:00Z` });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-2">
      <TextField
        label="Cut-over date"
        name="day"
        type="date"
        required
        key={dayOf(store)}
        defaultValue={dayOf(store)}
        hint="Orders bought before this day (UTC) stay without messages: another tool may have asked already."
        className="min-w-64 flex-1"
      />
      <Button type="submit" size="large" busy={move.isPending} className="mt-6.5">
        Save
      </Button>
    </form>
  );
}

function DryRun({ store: { id, dryRun, firstFlowAt } }: { store: StoreDetails }) {
  const api = useTRPC();
  const { here } = useShell();
  const after = useAfterChange();
  const words = dryRun ? "Messages go out from now on." : "Dry run: nothing goes out.";
  const turn = useMutation(api.store.setDryRun.mutationOptions(after(words)));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="min-w-64 flex-1">
        <span className="font-medium">Dry run</span>
        <span className="block text-small text-ink-3">
          {dryRun
            ? firstFlowAt === null
              ? "On until the first flow is confirmed. Everything is decided and written down, and nothing goes out."
              : "On. Everything is decided and written down, and nothing goes out."
            : "Off. Messages go out."}
        </span>
      </p>
      <Button
        busy={turn.isPending}
        disabled={dryRun && firstFlowAt === null}
        onClick={() => turn.mutate({ workspace: here.slug, store: id, dryRun: !dryRun })}
      >
        {dryRun ? "Leave dry run" : "Start a dry run"}
      </Button>
    </div>
  );
}
