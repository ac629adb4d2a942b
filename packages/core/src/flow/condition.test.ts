import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anItem, anOrder, US } from "../testing.ts";
import { evaluateCondition } from "./condition.ts";
import type { Condition, OrderField } from "./flow.ts";

const order = anOrder({
  items: [
    anItem({ sku: "MUG-BLUE", asin: "B01", quantity: 2 }),
    anItem({ sku: "CUP-RED", asin: null, customized: true }),
  ],
  totalMinor: 4500,
  programs: ["AMAZON_BUSINESS", "PRIME"],
});
const subject = { order, repeatBuyer: true };

type Op = "is" | "is_not" | "starts_with" | "at_least" | "at_most";
function leaf(field: OrderField, op: Op, value: string | number | boolean): Condition {
  return { field, op, value };
}

describe("a leaf", () => {
  it.each<[OrderField, Op, string | number | boolean, boolean]>([
    ["sku", "is", "CUP-RED", true],
    ["sku", "is", "CUP", false],
    ["sku", "is_not", "CUP-RED", false],
    ["sku", "is_not", "PAN", true],
    ["sku", "starts_with", "MUG-", true],
    ["asin", "is", "B01", true],
    ["asin", "starts_with", "B9", false],
    ["quantity", "at_least", 3, true],
    ["quantity", "at_least", 4, false],
    ["total_minor", "at_most", 4500, true],
    ["total_minor", "at_most", 4499, false],
    ["channel", "is", "amazon", true],
    ["marketplace", "is", US, true],
    ["fulfilled_by", "is", "merchant", false],
    ["program", "is", "PRIME", true],
    ["program", "is_not", "AMAZON_BUSINESS", false],
    ["repeat_buyer", "is", true, true],
    ["customized", "is", true, true],
    ["quantity", "starts_with", "3", false],
    ["sku", "at_least", 1, false],
  ])("%s %s %s: %s", (...[field, op, value, met]) => {
    expect(evaluateCondition(leaf(field, op, value), subject).met).toBe(met);
  });

  it("an unknown total satisfies neither bound", () => {
    const unknown = { order: anOrder({ totalMinor: null }), repeatBuyer: false };
    expect(evaluateCondition(leaf("total_minor", "at_least", 0), unknown).met).toBe(false);
    expect(evaluateCondition(leaf("total_minor", "at_most", 1e9), unknown).met).toBe(false);
  });
});

describe("a tree names the first leaf that failed", () => {
  const yes = leaf("channel", "is", "amazon");
  const no = leaf("sku", "is", "PAN");
  const alsoNo = leaf("asin", "is", "B99");
  it.each<[string, Condition, Condition, boolean]>([
    ["all", { all: [yes, no, alsoNo] }, no, true],
    ["any", { any: [no, alsoNo] }, no, true],
    ["not", { not: yes }, yes, false],
    ["all below not", { not: { all: [yes, yes] } }, yes, false],
    ["any below not", { not: { any: [no, yes] } }, yes, false],
    ["nested", { all: [yes, { any: [no, { not: yes }] }] }, no, true],
  ])("%s", (...[, tree, failed, expected]) => {
    expect(evaluateCondition(tree, subject)).toEqual({ met: false, leaf: failed, expected });
  });

  it("no condition and an empty `all` are met, an empty `any` is not", () => {
    expect(evaluateCondition(null, subject).met).toBe(true);
    expect(evaluateCondition({ all: [] }, subject).met).toBe(true);
    expect(evaluateCondition({ any: [] }, subject)).toEqual({ met: false, leaf: null, expected: true });
  });

  it("follows the laws of logic", () => {
    const trees = fc.letrec<{ tree: Condition }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(yes, no, alsoNo),
        fc.record({ not: tie("tree") }),
        fc.record({ all: fc.array(tie("tree"), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie("tree"), { maxLength: 3 }) }),
      ),
    })).tree;
    const met = (condition: Condition) => evaluateCondition(condition, subject).met;
    fc.assert(
      fc.property(trees, trees, (a, b) => {
        expect(met({ not: a })).toBe(!met(a));
        expect(met({ not: { all: [a, b] } })).toBe(met({ any: [{ not: a }, { not: b }] }));
        expect(met({ any: [a, b] })).toBe(met(a) || met(b));
      }),
    );
  });
});
