import { describe, expect, it } from "vitest";
import { REVIEW_REQUEST_FLOW } from "./built-in.ts";
import type { FlowVersion } from "./flow.ts";
import { parseFlow } from "./flow-schema.ts";
import { FLOW_STARTERS } from "./gallery.ts";

function problemsOf(changes: Readonly<Record<string, unknown>>): readonly string[] {
  const parsed = parseFlow({ ...REVIEW_REQUEST_FLOW, ...changes });
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}

function nested(depth: number): unknown {
  let tree: unknown = { field: "sku", op: "is", value: "A" };
  for (let level = 0; level < depth; level += 1) tree = { not: tree };
  return tree;
}

const [step] = REVIEW_REQUEST_FLOW.steps;
const quantity = (op: string, value: number) => ({ field: "quantity", op, value });

describe("a definition from outside", () => {
  it("the built-in flow and every starter pass", () => {
    expect(problemsOf({})).toEqual([]);
    for (const { definition } of FLOW_STARTERS) expect(problemsOf({ ...definition })).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, unknown>>, string]>([
    ["nested 50 deep", { condition: nested(50) }, "condition: Conditions nest at most 5 levels deep."],
    ["nested 50,000 deep", { condition: nested(50_000) }, "condition: Conditions nest at most 5 levels deep."],
    [
      "a group that nothing meets",
      { condition: { all: [quantity("at_least", 1), { any: [] }] } },
      "condition.all.1: This group is empty, so no order can meet it. Remove it or add a condition.",
    ],
    [
      "a group that everything meets",
      { condition: { all: [] } },
      "condition: This group is empty, so every order meets it. Remove it or add a condition.",
    ],
    [
      "bounds that cross",
      { condition: { all: [quantity("at_least", 5), quantity("at_most", 4)] } },
      "condition.all.1: No order can meet this together with a condition above it.",
    ],
    [
      "an operator that does not fit",
      { condition: { all: [{ field: "sku", op: "at_least", value: "A" }] } },
      "condition.all.0.op: “is at least” does not fit the SKU.",
    ],
    [
      "a value of another kind",
      { condition: { field: "refunded", op: "is", value: "yes" } },
      "condition.value: Say yes or no for: the order was refunded.",
    ],
    ["no marketplace", { marketplaceIds: [] }, "marketplaceIds: Choose at least one marketplace."],
    [
      "hours that end before they begin",
      { steps: [{ ...step, sendHours: { weekdays: [1], from: 600, to: 540 } }] },
      "steps.0.sendHours.to: The send hours end before they begin.",
    ],
    [
      "no weekday",
      { steps: [{ ...step, sendHours: { weekdays: [], from: 0, to: 9 } }] },
      "steps.0.sendHours.weekdays: Choose at least one weekday.",
    ],
    [
      "two requests",
      { steps: [step, { ...step, stepKey: "again" }] },
      "steps: A flow has one request: Amazon allows one per order.",
    ],
    [
      "shares that do not add up",
      {
        steps: [step, { ...step, stepKey: "b" }],
        experiment: {
          key: "x",
          holdOut: 0,
          arms: [
            { stepKey: "request", share: 50 },
            { stepKey: "b", share: 40 },
          ],
        },
      },
      "experiment.arms: The shares add up to 90, not to 100.",
    ],
  ])("%s is told at its place", (_, changes, expected) => {
    expect(problemsOf(changes)).toContain(expected);
  });

  it("a bad part is a problem of that part only", () => {
    expect(problemsOf({ condition: { all: [{ field: "sku", op: "is", value: "" }] } })).toEqual([
      "condition.all.0.value: Write something here.",
    ]);
  });

  it.each([[null], [[]], ["flow"], [{ condition: "all" }], [{ ...REVIEW_REQUEST_FLOW, steps: null }]])(
    "%j is no flow, and says so",
    (input) => {
      const parsed = parseFlow(input);
      expect(parsed.ok).toBe(false);
    },
  );

  it("what was parsed is the definition, with nothing added", () => {
    const given: FlowVersion = { ...REVIEW_REQUEST_FLOW, exclusions: { skus: ["A"], asins: [] } };
    const parsed = parseFlow({ ...given, injected: true });
    expect(parsed).toEqual({ ok: true, flow: given });
  });
});
