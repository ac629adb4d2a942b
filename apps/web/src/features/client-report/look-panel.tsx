"use client";

import { FIRST_COLOUR } from "@heed/core/report/client-report";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { FormNote } from "../../ui/form-note.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useShell } from "../shell/shell-data.ts";

/** Under which name and colour the reports to all clients go out; nothing in them names Heed. */
export function LookPanel({ look }: { look: Outputs["client"]["report"]["look"] }) {
  const api = useTRPC();
  const { here } = useShell();
  const queryClient = useQueryClient();
  const [coloured, setColoured] = useState(look.colour !== null);
  const save = useMutation(
    api.client.setReportLook.mutationOptions({
      onSuccess: () => {
        toast("Saved for all clients.");
        return queryClient.invalidateQueries(api.client.report.pathFilter());
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const name = String(form.get("name") ?? "").trim();
    const colour = coloured ? String(form.get("colour") ?? FIRST_COLOUR).toLowerCase() : null;
    save.mutate({ workspace: here.slug, name: name === "" ? null : name, colour });
  };
  return (
    <Panel title="Name and colour" note="Of the reports to all clients.">
      <form onSubmit={submit} className="flex flex-col items-start gap-4 px-4 pt-1 pb-4">
        <TextField
          label="Name"
          name="name"
          maxLength={80}
          defaultValue={look.name ?? ""}
          placeholder={here.name}
          autoComplete="off"
          className="w-full"
        />
        <div className="flex flex-wrap items-center gap-4">
          <label className="flex items-center gap-2.5">
            <input
              type="checkbox"
              checked={coloured}
              onChange={(event) => setColoured(event.target.checked)}
              className="accent-accent"
            />
            A line in our colour
          </label>
          {coloured ? (
            <input type="color" name="colour" aria-label="Colour" defaultValue={look.colour ?? FIRST_COLOUR} />
          ) : null}
        </div>
        <FormNote error={save.error?.message ?? null} />
        <Button type="submit" busy={save.isPending}>
          Save
        </Button>
      </form>
    </Panel>
  );
}
