import { describe, expect, it } from "vitest";
import { Temporal } from "../time.ts";
import { type CanaryState, heldUntil, isTested } from "./canary.ts";

const at = Temporal.Instant.from("2026-11-23T09:00:00Z");

describe("the canary", () => {
  it.each([
    ["due", true, null],
    ["sent", true, "2026-11-23T11:00:00Z"],
    ["passed", true, null],
    ["rejected", false, null],
  ] as const)("%s: the sender may be used: %s, others wait until %s", (...[state, tested, until]) => {
    const canary = { state: state satisfies CanaryState, at };
    expect(isTested(canary)).toBe(tested);
    expect(heldUntil(canary)).toBe(until === null ? null : Temporal.Instant.from(until).epochMilliseconds);
  });

  it("of a lane that never had one tests nothing and holds nobody", () => {
    expect([isTested(null), heldUntil(null)]).toEqual([false, null]);
  });
});
