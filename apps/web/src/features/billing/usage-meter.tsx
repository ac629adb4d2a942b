"use client";

import { Meter } from "@base-ui/react/meter";
import { cn } from "../../ui/cn.ts";
import { count } from "../number-words.ts";
import { type BillingOverview, dayOf } from "./billing-words.ts";

const WARN = 0.8;

/** What is used of what is included; beyond it, the part that is billed, hatched. */
export function UsageMeter({ billing }: { billing: BillingOverview }) {
  const { used, included, limit, standing } = billing;
  if (standing === "complimentary") return <p className="text-ink-2">{count(used)} messages this month; no limit.</p>;
  const over = Math.max(0, used - included);
  const share = included === 0 ? 1 : used / included;
  const told = `${count(used)} of ${count(included)} reached messages, resets on ${dayOf(billing.period.end)}`;
  return (
    <div>
      <Meter.Root
        value={Math.min(used, included)}
        max={Math.max(1, included)}
        aria-label="Messages of this period"
        aria-valuetext={told}
      >
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="text-small font-medium">Messages of this period</span>
          <span className="text-small text-ink-2 tabular-nums">
            {count(used)} of {count(included)} · resets on {dayOf(billing.period.end)}
          </span>
        </div>
        <Meter.Track className="mt-2 block h-1.5 overflow-hidden rounded-full bg-hover">
          <Meter.Indicator
            className={cn("block h-full min-w-1 rounded-full", share >= WARN ? "bg-mark-waiting" : "bg-accent")}
          />
        </Meter.Track>
      </Meter.Root>
      <p className="mt-2 text-small text-ink-2">{meterSentence({ over, share, limit, billing })}</p>
    </div>
  );
}

interface Told {
  readonly over: number;
  readonly share: number;
  readonly limit: number | null;
  readonly billing: BillingOverview;
}

function meterSentence({ over, share, limit, billing }: Told): string {
  if (limit !== null && billing.used >= limit) {
    return billing.limitedBy === "spending_cap"
      ? "The spending cap is reached: sending stops until the next period or a higher cap. Planning goes on."
      : "All messages are used: sending stops until the next period or a larger plan. Planning goes on.";
  }
  if (over > 0) return `${count(over)} beyond what the plan includes are billed.`;
  return share >= WARN ? "Nearly used up." : "Messages on their way count as used until they settle.";
}
