"use client";

import { explainReason } from "@heed/core/policy/explain-reason";
import { Badge } from "../../ui/badge.tsx";
import { cn } from "../../ui/cn.ts";
import { marketplaceLook } from "../marketplace/marketplace.tsx";
import { PURPOSE_WORDS } from "../message/message-words.ts";
import { PURPOSE_HINTS } from "./critical-words.ts";
import type { CriticalOrder } from "./order-writer.tsx";

export type Choice = CriticalOrder["choices"][number];

interface ChoiceListProps {
  readonly order: CriticalOrder;
  readonly chosen: string | null;
  readonly onChoose: (purpose: string) => void;
}

/** What is possible for the order, and below it, with the reason, what is not. */
export function ChoiceList({ order, chosen, onChoose }: ChoiceListProps) {
  const open = order.choices.filter(({ kind }) => kind !== "closed");
  const closed = order.choices.filter(({ kind }) => kind === "closed");
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <fieldset>
        <legend className="pb-2 font-semibold">What it is for</legend>
        <div className="flex flex-col gap-1">
          {open.length === 0 ? <p className="text-ink-2">Nothing can be sent for this order now.</p> : null}
          {open.map((choice) => (
            <Open key={choice.purpose} choice={choice} checked={choice.purpose === chosen} onChoose={onChoose} />
          ))}
        </div>
      </fieldset>
      <Closed choices={closed} zone={marketplaceLook(order.order.marketplaceId).zone} />
    </div>
  );
}

interface OpenProps {
  readonly choice: Choice;
  readonly checked: boolean;
  readonly onChoose: (purpose: string) => void;
}

function Open({ choice: { purpose, critical, kind }, checked, onChoose }: OpenProps) {
  return (
    <label
      className={cn(
        "flex cursor-pointer gap-2.5 rounded-item border border-hairline px-3 py-2 hover:bg-hover",
        checked && "border-accent bg-accent-soft",
      )}
    >
      <input
        type="radio"
        name="purpose"
        value={purpose}
        checked={checked}
        onChange={() => onChoose(purpose)}
        className="mt-1 accent-accent"
      />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{PURPOSE_WORDS[purpose]}</span>
          {critical ? <Badge tone="accent">Critical</Badge> : null}
          {kind === "task" ? <Badge>In Seller Central</Badge> : null}
        </span>
        <span className="block text-small text-ink-2">{PURPOSE_HINTS[purpose]}</span>
      </span>
    </label>
  );
}

function Closed({ choices, zone }: { choices: readonly Choice[]; zone: string }) {
  if (choices.length === 0) return null;
  return (
    <details open className="group">
      <summary className="focus-inset rounded-badge font-semibold">Not possible now</summary>
      <ul className="mt-1 divide-y divide-hairline">
        {choices.map((choice) =>
          choice.kind !== "closed" ? null : (
            <li key={choice.purpose} className="py-1.5">
              <span className="block">{PURPOSE_WORDS[choice.purpose]}</span>
              <span className="block text-small text-ink-2">{explainReason(choice.reason, zone).sentence}</span>
            </li>
          ),
        )}
      </ul>
    </details>
  );
}
