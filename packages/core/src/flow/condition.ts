import { isNegative } from "../order/aftermath.ts";
import type { Order } from "../order/order.ts";
import type { Condition, OrderField } from "./flow.ts";

export type ConditionLeaf = Extract<Condition, { readonly field: OrderField }>;

export interface ConditionSubject {
  readonly order: Order;
  readonly repeatBuyer: boolean;
}

export type ConditionResult =
  | { readonly met: true }
  /** `leaf` decided it; `expected` is false below a `not`. Null: an empty `any`. */
  | { readonly met: false; readonly leaf: ConditionLeaf | null; readonly expected: boolean };

type Value = string | number | boolean | null;

const MET: ConditionResult = { met: true };

/** Evaluates a condition from left to right; no condition is met by every order. */
export function evaluateCondition(condition: Condition | null, subject: ConditionSubject): ConditionResult {
  return condition === null ? MET : expect(condition, subject, true);
}

function expect(condition: Condition, subject: ConditionSubject, expected: boolean): ConditionResult {
  if ("not" in condition) return expect(condition.not, subject, !expected);
  if ("field" in condition)
    return leafMet(condition, subject) === expected ? MET : { met: false, leaf: condition, expected };
  const [parts, every] = "all" in condition ? [condition.all, expected] : [condition.any, !expected];
  return every ? everyPart(parts, subject, expected) : somePart(parts, subject, expected);
}

function everyPart(parts: readonly Condition[], subject: ConditionSubject, expected: boolean): ConditionResult {
  for (const part of parts) {
    const result = expect(part, subject, expected);
    if (!result.met) return result;
  }
  return MET;
}

function somePart(parts: readonly Condition[], subject: ConditionSubject, expected: boolean): ConditionResult {
  let first: ConditionResult | null = null;
  for (const part of parts) {
    const result = expect(part, subject, expected);
    if (result.met) return MET;
    first ??= result;
  }
  return first ?? { met: false, leaf: null, expected };
}

function leafMet(leaf: ConditionLeaf, subject: ConditionSubject): boolean {
  const values = fieldValues(leaf.field, subject);
  if (leaf.op === "is_not") return !values.some((value) => value === leaf.value);
  return values.some((value) => holds(value, leaf));
}

function holds(value: Value, leaf: ConditionLeaf): boolean {
  switch (leaf.op) {
    case "is":
    case "is_not":
      return value === leaf.value;
    case "starts_with":
      return typeof value === "string" && value.startsWith(String(leaf.value));
    case "at_least":
      return typeof value === "number" && value >= Number(leaf.value);
    case "at_most":
      return typeof value === "number" && value <= Number(leaf.value);
  }
}

/** The values that a field has for an order: one per item where items differ. An order matches when any of them does. */
export function fieldValues(field: OrderField, { order, repeatBuyer }: ConditionSubject): readonly Value[] {
  switch (field) {
    case "sku":
      return order.items.map((item) => item.sku);
    case "asin":
      return order.items.map((item) => item.asin);
    case "customized":
      return [order.items.some((item) => item.customized)];
    case "quantity":
      return [order.items.reduce((sum, item) => sum + item.quantity, 0)];
    case "total_minor":
      return [order.totalMinor];
    case "channel":
      return [order.channel];
    case "marketplace":
      return [order.marketplaceId];
    case "fulfilled_by":
      return [order.fulfilledBy];
    case "program":
      return order.programs;
    case "repeat_buyer":
      return [repeatBuyer];
    case "returned":
      return [order.aftermath.returnedAt !== null];
    case "refunded":
      return [order.aftermath.refundedAt !== null];
    case "negative_feedback":
      return [isNegative(order.aftermath)];
  }
}
