import { Temporal } from "@heed/core/time";
import { describe, expect, it } from "vitest";
import { nextTick, parseCron } from "./cron.ts";

function ticks(cron: string, after: string, count: number): string[] {
  const parsed = parseCron(cron);
  const found: string[] = [];
  let at: Temporal.Instant | null = Temporal.Instant.from(after);
  while (found.length < count && at !== null) {
    at = nextTick(parsed, at);
    if (at !== null) found.push(at.toString());
  }
  return found;
}

describe("a cron of five fields", () => {
  it("fires each minute, strictly after the given instant", () => {
    expect(ticks("* * * * *", "2026-11-23T10:59:00Z", 2)).toEqual(["2026-11-23T11:00:00Z", "2026-11-23T11:01:00Z"]);
  });

  it("knows lists, ranges, steps and names", () => {
    expect(ticks("0,30 8-10/2 * JAN,DEC MON-FRI", "2026-11-23T00:00:00Z", 3)).toEqual([
      "2026-12-01T08:00:00Z",
      "2026-12-01T08:30:00Z",
      "2026-12-01T10:00:00Z",
    ]);
  });

  it("takes Sunday as 0 and as 7", () => {
    expect(ticks("0 0 * * 7", "2026-11-23T00:00:00Z", 1)).toEqual(ticks("0 0 * * 0", "2026-11-23T00:00:00Z", 1));
  });

  it("lets either day field match when both are restricted", () => {
    expect(ticks("0 0 13 * FRI", "2026-11-23T00:00:00Z", 3)).toEqual([
      "2026-11-27T00:00:00Z",
      "2026-12-04T00:00:00Z",
      "2026-12-11T00:00:00Z",
    ]);
  });

  it("finds the next leap day", () => {
    expect(ticks("0 0 29 2 *", "2026-11-23T00:00:00Z", 1)).toEqual(["2028-02-29T00:00:00Z"]);
  });

  it("answers null for a day that never comes", () => {
    expect(nextTick(parseCron("0 0 30 2 *"), Temporal.Instant.from("2026-11-23T00:00:00Z"))).toBeNull();
  });

  it("reads wall time of its zone", () => {
    expect(ticks("TZ=Asia/Tokyo 0 9 * * *", "2026-11-23T00:00:00Z", 1)).toEqual(["2026-11-24T00:00:00Z"]);
  });
});

describe("a change to and from summer time", () => {
  it("fires once, after the gap, when its hour is skipped", () => {
    expect(ticks("TZ=Europe/Berlin 30 2 * * *", "2026-03-28T12:00:00Z", 2)).toEqual([
      "2026-03-29T01:30:00Z",
      "2026-03-30T00:30:00Z",
    ]);
  });

  it("fires once when its hour comes twice", () => {
    expect(ticks("TZ=Europe/Berlin 30 2 * * *", "2026-10-24T12:00:00Z", 2)).toEqual([
      "2026-10-25T00:30:00Z",
      "2026-10-26T01:30:00Z",
    ]);
  });

  it("keeps firing through both copies of an hour when hours are free", () => {
    expect(ticks("TZ=Europe/Berlin */30 * * * *", "2026-10-25T00:00:00Z", 4)).toEqual([
      "2026-10-25T00:30:00Z",
      "2026-10-25T01:00:00Z",
      "2026-10-25T01:30:00Z",
      "2026-10-25T02:00:00Z",
    ]);
  });
});

describe("a cron that is wrong", () => {
  it.each([
    "",
    "* * * *",
    "60 * * * *",
    "* * 0 * *",
    "a * * * *",
    "5-1 * * * *",
    "*/0 * * * *",
    "TZ=Mars/Base * * * * *",
  ])("%s is refused", (text) => {
    expect(() => parseCron(text)).toThrow(/is not understood/);
  });
});
