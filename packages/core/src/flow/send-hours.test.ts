import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../testing.ts";
import { Temporal } from "../time.ts";
import type { SendHours } from "./flow.ts";
import { nextOpening } from "./send-hours.ts";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const MINUTE = 60_000;

describe("nextOpening", () => {
  const office: SendHours = { weekdays: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };
  it.each([
    ["inside stays", "2026-03-02T18:30:00Z", "2026-03-02T18:30:00Z"],
    ["the first minute is inside", "2026-03-02T17:00:00Z", "2026-03-02T17:00:00Z"],
    ["before the first minute", "2026-03-02T16:59:59.999Z", "2026-03-02T17:00:00Z"],
    ["the end is outside", "2026-03-03T01:00:00Z", "2026-03-03T17:00:00Z"],
    ["just before the end is inside", "2026-03-03T00:59:59.999Z", "2026-03-03T00:59:59.999Z"],
    ["Friday evening goes to Monday, over the change to summer time", "2026-03-07T02:00:00Z", "2026-03-09T16:00:00Z"],
    ["Sunday goes to Monday, over the change to winter time", "2026-11-01T12:00:00Z", "2026-11-02T17:00:00Z"],
  ])("%s", (_, from, expected) => {
    expect(nextOpening(at(from), office, "America/Los_Angeles")?.toString()).toBe(at(expected).toString());
  });

  it.each([
    // Los Angeles skips 02:00-03:00 on 8 March 2026.
    ["opens in the skipped hour: from its end", 150, 240, "2026-03-08T09:00:00Z", "2026-03-08T10:00:00Z"],
    ["hours that a day skips wholly: the next day", 130, 170, "2026-03-08T09:00:00Z", "2026-03-09T09:10:00Z"],
    // It has 01:00-02:00 twice on 1 November 2026: 08:00Z and 09:00Z.
    ["the doubled hour opens the first time", 90, 120, "2026-11-01T07:00:00Z", "2026-11-01T08:30:00Z"],
    ["and a second time", 90, 120, "2026-11-01T09:10:00Z", "2026-11-01T09:30:00Z"],
  ])("%s", (...[, from, to, instant, expected]) => {
    const opening = nextOpening(at(instant), { weekdays: EVERY_DAY, from, to }, "America/Los_Angeles");
    expect(opening?.toString()).toBe(expected);
  });

  it("no hours at all means always; hours that never open mean never", () => {
    const now = at("2026-03-02T18:30:00Z");
    expect(nextOpening(now, null, "Asia/Tokyo")).toBe(now);
    expect(nextOpening(now, { weekdays: [], from: 0, to: 1440 }, "Asia/Tokyo")).toBeNull();
    expect(nextOpening(now, { weekdays: EVERY_DAY, from: 600, to: 600 }, "Asia/Tokyo")).toBeNull();
  });

  const zones = fc.constantFrom(
    "America/Los_Angeles",
    "Africa/Cairo",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Europe/London",
    "Asia/Kathmandu",
  );
  const minutes = fc.integer({ min: Date.UTC(2016, 0, 1) / MINUTE, max: Date.UTC(2027, 11, 31) / MINUTE });
  const hours = fc
    .record({
      weekdays: fc.subarray(EVERY_DAY, { minLength: 1 }),
      from: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1440 }),
    })
    .map(({ weekdays, from, length }) => ({ weekdays, from, to: Math.min(1440, from + length) }));

  it("is the first open instant: open itself, nothing open before it", () => {
    fc.assert(
      fc.property(zones, minutes, hours, (zone, minute, open) => {
        const from = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE);
        const found = nextOpening(from, open, zone);
        expect(found).not.toBeNull();
        if (found === null) return;
        expect(isOpen(found, open, zone)).toBe(true);
        const gap = (found.epochMilliseconds - from.epochMilliseconds) / MINUTE;
        expect(Number.isInteger(gap)).toBe(true);
        const looks = Math.min(gap, 40);
        for (let look = 0; look < looks; look += 1) {
          const earlier = from.add({ minutes: Math.floor((gap * look) / looks) });
          expect(isOpen(earlier, open, zone)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });
});

function isOpen(instant: Temporal.Instant, hours: SendHours, zone: string): boolean {
  const local = instant.toZonedDateTimeISO(zone);
  const minute = local.hour * 60 + local.minute;
  return hours.weekdays.includes(local.dayOfWeek) && minute >= hours.from && minute < hours.to;
}
