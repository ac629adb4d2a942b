import { expect, it } from "vitest";
import { at } from "../testing.ts";
import { Temporal } from "../time.ts";
import { afterBlackouts } from "./blackout.ts";

const christmas = { from: "2026-12-24", to: "2026-12-26" };
const newYear = { from: "2026-12-31", to: "2027-01-01" };
const between = { from: "2026-12-27", to: "2026-12-30" };

it.each([
  ["outside stays", "2026-12-23T14:59:59Z", [christmas, newYear], "2026-12-23T14:59:59Z"],
  ["begins with the local day", "2026-12-23T15:00:00Z", [christmas], "2026-12-26T15:00:00Z"],
  ["ends with the local day", "2026-12-26T15:00:00Z", [christmas], "2026-12-26T15:00:00Z"],
  ["several in a row, in any order", "2026-12-25T00:00:00Z", [newYear, between, christmas], "2027-01-01T15:00:00Z"],
  [
    "a range that ends before it starts is none",
    "2026-12-25T00:00:00Z",
    [{ from: "2026-12-26", to: "2026-12-24" }],
    "2026-12-25T00:00:00Z",
  ],
])("%s", (...[, instant, blackouts, expected]) => {
  const free = afterBlackouts(at(instant).epochMilliseconds, blackouts, "Asia/Tokyo");
  expect(Temporal.Instant.fromEpochMilliseconds(free).toString()).toBe(expected);
});

it("a day that starts at one o'clock, because the clock moved at midnight", () => {
  // Egypt, 24 April 2026: 00:00 becomes 01:00.
  const free = afterBlackouts(
    at("2026-04-23T10:00:00Z").epochMilliseconds,
    [{ from: "2026-04-23", to: "2026-04-23" }],
    "Africa/Cairo",
  );
  const local = Temporal.Instant.fromEpochMilliseconds(free).toZonedDateTimeISO("Africa/Cairo");
  expect(local.toPlainDateTime().toString()).toBe("2026-04-24T01:00:00");
});
