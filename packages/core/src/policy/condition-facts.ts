import { type ConditionResult, type ConditionSubject, fieldValues } from "../flow/condition.ts";
import type { FlowVersion } from "../flow/flow.ts";
import type { ReasonFacts } from "./rule.ts";

/** The leaf that failed and what the order had instead; null when the condition was met. */
export function conditionFacts(
  flow: FlowVersion,
  result: ConditionResult,
  subject: ConditionSubject,
): ReasonFacts | null {
  if (result.met) return null;
  const named = { flow: flow.flowKey, version: flow.version };
  if (result.leaf === null) return named;
  const { field, op, value } = result.leaf;
  const saw = fieldValues(field, subject).map(String).join(", ");
  return { ...named, field, op, value, expected: result.expected, saw };
}
