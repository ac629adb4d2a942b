"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useShell } from "../shell/shell-data.ts";
import { type BillingOverview, CANCEL_WORDS, dayOf, planName } from "./billing-words.ts";
import { Fault } from "./plan-dialog.tsx";

type Reason = keyof typeof CANCEL_WORDS;

export function CancelDialog({ billing, onClose }: { billing: BillingOverview; onClose: () => void }) {
  const { here } = useShell();
  const api = useTRPC();
  const queryClient = useQueryClient();
  const cancel = useMutation(
    api.billing.cancel.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(api.billing.pathFilter());
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const comment = String(form.get("comment") ?? "").trim();
    const reason = String(form.get("reason")) as Reason;
    cancel.mutate({ workspace: here.slug, reason, comment: comment === "" ? null : comment });
  };
  return (
    <Dialog open onClose={onClose} title={`Cancel ${planName(billing.plan)} of ${here.name}`} className="max-w-120">
      <form onSubmit={submit} className="flex flex-col gap-4 overflow-y-auto px-4 pb-4">
        <p>
          Everything goes on until {dayOf(billing.period.end)}. Then the workspace is Free: 50 messages a month; orders,
          ledger and refusals stay. You can undo this until then.
        </p>
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1.5 text-small font-medium">Why do you leave?</legend>
          {Object.entries(CANCEL_WORDS).map(([value, words]) => (
            <label key={value} className="flex min-h-8 items-center gap-2">
              <input type="radio" name="reason" value={value} required className="accent-accent" />
              {words}
            </label>
          ))}
        </fieldset>
        <label className="flex flex-col gap-1.5">
          <span className="text-small font-medium">What should we have done? (optional)</span>
          <textarea
            name="comment"
            rows={3}
            maxLength={500}
            className="rounded-box border border-control bg-surface px-3 py-2"
          />
        </label>
        <Fault error={cancel.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Keep {planName(billing.plan)}</Button>
          <Button type="submit" variant="danger" busy={cancel.isPending}>
            Cancel subscription
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
