import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Temporal } from "../time.ts";
import { MARKETPLACES } from "./marketplaces.ts";
import { dayOf, dayOfIsoDate, fromLocal, offsetSpan, plusDays, startOfDay, toLocal, weekdayOf } from "./zone-time.ts";

const ODD_ZONES = [
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "America/Asuncion",
  "America/St_Johns",
  "Asia/Beirut",
  "Pacific/Kiritimati",
  "America/Santiago",
];
const ZONES = [...new Set([...MARKETPLACES.map(({ timeZone }) => timeZone), ...ODD_ZONES])];

const zones = fc.constantFrom(...ZONES);
const instants = fc.integer({ min: Date.UTC(2016, 0, 1), max: Date.UTC(2032, 0, 1) });

/** Instants within two days of a change of offset, where mistakes hide. */
const nearTransitions = zones.chain((zone) =>
  instants.chain((start) => {
    const next = offsetSpan(zone, start).until;
    const around = Number.isFinite(next) ? next : start;
    return fc.integer({ min: -2 * 86_400_000, max: 2 * 86_400_000 }).map((by) => ({ zone, at: around + by }));
  }),
);
const anywhere = fc.oneof(nearTransitions, fc.record({ zone: zones, at: instants }));

function zoned(zone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}

describe("local time by remembered offsets agrees with Temporal", () => {
  it("offset of any instant", () => {
    fc.assert(
      fc.property(anywhere, ({ zone, at }) => {
        expect(toLocal(zone, at) - at).toBe(zoned(zone, at).offsetNanoseconds / 1_000_000);
      }),
      { numRuns: 500 },
    );
  });

  it("the span holds the instant and ends where the offset changes", () => {
    fc.assert(
      fc.property(anywhere, ({ zone, at }) => {
        const span = offsetSpan(zone, at);
        expect(span.from <= at && at < span.until).toBe(true);
        for (const inside of [span.from, span.until - 1].filter(Number.isFinite)) {
          expect(zoned(zone, inside).offsetNanoseconds / 1_000_000).toBe(span.offset);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("a number of days later at the same time of day", () => {
    fc.assert(
      fc.property(anywhere, fc.integer({ min: 0, max: 60 }), ({ zone, at }, days) => {
        expect(plusDays(zone, at, days)).toBe(zoned(zone, at).add({ days }).epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });

  it("an instant from a local time, also in skipped and doubled hours", () => {
    fc.assert(
      fc.property(anywhere, ({ zone, at }) => {
        const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO("UTC").toPlainDateTime();
        expect(fromLocal(zone, at)).toBe(local.toZonedDateTime(zone).epochMilliseconds);
      }),
      { numRuns: 500 },
    );
  });

  it("the start of a day, also where midnight is skipped", () => {
    fc.assert(
      fc.property(anywhere, ({ zone, at }) => {
        const expected = zoned(zone, at).startOfDay().epochMilliseconds;
        expect(startOfDay(zone, dayOf(toLocal(zone, at)))).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("weekday and day of a date", () => {
    fc.assert(
      fc.property(instants, (at) => {
        const date = zoned("UTC", at).toPlainDate();
        expect(dayOfIsoDate(date.toString())).toBe(dayOf(at));
        expect(weekdayOf(dayOf(at))).toBe(date.dayOfWeek);
      }),
    );
  });
});

it("a zone that does not exist is an error, not UTC", () => {
  expect(() => offsetSpan("Mars/Olympus", 0)).toThrow(RangeError);
});
