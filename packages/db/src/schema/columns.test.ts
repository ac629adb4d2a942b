import { Temporal } from "@heed/core/time";
import { expect, it } from "vitest";
import { parseInstant } from "./columns.ts";

it.each([
  ["2026-11-23 09:30:00+00", "2026-11-23T09:30:00Z"],
  ["2026-11-23 09:30:00.1+00", "2026-11-23T09:30:00.1Z"],
  ["2026-11-23 09:30:00.123+00", "2026-11-23T09:30:00.123Z"],
  ["2026-11-23 09:30:00.123456+00", "2026-11-23T09:30:00.123456Z"],
  ["1969-12-31 23:59:59.999+00", "1969-12-31T23:59:59.999Z"],
  ["2026-02-28 23:30:00+05:45", "2026-02-28T17:45:00Z"],
  ["2026-02-28 23:30:00-03", "2026-03-01T02:30:00Z"],
])("%s is read to the microsecond", (printed, instant) => {
  expect(parseInstant(printed).equals(Temporal.Instant.from(instant))).toBe(true);
});

it("what is no instant is refused", () => {
  expect(() => parseInstant("2026-13-01 00:00:00+00")).toThrow(RangeError);
  expect(() => parseInstant("infinity")).toThrow(RangeError);
});
