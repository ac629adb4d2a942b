"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { toast } from "sonner";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useShell } from "../shell/shell-data.ts";

type Facts = Outputs["client"]["report"];

const ZONES = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];

/** Off by default: nobody writes to a client's people before the agency says so. */
export function ReportSettings({ id, facts }: { id: string; facts: Facts }) {
  const [on, setOn] = useState(facts.on);
  const save = useSave();
  const listId = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const to = String(form.get("to") ?? "").split(/[\s,;]+/);
    save.mutate({ ...save.place, id, on, to: to.filter((one) => one !== ""), zone: String(form.get("zone") ?? "") });
  };
  return (
    <Panel title="By mail each Monday">
      <form onSubmit={submit} className="flex flex-col items-start gap-4 px-4 pt-1 pb-4">
        <label className="flex gap-2.5">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => setOn(event.target.checked)}
            className="mt-1 accent-accent"
          />
          <span>
            Send it
            <span className="block text-small text-ink-3">
              At eight in the morning of the zone below, about the week before.
            </span>
          </span>
        </label>
        <TextField
          label="To"
          name="to"
          defaultValue={facts.to.join(", ")}
          hint="Addresses with commas between them, up to 20."
          autoComplete="off"
          className="w-full"
        />
        <TextField label="Time zone" name="zone" list={listId} defaultValue={facts.zone} autoComplete="off" required />
        <datalist id={listId}>
          {ZONES.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <FormNote error={save.error?.message ?? null} />
        <Button type="submit" busy={save.isPending}>
          Save
        </Button>
      </form>
    </Panel>
  );
}

function useSave() {
  const api = useTRPC();
  const { here } = useShell();
  const queryClient = useQueryClient();
  const mutation = useMutation(
    api.client.setReport.mutationOptions({
      onSuccess: (_, { on }) => {
        toast(on ? "Saved. The next one goes out on Monday." : "Saved. No report goes out.");
        return queryClient.invalidateQueries(api.client.report.pathFilter());
      },
    }),
  );
  return { ...mutation, place: { workspace: here.slug } };
}
