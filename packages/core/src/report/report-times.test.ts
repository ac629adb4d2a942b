import { describe, expect, it } from "vitest";
import { Temporal } from "../time.ts";
import { isTimeZone, lastWeek, nextDigest, nextReport } from "./report-times.ts";

const at = (text: string) => Temporal.Instant.from(text);
const text = (instant: Temporal.Instant | null) => instant?.toString() ?? null;

describe("when mails are due", () => {
  it("is six in the morning UTC of each day or Monday, always later than now", () => {
    // 2026-11-25 is a Wednesday.
    expect(text(nextDigest("daily", at("2026-11-25T05:59:59Z")))).toBe("2026-11-25T06:00:00Z");
    expect(text(nextDigest("daily", at("2026-11-25T06:00:00Z")))).toBe("2026-11-26T06:00:00Z");
    expect(text(nextDigest("weekly", at("2026-11-25T06:00:00Z")))).toBe("2026-11-30T06:00:00Z");
    expect(text(nextDigest("weekly", at("2026-11-30T06:00:00Z")))).toBe("2026-12-07T06:00:00Z");
    expect(nextDigest("off", at("2026-11-25T06:00:00Z"))).toBeNull();
  });

  it("is Monday at eight in the client's zone, through changes of the clock", () => {
    expect(text(nextReport("Asia/Tokyo", at("2026-11-29T22:00:00Z")))).toBe("2026-11-29T23:00:00Z");
    expect(text(nextReport("Asia/Tokyo", at("2026-11-29T23:00:00Z")))).toBe("2026-12-06T23:00:00Z");
    expect(text(nextReport("Europe/Berlin", at("2026-10-22T12:00:00Z")))).toBe("2026-10-26T07:00:00Z");
    expect(text(nextReport("Europe/Berlin", at("2026-10-18T12:00:00Z")))).toBe("2026-10-19T06:00:00Z");
  });
});

describe("the week that is reported", () => {
  it("is the last whole one where the client is", () => {
    const span = (zone: string, now: string) => Object.values(lastWeek(zone, at(now))).map(String);
    expect(span("Asia/Tokyo", "2026-11-29T23:00:00Z")).toEqual(["2026-11-23", "2026-11-29"]);
    expect(span("America/Los_Angeles", "2026-11-30T07:59:00Z")).toEqual(["2026-11-16", "2026-11-22"]);
  });

  it("knows zones by name only", () => {
    expect(["Europe/Berlin", "UTC", "+02:00", "Mars/Base", ""].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
