"use client";

import { PROBE_CHOICES, type ProbeDays } from "@heed/core/suppression/probe";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useShell } from "../shell/shell-data.ts";
import type { StoreDetails } from "./store-words.ts";
import { useAfterChange } from "./use-store-mutation.ts";

const WORDS: Readonly<Record<ProbeDays, string>> = {
  180: "One e-mail, half a year after the refusal",
  365: "One e-mail, a year after the refusal",
  730: "One e-mail, two years after the refusal",
};

/** Whether somebody who refused may ever be asked again. Off, unless an admin chooses. */
export function ProbePanel({ store }: { store: StoreDetails }) {
  const api = useTRPC();
  const { here } = useShell();
  const after = useAfterChange();
  const [wanted, setWanted] = useState<number | null>(store.probeAfterDays);
  const choice = PROBE_CHOICES.find((days) => days === wanted) ?? null;
  const said = choice === null ? "Nobody who refused is written to again." : "Who refused may get one e-mail again.";
  const save = useMutation(api.store.setProbe.mutationOptions(after(said)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ workspace: here.slug, store: store.id, afterDays: choice });
  };
  return (
    <Panel title="Buyers who refused">
      <form onSubmit={submit} className="flex flex-col gap-3 px-4 pt-2 pb-4">
        <p className="text-ink-2">
          Amazon tells nobody when a buyer allows messages again. If you choose so, such a buyer’s next order gets one
          e-mail after a long time. A new refusal starts the time anew. Writing to people who said no is at the store’s
          own risk, so never is the careful choice.
        </p>
        <div className="flex flex-wrap items-end gap-2">
          <SelectField
            label="Write again"
            name="probe"
            value={choice ?? ""}
            onChange={(event) => setWanted(event.target.value === "" ? null : Number(event.target.value))}
            className="min-w-64 flex-1"
          >
            <option value="">Never</option>
            {PROBE_CHOICES.map((days) => (
              <option key={days} value={days}>
                {WORDS[days]}
              </option>
            ))}
          </SelectField>
          <Button type="submit" size="large" busy={save.isPending} disabled={choice === store.probeAfterDays}>
            Save
          </Button>
        </div>
      </form>
    </Panel>
  );
}
