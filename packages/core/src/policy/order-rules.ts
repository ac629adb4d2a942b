import { isoOf } from "../marketplace/iso.ts";
import type { KnownMessage, Slot } from "../message/message.ts";
import { PURPOSE_MEANINGS } from "../message/purpose.ts";
import { holdsSlot } from "../message/state.ts";
import { isCancelRequested } from "../order/cancel-request.ts";
import { STATUS_MEANINGS } from "../order/order-status.ts";
import type { OrderRuleCheck } from "./rule.ts";

const PLAN_AND_SEND = ["plan", "send"] as const;

const notAmazonChannel: OrderRuleCheck = {
  id: "not_amazon_channel",
  phases: PLAN_AND_SEND,
  check: ({ order, marketplace }) =>
    order.channel === "amazon" && marketplace !== null
      ? null
      : { channel: order.channel, marketplace: order.marketplaceId, known: marketplace !== null },
};

/** A request to cancel stops what is not critical at once; the seller may still refuse it, so it closes nothing for good. */
const cancelled: OrderRuleCheck = {
  id: "cancelled",
  phases: PLAN_AND_SEND,
  check({ order, purpose }) {
    if (STATUS_MEANINGS[order.status].dead) return { status: order.status };
    if (PURPOSE_MEANINGS[purpose].critical || !isCancelRequested(order)) return null;
    return { status: order.status, requested: true };
  },
};

/** The buyer was asked about the original order already. */
const replacement: OrderRuleCheck = {
  id: "replacement",
  phases: PLAN_AND_SEND,
  check: ({ order, slot }) => (slot === "proactive" && order.replacement ? { replacement: true } : null),
};

/** Older orders may have been asked for a review by the tool that the store used before. */
const beforeCutOver: OrderRuleCheck = {
  id: "before_cut_over",
  phases: PLAN_AND_SEND,
  check({ order, store, slot }) {
    const [purchased, cutOver] = [order.purchasedAt.epochMilliseconds, store.cutOverAt.epochMilliseconds];
    if (slot !== "proactive" || purchased >= cutOver) return null;
    return { purchasedAt: isoOf(purchased), cutOverAt: isoOf(cutOver) };
  },
};

/** Amazon: only one request per order. A message that is only planned gives way while planning. */
const slotTaken: OrderRuleCheck = {
  id: "slot_taken",
  phases: PLAN_AND_SEND,
  check({ known, slot, send }) {
    const holder = slotHolder(known, slot, send === null);
    return holder === undefined ? null : { state: holder.state, lane: holder.lane, final: holder.final };
  },
};

export const ORDER_RULE_CHECKS: readonly OrderRuleCheck[] = [
  notAmazonChannel,
  cancelled,
  replacement,
  beforeCutOver,
  slotTaken,
];

function slotHolder(known: readonly KnownMessage[], slot: Slot, planning: boolean): KnownMessage | undefined {
  return known.find((message) => {
    if (message.slot !== slot || (planning && message.state === "planned")) return false;
    return message.final || holdsSlot(message.state);
  });
}
