import { type ConditionResult, type ConditionSubject, evaluateCondition, fieldValues } from "../flow/condition.ts";
import type { FlowVersion } from "../flow/flow.ts";
import type { ReasonFacts } from "./rule.ts";

/** Why a flow is not for an order: its marketplaces, its exclusions, its anchor or its condition; null when it is. */
export function flowMismatch(flow: FlowVersion, subject: ConditionSubject): ReasonFacts | null {
  return (
    marketplaceFacts(flow, subject) ??
    exclusionFacts(flow, subject) ??
    anchorFacts(flow, subject) ??
    leafFacts(flow, subject)
  );
}

function leafFacts(flow: FlowVersion, subject: ConditionSubject): ReasonFacts | null {
  return conditionFacts(flow, evaluateCondition(flow.condition, subject), subject);
}

function marketplaceFacts(flow: FlowVersion, { order }: ConditionSubject): ReasonFacts | null {
  if (flow.marketplaceIds === "all" || flow.marketplaceIds.includes(order.marketplaceId)) return null;
  return { ...named(flow), field: "marketplace", saw: order.marketplaceId };
}

function exclusionFacts(flow: FlowVersion, { order }: ConditionSubject): ReasonFacts | null {
  const { exclusions } = flow;
  if (exclusions === undefined) return null;
  for (const { sku, asin } of order.items) {
    if (exclusions.skus.includes(sku)) return { ...named(flow), field: "sku", excluded: true, saw: sku };
    if (asin !== null && exclusions.asins.includes(asin)) {
      return { ...named(flow), field: "asin", excluded: true, saw: asin };
    }
  }
  return null;
}

/** A message that counts from a return is for returned orders only. */
function anchorFacts(flow: FlowVersion, { order }: ConditionSubject): ReasonFacts | null {
  const fromReturn = flow.steps.length > 0 && flow.steps.every(({ anchor }) => anchor === "returned");
  if (!fromReturn || order.aftermath.returnedAt !== null) return null;
  return { ...named(flow), field: "returned", saw: "false" };
}

/** The leaf that failed and what the order had instead; null when the condition was met. */
function conditionFacts(flow: FlowVersion, result: ConditionResult, subject: ConditionSubject): ReasonFacts | null {
  if (result.met) return null;
  if (result.leaf === null) return named(flow);
  const { field, op, value } = result.leaf;
  const saw = fieldValues(field, subject).map(String).join(", ");
  return { ...named(flow), field, op, value, expected: result.expected, saw };
}

function named(flow: FlowVersion) {
  return { flow: flow.flowKey, version: flow.version };
}
