import { describe, expect, it } from "vitest";
import { Temporal } from "../time.ts";
import { mayProbe, SHORTEST_PROBE_DAYS } from "./probe.ts";

const refusedAt = Temporal.Instant.from("2026-01-01T00:00:00Z");
const daysOn = (days: number) => refusedAt.add({ hours: 24 * days });
const facts = { refusedAt, afterDays: 200, underWay: false };

describe("one e-mail to a buyer who refused long ago", () => {
  it.each([
    ["never, unless the store chose it", { ...facts, afterDays: null, now: daysOn(9_999) }, false],
    ["not a moment before", { ...facts, now: daysOn(200).subtract({ nanoseconds: 1 }) }, false],
    ["from that instant", { ...facts, now: daysOn(200) }, true],
    ["not while another is under way", { ...facts, underWay: true, now: daysOn(300) }, false],
    ["never sooner than half a year", { ...facts, afterDays: 7, now: daysOn(SHORTEST_PROBE_DAYS - 1) }, false],
  ])("%s", (_when, input, allowed) => {
    expect(mayProbe(input)).toBe(allowed);
  });
});
