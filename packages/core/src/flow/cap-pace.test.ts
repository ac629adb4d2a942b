import { expect, it } from "vitest";
import { anOrder, at } from "../testing.ts";
import { CapPace } from "./cap-pace.ts";

const DAY = 24 * 3_600_000;
const NOW = at("2026-03-14T12:00:00Z").epochMilliseconds;

function bought(daysAgo: number) {
  return anOrder({ purchasedAt: at("2026-03-14T12:00:00Z").subtract({ hours: 24 * daysAgo }) });
}

it("follows the orders of the seven days before, as far as they were known", () => {
  const pace = new CapPace({ own: null, base: 10 });
  for (const days of [1, 2, 6, 7, 20]) pace.add(bought(days), NOW - days * DAY);
  // Known late: it counts from then on.
  for (let n = 0; n < 7; n += 1) pace.add(bought(3), NOW + DAY);
  expect(pace.at(NOW)).toBe(10 + Math.floor((4 * 3) / 7));
  expect(pace.at(NOW + DAY)).toBe(10 + Math.floor((4 * 9) / 7));
  expect(pace.at(NOW + 30 * DAY)).toBe(10);
});

it("may be told of more orders in between", () => {
  const pace = new CapPace({ own: null, base: 0 });
  for (let n = 0; n < 7; n += 1) pace.add(bought(1), NOW - DAY);
  expect(pace.at(NOW)).toBe(4);
  for (let n = 0; n < 7; n += 1) pace.add(bought(0), NOW);
  expect(pace.at(NOW)).toBe(8);
});

it("a number of the store's own stands still", () => {
  const pace = new CapPace({ own: 50, base: 400 });
  pace.add(bought(1), NOW - DAY);
  expect(pace.at(NOW)).toBe(50);
});
