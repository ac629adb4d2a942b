import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Temporal } from "../time.ts";
import { isoOf } from "./iso.ts";

describe("an instant of the ledger as text", () => {
  it.each([
    [Date.UTC(2026, 2, 9, 8), "2026-03-09T08:00:00Z"],
    [Date.UTC(2028, 1, 29, 23, 59, 59, 7), "2028-02-29T23:59:59.007Z"],
    [-1000, "1969-12-31T23:59:59Z"],
  ])("%i is %s", (at, text) => {
    expect(isoOf(at)).toBe(text);
  });

  it("is what Temporal reads and, for whole seconds, what it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) }), (at) => {
        expect(Temporal.Instant.from(isoOf(at)).epochMilliseconds).toBe(at);
        const whole = at - (((at % 1000) + 1000) % 1000);
        expect(isoOf(whole)).toBe(Temporal.Instant.fromEpochMilliseconds(whole).toString());
      }),
      { numRuns: 1000 },
    );
  });
});
