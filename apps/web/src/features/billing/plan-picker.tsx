"use client";

import { type Interval, isPaidPlan, type PaidPlanId, PLAN_IDS, PLANS, type Plan } from "@heed/core/billing/plans";
import { cheapest, estimates } from "@heed/core/billing/price";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useState } from "react";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/cn.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { count } from "../number-words.ts";
import { useShell } from "../shell/shell-data.ts";
import type { BillingOverview } from "./billing-words.ts";
import { PlanDialog } from "./plan-dialog.tsx";
import { linesOf } from "./plan-lines.ts";
import { dollars, per, price } from "./price-words.ts";

const INTERVAL = parseAsStringLiteral(["month", "year"] as const).withDefault("month");

/** All plans beside each other, each with what the last 30 days would have cost in it. */
export function PlanPicker({ billing }: { billing: BillingOverview }) {
  const { here } = useShell();
  const [interval] = useQueryState("interval", INTERVAL);
  const [chosen, setChosen] = useState<PaidPlanId | null>(null);
  const costs = estimates(billing.reachedLast30Days, interval);
  const best = cheapest(costs);
  const page = `/w/${here.slug}/billing`;
  return (
    <section aria-label="Plans">
      <div className="flex flex-wrap items-center justify-between gap-3 pt-6 pb-3">
        <h2 className="text-section">Plans</h2>
        <Segmented
          label="Billing interval"
          current={interval}
          segments={[
            { key: "month", label: "Monthly", href: page },
            { key: "year", label: "Yearly, two months free", href: `${page}?interval=year` },
          ]}
        />
      </div>
      <p className="pb-3 text-small text-ink-2">
        In the last 30 days {count(billing.reachedLast30Days)} messages reached a buyer. A message that the buyer
        refused is not paid for; a solicitation counts as one and cannot be credited, since Amazon never tells whether
        it was refused.
      </p>
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-5">
        {PLAN_IDS.map((id) => (
          <PlanCard
            key={id}
            plan={PLANS[id]}
            interval={interval}
            monthMinor={costs.find(({ plan }) => plan === id)?.monthMinor ?? null}
            fits={id === best}
            state={cardState(billing, id, interval)}
            onChoose={here.role === "owner" && isPaidPlan(id) ? () => setChosen(id) : null}
          />
        ))}
      </div>
      {chosen === null ? null : (
        <PlanDialog billing={billing} plan={chosen} interval={interval} onClose={() => setChosen(null)} />
      )}
    </section>
  );
}

type CardState = "current" | "next" | "other";

function cardState(billing: BillingOverview, id: Plan["id"], shown: Interval): CardState {
  switch (billing.standing) {
    case "trial":
      return "other";
    case "free":
      return id === "free" ? "current" : "other";
    case "complimentary":
      return billing.plan === id ? "current" : "other";
    default:
      return paidState(billing, id, shown);
  }
}

function paidState({ plan, interval, next }: BillingOverview, id: Plan["id"], shown: Interval): CardState {
  if (next?.plan === id && next.interval === shown) return "next";
  return plan === id && interval === shown ? "current" : "other";
}

interface PlanCardProps {
  readonly plan: Plan;
  readonly interval: Interval;
  readonly monthMinor: number | null;
  readonly fits: boolean;
  readonly state: CardState;
  readonly onChoose: (() => void) | null;
}

function PlanCard({ plan, interval, monthMinor, fits, state, onChoose }: PlanCardProps) {
  const amount = plan.price === null ? 0 : plan.price[interval];
  return (
    <article
      aria-label={plan.name}
      className={cn(
        "flex flex-col gap-3 rounded-box border border-hairline bg-surface p-4",
        state === "current" && "border-accent",
      )}
    >
      <Title name={plan.name} state={state} fits={fits} />
      <p className="text-small text-ink-2">{plan.forWhom}</p>
      <p>
        <span className="text-figure tabular-nums">{price(amount)}</span>{" "}
        <span className="text-small text-ink-2">{plan.price === null ? "" : per(interval)}</span>
      </p>
      <Cost monthMinor={monthMinor} />
      <ul className="flex flex-1 flex-col gap-1 text-small text-ink-2">
        {linesOf(plan, interval).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {onChoose === null || state === "current" ? null : (
        <Button variant={fits ? "primary" : "secondary"} onClick={onChoose}>
          Choose {plan.name}
        </Button>
      )}
    </article>
  );
}

function Title({ name, state, fits }: { name: string; state: CardState; fits: boolean }) {
  return (
    <div className="flex min-h-5 flex-wrap items-center gap-2">
      <h3 className="font-semibold">{name}</h3>
      {state === "current" ? <Badge tone="accent">Your plan</Badge> : null}
      {state === "next" ? <Badge tone="waiting">Next period</Badge> : null}
      {fits ? <Badge tone="neutral">Fits your use</Badge> : null}
    </div>
  );
}

function Cost({ monthMinor }: { monthMinor: number | null }) {
  if (monthMinor === null) {
    return <p className="text-small text-ink-2">Your last 30 days would not fit: sending would have stopped.</p>;
  }
  return (
    <p className="text-small">
      Your last 30 days would cost <span className="font-medium tabular-nums">{dollars(monthMinor)}</span>
    </p>
  );
}
