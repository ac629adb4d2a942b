import { marketplaceById } from "../marketplace/marketplaces.ts";
import type { ConditionLeaf } from "./condition.ts";
import { FIELD_MEANINGS, OP_WORDS } from "./fields.ts";
import type { Anchor, Condition, FlowStep, FlowVersion, SendHours } from "./flow.ts";

export const ANCHOR_WORDS: Readonly<Record<Anchor, string>> = {
  placed: "placed",
  shipped: "shipped",
  delivery_expected: "expected to be delivered",
  delivered: "delivered",
  returned: "returned",
};

export const LANE_PREFERENCE_WORDS: Readonly<Record<FlowStep["lanePreference"], string>> = {
  auto: "by the best lane",
  solicitation: "through Amazon's own request",
  email: "by e-mail where possible",
  typed: "as a typed message",
};

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** `Mon-Fri`, `Sat, Sun`, `every day`. */
export function weekdayWords(weekdays: readonly number[]): string {
  const sorted = [...new Set(weekdays)].toSorted((a, b) => a - b);
  if (sorted.length === 7) return "every day";
  const name = (day: number | undefined) => WEEKDAYS[(day ?? 1) - 1] ?? "";
  const [first, last] = [sorted[0] ?? 1, sorted.at(-1) ?? 1];
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${name(first)}-${name(last)}`;
  return sorted.map(name).join(", ");
}

export function clockWords(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export function hoursWords(hours: SendHours | null): string {
  if (hours === null) return "at any hour";
  return `${weekdayWords(hours.weekdays)}, ${clockWords(hours.from)}-${clockWords(hours.to)}`;
}

export function leafWords({ field, op, value }: ConditionLeaf): string {
  const { kind, words, denied } = FIELD_MEANINGS[field];
  if (kind === "yes_no") return value === true ? words : (denied ?? `not ${words}`);
  return `${words} ${OP_WORDS[op]} ${valueWords(field, value)}`;
}

function valueWords(field: ConditionLeaf["field"], value: ConditionLeaf["value"]): string {
  if (field === "total_minor") return (Number(value) / 100).toFixed(2);
  if (field === "marketplace") return marketplaceById(String(value))?.name ?? String(value);
  return String(value);
}

/** A condition in one line, groups in brackets. */
export function conditionWords(condition: Condition): string {
  if ("field" in condition) return leafWords(condition);
  if ("not" in condition) return `not (${conditionWords(condition.not)})`;
  const [joint, parts] = "all" in condition ? [" and ", condition.all] : [" or ", condition.any];
  return parts.map((part) => ("field" in part ? leafWords(part) : `(${conditionWords(part)})`)).join(joint);
}

/** The flow as one sentence. */
export function flowSentence(flow: FlowVersion): string {
  const [step] = flow.steps;
  if (step === undefined) return "Sends nothing.";
  const days = step.delayDays === 1 ? "1 day" : `${step.delayDays} days`;
  const condition = flow.condition === null ? "" : `, if ${conditionWords(flow.condition)}`;
  const lane = LANE_PREFERENCE_WORDS[step.lanePreference];
  return `When an order is ${ANCHOR_WORDS[step.anchor]}, wait ${days}, ${hoursWords(step.sendHours)}${condition}, send a review request ${lane}.`;
}
