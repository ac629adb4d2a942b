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
    case "contains":
      return typeof value === "string" && value.toLowerCase().includes(String(leaf.value).toLowerCase());
    case "at_least":
      return typeof value === "number" && value >= Number(leaf.value);
    case "at_most":
      return typeof value === "number" && value <= Number(leaf.value);
  }
}

type ReadField = (subject: ConditionSubject) => readonly Value[];

const FIELDS: Readonly<Record<OrderField, ReadField>> = {
  sku: ({ order }) => order.items.map((item) => item.sku),
  asin: ({ order }) => order.items.map((item) => item.asin),
  title: ({ order }) => order.items.map((item) => item.title),
  condition: ({ order }) => order.items.map((item) => item.condition ?? null),
  customized: ({ order }) => [order.items.some((item) => item.customized)],
  quantity: ({ order }) => [order.items.reduce((sum, item) => sum + item.quantity, 0)],
  total_minor: ({ order }) => [order.totalMinor],
  channel: ({ order }) => [order.channel],
  marketplace: ({ order }) => [order.marketplaceId],
  fulfilled_by: ({ order }) => [order.fulfilledBy],
  program: ({ order }) => order.programs,
  repeat_buyer: ({ repeatBuyer }) => [repeatBuyer],
  replacement: ({ order }) => [order.replacement],
  refunded: ({ order }) => [order.aftermath.refundedAt !== null],
  returned: ({ order }) => [order.aftermath.returnedAt !== null],
  feedback: ({ order }) => [order.aftermath.feedbackRating],
  negative_feedback: ({ order }) => [isNegative(order.aftermath)],
  late: ({ order }) => [isLate(order)],
};

/** The values that a field has for an order: one per item where items differ. An order matches when any of them does. */
export function fieldValues(field: OrderField, subject: ConditionSubject): readonly Value[] {
  return FIELDS[field](subject);
}

/** It left after the first day on which the buyer could expect it. Amazon does not tell when a parcel really came. */
function isLate({ delivery, shippedAt }: Order): boolean {
  if (delivery === null || delivery.estimated || shippedAt === null) return false;
  return shippedAt.epochMilliseconds > delivery.earliest.epochMilliseconds;
}
