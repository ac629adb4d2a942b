import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseMove } from "./coordinator.ts";

const at = (minutes: number): Instant => Temporal.Instant.fromEpochMilliseconds(minutes * 60_000);

describe("the next move of a quiet clock", () => {
  it.each([
    ["the earliest instant", 0, 60, [30, 20], { kind: "jump", to: at(20) }],
    ["what lies at the end itself", 0, 20, [20], { kind: "jump", to: at(20) }],
    ["the end, where all lies beyond", 0, 60, [90, null], { kind: "jump", to: at(60) }],
    ["nothing that is past or now", 30, 60, [10, 30], { kind: "end", reason: "idle" }],
    ["nothing, where nothing is named", 0, 60, [null], { kind: "end", reason: "idle" }],
    ["nothing, where the end is reached", 60, 60, [90], { kind: "end", reason: "until" }],
  ] as const)("is %s", (...[, now, until, next, move]) => {
    const probes = next.map((minutes) => ({ nextAt: minutes === null ? null : at(minutes) }));
    expect(chooseMove(at(now), at(until), probes)).toEqual(move);
  });

  it("never goes back, stands still or passes the end", () => {
    const minutes = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(minutes, minutes, fc.array(fc.option(minutes)), (now, until, next) => {
        const probes = next.map((value) => ({ nextAt: value === null ? null : at(value) }));
        const move = chooseMove(at(now), at(until), probes);
        if (move.kind !== "jump") return;
        expect(Temporal.Instant.compare(move.to, at(now))).toBe(1);
        expect(Temporal.Instant.compare(move.to, at(until))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
