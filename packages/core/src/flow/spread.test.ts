import { expect, it } from "vitest";
import { turnAt, turnDays, turnOf } from "./spread.ts";

const HOUR = 3_600_000;
const now = Date.parse("2026-03-02T06:00:00Z");
const window = { opens: now - 48 * HOUR, closes: now + 30 * 24 * HOUR };
const hours = { weekdays: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };

it("many that are due at once go evenly over the send hours, day by day, under the cap", () => {
  const times = Array.from({ length: 20 }, (_, index) =>
    turnAt({ turn: turnOf(index, 10), now, window, hours, zone: "Europe/Berlin" }),
  ).map((at) => (at === null ? "-" : new Date(at).toISOString().slice(0, 16)));
  // Eight a day: the cap of ten leaves two places free.
  expect(times.slice(0, 8)).toEqual(
    [8, 9, 10, 11, 12, 13, 14, 15].map((h) => `2026-03-02T${String(h).padStart(2, "0")}:00`),
  );
  expect(times[8]).toBe("2026-03-03T08:00");
  expect(times[19]).toBe("2026-03-04T11:00");
  expect(turnDays(20, 10)).toBe(3);
  // The sixth day is the Monday after: the weekend takes no turns.
  const sixth = turnAt({ turn: turnOf(40, 10), now, window, hours, zone: "Europe/Berlin" });
  expect(new Date(sixth ?? 0).toISOString()).toBe("2026-03-09T08:00:00.000Z");
});

it("a turn behind the window is none", () => {
  const soon = { ...window, closes: now + 24 * HOUR };
  expect(turnAt({ turn: turnOf(100, 10), now, window: soon, hours, zone: "Europe/Berlin" })).toBeNull();
});
