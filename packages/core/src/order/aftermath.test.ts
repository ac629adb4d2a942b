import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateCondition } from "../flow/condition.ts";
import { anOrder, at } from "../testing.ts";
import { Temporal } from "../time.ts";
import { type Aftermath, isNegative, joinAftermath, NO_AFTERMATH, sameAftermath } from "./aftermath.ts";
import { FULFILLMENT_STATUSES } from "./order.ts";

const day = fc.option(
  fc.integer({ min: 0, max: 1e12 }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms)),
  { nil: null },
);
const aftermath: fc.Arbitrary<Aftermath> = fc.record({
  cancelRequestedAt: day,
  returnedAt: day,
  refundedAt: day,
  feedbackRating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
  statusNews: fc.option(
    fc.record({
      value: fc.constantFrom(...FULFILLMENT_STATUSES),
      at: fc.integer({ min: 0, max: 3 }).map((ms) => Temporal.Instant.fromEpochMilliseconds(ms)),
    }),
    { nil: null },
  ),
});

describe("the aftermath of an order", () => {
  it("is the same whatever came first, and repeats change nothing", () => {
    fc.assert(
      fc.property(aftermath, aftermath, aftermath, (a, b, c) => {
        const one = joinAftermath(joinAftermath(a, b), c);
        expect(sameAftermath(one, joinAftermath(c, joinAftermath(b, a)))).toBe(true);
        expect(sameAftermath(one, joinAftermath(one, b))).toBe(true);
        expect(sameAftermath(joinAftermath(a, NO_AFTERMATH), a)).toBe(true);
      }),
    );
  });

  it.each([
    [null, false],
    [5, false],
    [3, false],
    [2, true],
    [1, true],
  ])("with a rating of %s is negative: %s", (feedbackRating, negative) => {
    expect(isNegative({ ...NO_AFTERMATH, feedbackRating })).toBe(negative);
  });

  it.each(["returned", "refunded", "negative_feedback"] as const)("is asked by the condition not %s", (field) => {
    const notYet = { field, op: "is", value: false } as const;
    const happened = anOrder({
      aftermath: {
        ...NO_AFTERMATH,
        returnedAt: at("2026-03-10T00:00:00Z"),
        refundedAt: at("2026-03-11T00:00:00Z"),
        feedbackRating: 1,
      },
    });
    expect(evaluateCondition(notYet, { order: anOrder(), repeatBuyer: false })).toEqual({ met: true });
    expect(evaluateCondition(notYet, { order: happened, repeatBuyer: false })).toMatchObject({ met: false });
  });
});
