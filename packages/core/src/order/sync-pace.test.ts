import { expect, it } from "vitest";
import { nextSyncMinutes } from "./sync-pace.ts";

it.each([
  [{ changed: 250, minutesSince: 15 }, 15],
  [{ changed: 100, minutesSince: 480 }, 15],
  [{ changed: 1, minutesSince: 480 }, 30],
  [{ changed: 0, minutesSince: null }, 60],
  [{ changed: 0, minutesSince: 15 }, 60],
  [{ changed: 0, minutesSince: 60 }, 120],
  [{ changed: 0, minutesSince: 250 }, 480],
  [{ changed: 0, minutesSince: 100_000 }, 480],
])("after %o the next look is in %i minutes", (last, minutes) =>
  expect(nextSyncMinutes({ ...last, notified: true })).toBe(minutes),
);

it("a store of which Amazon tells nothing is never left alone for long", () => {
  expect(nextSyncMinutes({ changed: 0, minutesSince: 100_000, notified: false })).toBe(120);
});
