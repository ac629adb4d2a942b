import { isoOf } from "../marketplace/iso.ts";
import { PURPOSE_MEANINGS } from "../message/purpose.ts";
import type { OrderItem } from "../order/order.ts";
import { closesAllLanes, openToOptedOut } from "../suppression/opted-out.ts";
import { flowMismatch } from "./condition-facts.ts";
import type { StoreFacts } from "./facts.ts";
import { unmetPrecondition } from "./precondition.ts";
import type { OrderRuleCheck, RuleSubject } from "./rule.ts";

const SEND = ["send"] as const;

const stoppedItem: OrderRuleCheck = {
  id: "stopped_item",
  phases: SEND,
  check({ order, store }) {
    if (store.stoppedSkus.length === 0 && store.stoppedAsins.length === 0) return null;
    const item = order.items.find((candidate) => isStopped(candidate, store));
    return item === undefined ? null : { sku: item.sku, asin: item.asin };
  },
};

/** The same question as while planning, on fresh facts: condition, marketplaces, exclusions, anchor. */
const conditionNotMet: OrderRuleCheck = {
  id: "condition_not_met",
  phases: SEND,
  check: ({ order, send, slot }) =>
    send === null || slot !== "proactive"
      ? null
      : flowMismatch(send.flow, { order, repeatBuyer: send.buyer.repeatBuyer }),
};

/** Refuses only where no lane is left; that e-mail is closed to the buyer is for the choice of the lane. */
const buyerOptedOut: OrderRuleCheck = {
  id: "buyer_opted_out",
  phases: SEND,
  check({ purpose, store, send, slot }) {
    const optedOut = send?.buyer.optedOut ?? null;
    if (optedOut === null) return null;
    const open = openToOptedOut(purpose, slot === "proactive" ? "solicitation" : "typed", store.optedOutBuyers);
    return open ? null : { at: isoOf(optedOut.at.epochMilliseconds), noticeId: optedOut.noticeId };
  },
};

const aliasSuppressed: OrderRuleCheck = {
  id: "alias_suppressed",
  phases: SEND,
  check({ purpose, send }) {
    const suppressed = send?.buyer.suppressed ?? null;
    if (suppressed === null || PURPOSE_MEANINGS[purpose].critical || !closesAllLanes(suppressed.reason)) return null;
    return { reason: suppressed.reason, at: isoOf(suppressed.at.epochMilliseconds) };
  },
};

const approvalMissing: OrderRuleCheck = {
  id: "approval_missing",
  phases: SEND,
  check: ({ send }) => (send?.approval === "missing" ? { approval: "missing" } : null),
};

const actionNotOffered: OrderRuleCheck = {
  id: "action_not_offered",
  phases: SEND,
  check: (subject) => (isTyped(subject) && subject.send?.actionOffered === false ? { slot: subject.slot } : null),
};

const preconditionUnmet: OrderRuleCheck = {
  id: "precondition_not_met",
  phases: SEND,
  check: (subject) => (isTyped(subject) ? unmetPrecondition(subject.purpose, subject.order) : null),
};

/** The text of a typed message, judged again with the pack that is in force. */
const typedBlocked: OrderRuleCheck = {
  id: "template_blocked",
  phases: SEND,
  check(subject) {
    const findings = isTyped(subject) ? (subject.send?.typed?.findings ?? []) : [];
    const rules = new Set(findings.filter(({ severity }) => severity === "block").map(({ rule }) => rule));
    return rules.size === 0 ? null : { rules: [...rules].join(", ") };
  },
};

const quotaUsed: OrderRuleCheck = {
  id: "critical_quota",
  phases: SEND,
  check({ purpose, send }) {
    const quota = send?.criticalQuota ?? null;
    if (quota === null || !PURPOSE_MEANINGS[purpose].critical || quota.sent < quota.quota) return null;
    return { sent: quota.sent, quota: quota.quota };
  },
};

/** Checked at the moment of sending only: each of these facts may change back. */
export const SEND_RULE_CHECKS: readonly OrderRuleCheck[] = [
  buyerOptedOut,
  aliasSuppressed,
  conditionNotMet,
  stoppedItem,
  approvalMissing,
  actionNotOffered,
  preconditionUnmet,
  typedBlocked,
  quotaUsed,
];

function isTyped(subject: RuleSubject): boolean {
  return subject.slot !== "proactive";
}

function isStopped(item: OrderItem, store: StoreFacts): boolean {
  return store.stoppedSkus.includes(item.sku) || (item.asin !== null && store.stoppedAsins.includes(item.asin));
}
