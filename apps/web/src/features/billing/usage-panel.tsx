"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { count } from "../number-words.ts";
import { useShell } from "../shell/shell-data.ts";
import { type BillingOverview, dayOf, reconciliationSentence } from "./billing-words.ts";
import { dollars } from "./price-words.ts";
import { UsageMeter } from "./usage-meter.tsx";

export function UsagePanel({ billing }: { billing: BillingOverview }) {
  const { figures, use } = billing;
  const underWay = use.sent + use.sending + use.unknown;
  const told = reconciliationSentence(billing);
  const paid = billing.standing === "paid" || billing.standing === "grace" || billing.standing === "paused";
  return (
    <Panel title="Use" note={`${dayOf(billing.period.start)} to ${dayOf(billing.period.end)}`}>
      <div className="flex flex-col gap-5 px-4 pt-3 pb-4">
        <UsageMeter billing={billing} />
        <Alerts billing={billing} />
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          <Figure term="On their way" value={underWay} note="settle within three days" />
          <Figure term="Refused" value={figures.refused} note="never charged" />
          <Figure term="Credited" value={figures.credited} note="charged first, taken back" />
          <Figure term="Reached" value={figures.reached - figures.credited} note={paid ? "billed" : "counted"} />
        </dl>
        {told === null || !paid ? null : <p className="text-small text-ink-2">{told}</p>}
        {paid ? <SpendingCap key={billing.spendingCapMinor ?? "none"} billing={billing} /> : null}
      </div>
    </Panel>
  );
}

function Figure({ term, value, note }: { term: string; value: number; note: string }) {
  return (
    <div>
      <dt className="text-small text-ink-2">{term}</dt>
      <dd className="text-figure tabular-nums">{count(Math.max(0, value))}</dd>
      <dd className="text-small text-ink-3">{note}</dd>
    </div>
  );
}

function Alerts({ billing: { alerts, limitedBy } }: { billing: BillingOverview }) {
  const highest = alerts.toSorted((a, b) => b.share - a.share)[0];
  if (highest === undefined) return null;
  const of =
    highest.of === "limit" && limitedBy === "spending_cap" ? "the spending cap" : "the messages of this period";
  return (
    <p className="rounded-box bg-waiting-soft px-3 py-2 text-small text-waiting">
      {highest.share >= 100 ? `All of ${of} is used.` : `${highest.share} % of ${of} is used.`}
    </p>
  );
}

function SpendingCap({ billing }: { billing: BillingOverview }) {
  const { here } = useShell();
  const api = useTRPC();
  const queryClient = useQueryClient();
  const known = billing.spendingCapMinor;
  const [text, setText] = useState(known === null ? "" : String(known / 100));
  const set = useMutation(
    api.billing.setSpendingCap.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(api.billing.pathFilter()),
    }),
  );
  if (here.role !== "owner") {
    return <p className="text-small text-ink-2">Spending cap: {known === null ? "none" : dollars(known)}</p>;
  }
  const cents = Math.round(Number(text) * 100);
  const wrong = text !== "" && (!Number.isFinite(cents) || cents < 0 || cents > 10_000_000);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong) set.mutate({ workspace: here.slug, capMinor: text === "" ? null : cents });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-3">
      <TextField
        name="cap"
        label="Spending cap for further messages, in dollars"
        hint="Empty: no cap. At the cap sending stops; you are told at 80 and 100 %."
        error={wrong ? "Write an amount such as 25." : (set.error?.message ?? null)}
        inputMode="decimal"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="w-full max-w-96"
      />
      <Button type="submit" busy={set.isPending} className="mt-7 h-10">
        Set cap
      </Button>
    </form>
  );
}
