import { Temporal } from "@heed/core/time";
import { describe, expect, test } from "vitest";
import { backOffMs, observedRate, retryAfter } from "./retry-policy.ts";

const now = Temporal.Instant.from("2026-07-01T12:00:00Z");

describe("pauses", () => {
  test("double up to thirty seconds, spread over the upper half", () => {
    expect([0, 1, 2, 3, 4, 5, 9].map((attempt) => backOffMs(attempt, () => 1))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ]);
    expect(backOffMs(3, () => 0)).toBe(4000);
  });

  test.each([
    ["7", "2026-07-01T12:00:07Z"],
    ["0", "2026-07-01T12:00:00Z"],
    ["Wed, 01 Jul 2026 12:00:30 GMT", "2026-07-01T12:00:30Z"],
    ["Wed, 01 Jul 2020 12:00:30 GMT", "2026-07-01T12:00:00Z"],
    ["999999999", "2026-07-02T12:00:00Z"],
  ])("follow Retry-After: %s", (header, expected) => {
    expect(retryAfter(header, now)?.toString()).toBe(expected);
  });

  test.each([undefined, "", "soon", "-"])("do not follow Retry-After: %j", (header) => {
    expect(retryAfter(header, now)).toBeNull();
  });
});

test.each([
  ["0.0056", 0.0056],
  [["2", "3"], 2],
  [undefined, null],
  ["", null],
  ["0", null],
  ["-1", null],
  ["fast", null],
])("a rate of %j per second is %j", (header, rate) => {
  expect(observedRate(header)).toBe(rate);
});
