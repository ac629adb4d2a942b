import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDue, parseDuration, parseRetryAfter } from "./duration.ts";

describe("a duration", () => {
  it.each([
    ["", 0],
    ["1s", 1000],
    ["2h30m", 9_000_000],
    ["1w2d3h4m5s", 788_645_000],
    ["250ms", 250],
    ["1 h", null],
    ["soon", null],
    ["1x", null],
    ["h", null],
  ])("%s", (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  it("adds up its parts", () => {
    fc.assert(
      fc.property(fc.nat(99), fc.nat(23), fc.nat(59), (days, hours, minutes) => {
        expect(parseDuration(`${days}d${hours}h${minutes}m`)).toBe(((days * 24 + hours) * 60 + minutes) * 60_000);
      }),
    );
  });
});

describe("what is due", () => {
  it("counts from now, or is an instant", () => {
    expect(parseDue("1m", 5)).toBe(60_005);
    expect(parseDue("1970-01-01T00:00:01Z", 5)).toBe(1000);
    expect(parseDue("tomorrow", 5)).toBeNull();
    expect(parseRetryAfter("2", 5)).toBe(2005);
    expect(parseRetryAfter("1970-01-01T00:00:01Z", 5)).toBe(1000);
    expect(parseRetryAfter("later", 5)).toBeNull();
  });
});
