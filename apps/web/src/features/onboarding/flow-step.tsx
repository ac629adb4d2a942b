"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { useShell } from "../shell/shell-data.ts";
import type { StoreDetails } from "../stores/store-words.ts";
import { useAfterChange } from "../stores/use-store-mutation.ts";
import { FlowCounts } from "./flow-counts.tsx";

/** While the first sync runs, orders come in by themselves: look again this often. */
const LOOK_AGAIN_MS = 5_000;

/** The built-in flow with the planner's own numbers; confirming it ends the dry run. */
export function FlowStep({ store, onNext }: { store: StoreDetails; onNext: () => void }) {
  const api = useTRPC();
  const { here } = useShell();
  const after = useAfterChange();
  const place = { workspace: here.slug, store: store.id };
  const counts = useQuery(
    api.onboarding.firstFlow.queryOptions(place, {
      refetchInterval: store.lastSyncAt === null ? LOOK_AGAIN_MS : false,
    }),
  );
  const { onSuccess } = after("The flow is on.");
  const confirm = useMutation(
    api.onboarding.confirmFirstFlow.mutationOptions({ onSuccess: () => onSuccess().then(onNext) }),
  );
  const [orders, setOrders] = useState<"new" | "open">("new");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ ...place, orders });
  };
  return (
    <Panel title="Request a review, seven days after delivery">
      <form onSubmit={submit} className="flex flex-col gap-4 px-4 pt-1 pb-4">
        <p className="text-ink-2">
          When an order should have been <strong className="text-ink">delivered</strong>, Heed waits{" "}
          <strong className="text-ink">seven days</strong> and sends, between 9:00 and 20:00 where the marketplace is,{" "}
          <strong className="text-ink">one review request</strong> by Amazon's own request. Cancelled and replaced
          orders, and buyers who refused, are left alone.
        </p>
        <FlowCounts counts={counts.data} error={counts.error?.message ?? null} syncing={store.lastSyncAt === null} />
        <OrdersChoice value={orders} onChange={setOrders} open={openOf(counts.data)} />
        {confirm.error === null ? null : (
          <p role="alert" className="text-small text-refused">
            {confirm.error.message}
          </p>
        )}
        <Button type="submit" variant="primary" size="large" busy={confirm.isPending}>
          {store.firstFlowAt === null ? "Confirm the flow and leave the dry run" : "Confirm again"}
        </Button>
      </form>
    </Panel>
  );
}

type Counts = Parameters<typeof FlowCounts>[0]["counts"];

const openOf = (counts: Counts): number | null =>
  counts === undefined ? null : Object.values(counts.planned).reduce((sum, count) => sum + count, 0);

interface OrdersChoiceProps {
  readonly value: "new" | "open";
  readonly onChange: (value: "new" | "open") => void;
  readonly open: number | null;
}

function OrdersChoice({ value, onChange, open }: OrdersChoiceProps) {
  const words = open === null ? "those whose window is still open" : `the ${open} whose window is still open`;
  const choices = [
    ["new", "Only orders from the cut-over date on", "Choose this if another tool asked for reviews until now."],
    [
      "open",
      `Also earlier orders, ${words}`,
      "Each order is asked once, by Amazon's own rule; what was asked before is refused.",
    ],
  ] as const;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1.5 text-small font-medium">Which orders?</legend>
      {choices.map(([key, label, hint]) => (
        <label key={key} className="flex min-h-10 items-start gap-2 rounded-box border border-hairline px-3 py-2">
          <input
            type="radio"
            name="orders"
            checked={value === key}
            onChange={() => onChange(key)}
            className="mt-1 accent-accent"
          />
          <span>
            {label}
            <span className="block text-small text-ink-3">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
