import { describe, expect, it } from "vitest";
import { absoluteWords, relativeWords, shortWords, spanWords } from "./time-words.ts";

const now = Date.parse("2026-11-23T09:00:00Z");
const MINUTE = 60_000;
const DAY = 86_400_000;

describe("a time in words", () => {
  it.each([
    [now - 20_000, "just now"],
    [now + 20_000, "in a moment"],
    [now - 5 * MINUTE - 58_000, "5 min ago"],
    [now + 3 * 60 * MINUTE, "in 3 h"],
    [now - 6 * DAY - 23 * 60 * MINUTE, "6 d 23 h ago"],
    [now - 7 * DAY, null],
  ])("%d is %s", (at, words) => {
    expect(relativeWords(at, now)).toBe(words);
  });

  it("tells the zone that it is asked for, across a change of clocks", () => {
    expect(shortWords(Date.parse("2026-10-25T00:30:00Z"), "Europe/Berlin")).toBe("25 Oct, 02:30");
    expect(shortWords(Date.parse("2026-10-25T01:30:00Z"), "Europe/Berlin")).toBe("25 Oct, 02:30");
    expect(absoluteWords(now, "Asia/Kathmandu")).toBe("23 Nov 2026, 14:45");
  });

  it("counts a span in its two largest units", () => {
    expect(spanWords(6 * DAY + 23 * 60 * MINUTE)).toBe("6 d 23 h");
    expect(spanWords(40_000)).toBe("40 s");
    expect(spanWords(0)).toBe("0 s");
  });
});
