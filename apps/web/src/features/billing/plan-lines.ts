import type { Interval, Plan } from "@heed/core/billing/plans";
import { count } from "../number-words.ts";
import { per, roomFor, unitPrice } from "./price-words.ts";

/** What a plan holds, line by line; the same words on the billing page and in the public price table. */
export function linesOf(plan: Plan, interval: Interval): readonly string[] {
  const included = interval === "year" ? plan.included * 12 : plan.included;
  const [first, ...more] = plan.tiers;
  return [
    `${count(included)} reached messages ${per(interval)}`,
    first === undefined
      ? "Then sending stops; planning goes on"
      : `Further ones ${more.length > 0 ? "from " : ""}${unitPrice(first.unitMilli)} each${more.length > 0 ? `, down to ${unitPrice(more.at(-1)?.unitMilli ?? 0)}` : ""}`,
    asLine(roomFor(plan.stores, "store", "stores")),
    asLine(roomFor(plan.members, "person", "people")),
    ...(plan.experiments ? ["Experiments"] : []),
    ...(plan.clientLabels ? ["An invoicing label for each client"] : []),
  ];
}

const asLine = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
