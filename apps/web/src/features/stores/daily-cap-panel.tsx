"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { counted } from "../number-words.ts";
import { useShell } from "../shell/shell-data.ts";
import { CapMeter } from "./cap-meter.tsx";
import type { StoreDetails } from "./store-words.ts";

/** Far above what Amazon would let anybody send; the router refuses more. */
const HIGHEST = 100_000;

/** How many proactive messages a store may send in 24 hours: by its orders, or a number of its own. */
export function DailyCapPanel({ store }: { store: StoreDetails }) {
  const [wanted, setWanted] = useState(store.ownDailyCap === null ? "" : String(store.ownDailyCap));
  const save = useSaveCap(store);
  const own = wanted.trim() === "" ? null : Number(wanted);
  const wrong = own !== null && !(Number.isInteger(own) && own >= 0 && own <= HIGHEST);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong) save.set(own);
  };
  return (
    <Panel title="Messages a day">
      <form onSubmit={submit} className="flex flex-col gap-3 px-4 pt-2 pb-4">
        <p className="text-ink-2">
          Amazon limits proactive messages by the orders of a store. Heed counts e-mails and non-critical typed messages
          of the last 24 hours; Amazon’s own requests do not count. What goes beyond waits for its turn. Left empty, the
          cap is four times the average of a day’s orders in the last week, and {counted(store.dailyCapBase, "message")}{" "}
          more.
        </p>
        <CapMeter {...store.cap} />
        <div className="flex flex-wrap items-end gap-2">
          <TextField
            label="Cap of your own"
            name="cap"
            inputMode="numeric"
            placeholder={String(store.cap.of)}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            error={wrong ? `A whole number from 0 to ${HIGHEST.toLocaleString("en")}, or nothing.` : null}
            className="min-w-48 flex-1"
          />
          <Button type="submit" size="large" busy={save.busy} disabled={wrong || own === store.ownDailyCap}>
            Save
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function useSaveCap(store: StoreDetails) {
  const api = useTRPC();
  const { here } = useShell();
  const queryClient = useQueryClient();
  const { mutate, isPending } = useMutation(
    api.amazon.setDailyCap.mutationOptions({
      onSuccess: async ({ cap }) => {
        toast(cap === null ? "The cap follows the orders." : `At most ${counted(cap, "message")} in 24 hours.`);
        await queryClient.invalidateQueries(api.store.pathFilter());
      },
      onError: (error) => void toast.error(error.message),
    }),
  );
  return { busy: isPending, set: (cap: number | null) => mutate({ workspace: here.slug, store: store.id, cap }) };
}
