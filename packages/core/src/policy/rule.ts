import type { Marketplace } from "../marketplace/marketplaces.ts";
import type { KnownMessage, Lane, Purpose, Slot } from "../message/message.ts";
import type { Order } from "../order/order.ts";
import type { OrderRule, Phase, Reason } from "./decision.ts";
import type { SendFacts, StoreFacts } from "./facts.ts";

export type ReasonFacts = Reason["facts"];

/** What a rule of the order may look at. */
export interface RuleSubject {
  readonly order: Order;
  readonly store: StoreFacts;
  /** Null for a marketplace that we do not know. */
  readonly marketplace: Marketplace | null;
  readonly slot: Slot;
  readonly purpose: Purpose;
  /** The lane that the message was planned for; null while planning. */
  readonly lane: Lane | null;
  /** Other messages of the order. */
  readonly known: readonly KnownMessage[];
  /** Fresh facts; null while planning. */
  readonly send: SendFacts | null;
}

/** A rule that refuses or lets pass; what makes a message wait stands in waits.ts. */
export interface OrderRuleCheck {
  readonly id: OrderRule;
  /** `plan`: facts that cannot change back. Everything is checked again at `send`. */
  readonly phases: readonly Phase[];
  /** The facts that refuse the message, or null when it passes. */
  check(subject: RuleSubject): ReasonFacts | null;
}

/** All refusals of a phase, in the order of the rules. */
export function refusals(rules: readonly OrderRuleCheck[], phase: Phase, subject: RuleSubject): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const rule of rules) {
    if (!rule.phases.includes(phase)) continue;
    const facts = rule.check(subject);
    if (facts !== null) reasons.push({ rule: rule.id, result: "refused", facts });
  }
  return reasons;
}
