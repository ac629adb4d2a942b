"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { useShell } from "../shell/shell-data.ts";
import { useAfterChange } from "./use-store-mutation.ts";

/** Takes a do-not-contact list in, as a file or pasted. */
export function ImportList({ storeId }: { storeId: string }) {
  const api = useTRPC();
  const id = useId();
  const { here } = useShell();
  const after = useAfterChange();
  const take = useMutation(
    api.store.importDoNotContact.mutationOptions({ ...after("The list is taken in."), onError: () => undefined }),
  );
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get("file");
    const text = file instanceof File && file.size > 0 ? await file.text() : String(form.get("text") ?? "");
    if (text.trim() !== "") take.mutate({ workspace: here.slug, store: storeId, text });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <label htmlFor={id} className="text-small font-medium">
        Do-not-contact list
      </label>
      <textarea
        id={id}
        name="text"
        rows={3}
        spellCheck={false}
        aria-describedby={`${id}-note`}
        placeholder="111-1234567-1234567"
        className="w-full rounded-box border border-control bg-surface px-3 py-2 font-mono text-small placeholder:text-ink-3"
      />
      <p id={`${id}-note`} className="text-small text-ink-3">
        Order ids or buyers' relay addresses, one a line, or a CSV file of another tool (up to 20,000 lines). These
        buyers are never asked, also for later orders.
      </p>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <input
          type="file"
          name="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label="File with the list"
          className="min-w-0 text-small file:mr-2 file:h-8 file:rounded-item file:border file:border-hairline file:bg-surface file:px-3"
        />
        <Button type="submit" busy={take.isPending}>
          Take the list in
        </Button>
      </div>
      <ImportAnswer data={take.data} error={take.error?.message ?? null} />
    </form>
  );
}

function ImportAnswer({
  data,
  error,
}: {
  data: Outputs["store"]["importDoNotContact"] | undefined;
  error: string | null;
}) {
  if (error !== null)
    return (
      <p role="alert" className="text-small text-refused">
        {error}
      </p>
    );
  if (data === undefined) return null;
  const { orders, buyers, named, unreadable } = data;
  const known = named - orders - buyers;
  return (
    <p role="status" className="text-small text-ink-2">
      {orders} orders and {buyers} buyers are new{known > 0 ? `, ${known} were known` : ""}.
      {unreadable.length === 0 ? "" : ` Not understood: ${unreadable.length} lines (${firstOf(unreadable)}).`}
    </p>
  );
}

const SHOWN = 5;

function firstOf(lines: readonly number[]): string {
  const first = lines.slice(0, SHOWN).join(", ");
  return lines.length > SHOWN ? `${first}, …` : first;
}
