import { isoOf } from "../marketplace/iso.ts";
import { PURPOSES, type Purpose } from "../message/message.ts";
import { PURPOSE_MEANINGS } from "../message/purpose.ts";
import { type TypedOperation, typedOperation } from "../message/typed-operation.ts";
import type { Order } from "../order/order.ts";
import { STATUS_MEANINGS } from "../order/order-status.ts";
import type { Reason } from "./decision.ts";
import type { BuyerFacts } from "./facts.ts";
import { needsTask, unmetPrecondition } from "./precondition.ts";

export interface ChoicesInput {
  readonly order: Order;
  readonly buyer: Pick<BuyerFacts, "optedOut">;
  /** Names of the typed messages that Amazon offers for the order; null while that is not known. */
  readonly actions: readonly string[] | null;
}

/** What can be done about an order for one purpose, and if nothing, why not. */
export type Choice = { readonly purpose: Purpose; readonly critical: boolean } & (
  | { readonly kind: "message"; readonly operation: TypedOperation; readonly notes: readonly Reason[] }
  | { readonly kind: "task"; readonly reason: Reason | null }
  | { readonly kind: "closed"; readonly reason: Reason }
);

/**
 * Every purpose but the review request, each with its one way. The first line that applies decides:
 *
 * | order                                        | choice                                           |
 * |----------------------------------------------|--------------------------------------------------|
 * | sold outside Amazon, cancelled               | closed                                           |
 * | address after shipping, question of a return | task in Seller Central                           |
 * | no occasion for the purpose                  | closed: precondition_not_met                     |
 * | opted-out buyer, purpose not critical        | closed: buyer_opted_out                          |
 * | Amazon does not offer the operation          | closed: action_not_offered                       |
 * | otherwise                                    | message; an opt-out that it passes is noted      |
 */
export function criticalChoices(input: ChoicesInput): readonly Choice[] {
  return PURPOSES.filter((purpose) => purpose !== "review_request").map((purpose) => choiceOf(purpose, input));
}

export function choiceOf(purpose: Purpose, { order, buyer, actions }: ChoicesInput): Choice {
  const { critical, operation: name } = PURPOSE_MEANINGS[purpose];
  const common = { purpose, critical };
  const dead = deadReason(order);
  if (dead !== null) return { ...common, kind: "closed", reason: dead };
  const unmet = unmetPrecondition(purpose, order);
  const reason: Reason | null = unmet && { rule: "precondition_not_met", result: "refused", facts: unmet };
  if (needsTask(purpose, order)) return { ...common, kind: "task", reason };
  if (reason !== null) return { ...common, kind: "closed", reason };
  const optedOut = optOutReason(buyer, critical);
  if (optedOut?.result === "refused") return { ...common, kind: "closed", reason: optedOut };
  const operation = typedOperation(name);
  if (operation === null || actions?.includes(operation.name) !== true) {
    const offered = { rule: "action_not_offered", result: "refused" as const, facts: { slot: `typed:${name}` } };
    return { ...common, kind: "closed", reason: offered };
  }
  return { ...common, kind: "message", operation, notes: optedOut === null ? [] : [optedOut] };
}

function deadReason({ channel, status, marketplaceId }: Order): Reason | null {
  if (channel !== "amazon") {
    return { rule: "not_amazon_channel", result: "refused", facts: { channel, marketplace: marketplaceId } };
  }
  return STATUS_MEANINGS[status].dead ? { rule: "cancelled", result: "refused", facts: { status } } : null;
}

/** A critical message passes the opt-out; the ledger says so, with the refusal that it passes. */
function optOutReason({ optedOut }: ChoicesInput["buyer"], critical: boolean): Reason | null {
  if (optedOut === null) return null;
  const facts = { at: isoOf(optedOut.at.epochMilliseconds), noticeId: optedOut.noticeId, critical };
  return { rule: "buyer_opted_out", result: critical ? "noted" : "refused", facts };
}
