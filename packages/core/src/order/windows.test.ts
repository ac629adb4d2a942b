import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../testing.ts";
import { Temporal } from "../time.ts";
import { emailWindow } from "./email-window.ts";
import type { DeliveryWindow } from "./order.ts";
import { closesAt, opensAt } from "./send-window.ts";
import { solicitationWindow } from "./solicitation-window.ts";

const LA = "America/Los_Angeles";

function delivery(earliest: string, latest: string | null, estimated = false): DeliveryWindow {
  return { earliest: at(earliest), latest: latest === null ? null : at(latest), estimated };
}

describe("solicitation window", () => {
  it.each([
    {
      name: "spring: P5D is 119 hours, so 120 hours decide; P30D is 719 hours and decides the end",
      given: delivery("2026-03-06T20:00:00Z", "2026-03-07T20:00:00Z"),
      zone: LA,
      opens: "2026-03-11T20:00:00Z",
      closes: "2026-04-06T13:00:00Z",
    },
    {
      name: "autumn: P5D is 121 hours and decides; 720 hours decide the end",
      given: delivery("2026-10-30T19:00:00Z", "2026-10-31T19:00:00Z"),
      zone: LA,
      opens: "2026-11-04T20:00:00Z",
      closes: "2026-11-30T13:00:00Z",
    },
    {
      name: "no change of the clock: both readings agree",
      given: delivery("2026-06-01T15:00:00Z", "2026-06-03T15:00:00Z"),
      zone: "Asia/Tokyo",
      opens: "2026-06-06T15:00:00Z",
      closes: "2026-07-03T09:00:00Z",
    },
    {
      name: "without a latest date: until 30 calendar days after the earliest",
      given: delivery("2026-03-06T20:00:00Z", null),
      zone: LA,
      opens: "2026-03-11T20:00:00Z",
      closes: "2026-04-05T19:00:00Z",
    },
    {
      name: "on an estimate it opens by the latest and closes by the earliest date",
      given: delivery("2026-06-01T15:00:00Z", "2026-06-14T15:00:00Z", true),
      zone: "Asia/Tokyo",
      opens: "2026-06-19T15:00:00Z",
      closes: "2026-07-01T09:00:00Z",
    },
  ])("$name", ({ given, zone, opens, closes }) => {
    const window = solicitationWindow(given, zone);
    expect(opensAt(window).toString()).toBe(opens);
    expect(closesAt(window).toString()).toBe(closes);
  });

  const zones = fc.constantFrom(
    LA,
    "Europe/London",
    "Africa/Cairo",
    "America/Sao_Paulo",
    "Australia/Sydney",
    "Asia/Kolkata",
  );
  const instants = fc
    .integer({ min: Date.UTC(2024, 0, 1) / 1000, max: Date.UTC(2028, 0, 1) / 1000 })
    .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));

  it("lies inside Amazon's range under both readings of a day", () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 20 * 24 }), (zone, earliest, hours) => {
        const latest = earliest.add({ hours });
        const window = solicitationWindow({ earliest, latest, estimated: false }, zone);
        const days = (from: Temporal.Instant, count: number) =>
          from.toZonedDateTimeISO(zone).add({ days: count }).epochMilliseconds;
        expect(window.opens).toBe(Math.max(earliest.add({ hours: 120 }).epochMilliseconds, days(earliest, 5)));
        const end = Math.min(latest.add({ hours: 720 }).epochMilliseconds, days(latest, 30));
        expect(window.closes).toBe(end - 6 * 3_600_000);
      }),
    );
  });

  it("an estimate never opens earlier nor closes later than the same dates from Amazon", () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 0, max: 20 * 24 }), (zone, earliest, hours) => {
        const dates = { earliest, latest: earliest.add({ hours }) };
        const estimate = solicitationWindow({ ...dates, estimated: true }, zone);
        const own = solicitationWindow({ ...dates, estimated: false }, zone);
        expect(estimate.opens).toBeGreaterThanOrEqual(own.opens);
        expect(estimate.closes).toBeLessThanOrEqual(own.closes);
      }),
    );
  });
});

describe("e-mail window", () => {
  const given = delivery("2026-03-06T20:00:00Z", "2026-03-07T20:00:00Z");

  it("opens with the solicitation and closes 30 calendar days after the ship date", () => {
    const window = emailWindow({ shippedAt: at("2026-03-02T18:00:00Z"), delivery: given, zone: LA, days: 30 });
    expect(window?.opens).toBe(solicitationWindow(given, LA).opens);
    expect(window && closesAt(window).toString()).toBe("2026-04-01T17:00:00Z");
  });

  it("is unknown while the ship date is", () => {
    expect(emailWindow({ shippedAt: null, delivery: given, zone: LA, days: 30 })).toBeNull();
  });
});
