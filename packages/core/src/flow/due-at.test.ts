import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DeliveryWindow } from "../order/order.ts";
import { closesAt, opensAt } from "../order/send-window.ts";
import { solicitationWindow } from "../order/solicitation-window.ts";
import { anOrder, at } from "../testing.ts";
import { Temporal } from "../time.ts";
import { dueAt } from "./due-at.ts";
import type { FlowStep, SendHours } from "./flow.ts";

const LA = "America/Los_Angeles";
const delivery: DeliveryWindow = {
  earliest: at("2026-03-04T08:00:00Z"),
  latest: at("2026-03-07T07:59:59Z"),
  estimated: false,
};
const window = solicitationWindow(delivery, LA);
const day: SendHours = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: 9 * 60, to: 20 * 60 };

function due(step: Pick<FlowStep, "anchor" | "delayDays" | "sendHours">): string | null {
  const found = dueAt({ step, order: anOrder(), delivery, window, zone: LA });
  return found === null ? null : Temporal.Instant.fromEpochMilliseconds(found).toString();
}

describe("dueAt", () => {
  it.each<[string, FlowStep["anchor"], number, SendHours | null, string]>([
    // The clock moves on 8 March: 23:59:59 stays 23:59:59 and the instant comes an hour earlier.
    [
      "counts from the latest expected date, at the same time of day",
      "delivery_expected",
      7,
      null,
      "2026-03-14T06:59:59Z",
    ],
    ["moves into the send hours", "delivery_expected", 7, day, "2026-03-14T16:00:00Z"],
    ["an early date moves to the opening of the window", "placed", 1, null, "2026-03-09T08:00:00Z"],
    ["and from there into the send hours", "placed", 1, day, "2026-03-09T16:00:00Z"],
    ["a date behind the window moves to its last day", "shipped", 60, null, "2026-04-05T00:59:59Z"],
    ["with send hours as well", "shipped", 60, { ...day, from: 9 * 60, to: 10 * 60 }, "2026-04-05T16:00:00Z"],
  ])("%s", (...[, anchor, delayDays, sendHours, expected]) => {
    expect(opensAt(window).toString()).toBe("2026-03-09T08:00:00Z");
    expect(closesAt(window).toString()).toBe("2026-04-06T00:59:59Z");
    expect(due({ anchor, delayDays, sendHours })).toBe(expected);
  });

  it("a date at the very end of the window is outside it", () => {
    const dates = { earliest: at("2026-06-01T00:00:00Z"), latest: at("2026-06-01T00:00:00Z"), estimated: false };
    const step = { anchor: "delivery_expected", delayDays: 10, sendHours: null } as const;
    const closing = (closes: string) => ({ opens: Date.UTC(2026, 5, 2), closes: at(closes).epochMilliseconds });
    const dueWith = (closes: string) =>
      dueAt({ step, order: anOrder(), delivery: dates, window: closing(closes), zone: "UTC" });
    expect(dueWith("2026-06-11T00:00:00.001Z")).toBe(Date.UTC(2026, 5, 11));
    expect(dueWith("2026-06-11T00:00:00Z")).toBe(Date.UTC(2026, 5, 10));
  });

  it("is null where the send hours never open in the window", () => {
    const oneDay = { opens: Date.UTC(2026, 2, 9), closes: Date.UTC(2026, 2, 10) };
    const step = { anchor: "placed", delayDays: 0, sendHours: { ...day, weekdays: [5] } } as const;
    expect(dueAt({ step, order: anOrder(), delivery, window: oneDay, zone: "UTC" })).toBeNull();
    expect(due({ anchor: "placed", delayDays: 0, sendHours: { ...day, weekdays: [] } })).toBeNull();
  });

  const zones = fc.constantFrom(LA, "Europe/London", "Africa/Cairo", "America/Sao_Paulo", "Australia/Sydney");
  const orders = fc.record({
    placed: fc.integer({ min: Date.UTC(2017, 0, 1), max: Date.UTC(2028, 0, 1) }),
    toEarliest: fc.integer({ min: 0, max: 10 * 86_400_000 }),
    toLatest: fc.integer({ min: 0, max: 20 * 86_400_000 }),
    estimated: fc.boolean(),
  });
  const steps = fc.record({
    anchor: fc.constantFrom("placed", "shipped", "delivery_expected" as const),
    delayDays: fc.integer({ min: 0, max: 45 }),
    sendHours: fc.option(
      fc.record({
        weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        from: fc.integer({ min: 0, max: 1380 }),
        to: fc.constant(1440),
      }),
    ),
  });

  it("never lies outside the window or the send hours", () => {
    fc.assert(
      fc.property(zones, orders, steps, (...[zone, given, step]) => {
        const earliest = Temporal.Instant.fromEpochMilliseconds(given.placed + given.toEarliest);
        const latest = earliest.add({ milliseconds: given.toLatest });
        const dates = { earliest, latest, estimated: given.estimated };
        const open = solicitationWindow(dates, zone);
        const order = anOrder({
          purchasedAt: Temporal.Instant.fromEpochMilliseconds(given.placed),
          shippedAt: earliest,
        });
        const found = dueAt({ step, order, delivery: dates, window: open, zone });
        if (found === null) return;
        expect(found >= open.opens && found < open.closes).toBe(true);
        const local = Temporal.Instant.fromEpochMilliseconds(found).toZonedDateTimeISO(zone);
        if (step.sendHours === null) return;
        expect(step.sendHours.weekdays).toContain(local.dayOfWeek);
        expect(local.hour * 60 + local.minute).toBeGreaterThanOrEqual(step.sendHours.from);
      }),
      { numRuns: 400 },
    );
  });
});
