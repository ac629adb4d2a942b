import { describe, expect, it } from "vitest";
import { Temporal } from "../time.ts";
import { isFresh } from "./second-factor.ts";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");

describe("a second factor", () => {
  it.each([
    { given: null, fresh: false },
    { given: now, fresh: true },
    { given: now.subtract({ minutes: 14, seconds: 59 }), fresh: true },
    { given: now.subtract({ minutes: 15 }), fresh: false },
    { given: now.subtract({ hours: 30 }), fresh: false },
  ])("given at $given is fresh: $fresh", ({ given, fresh }) => {
    expect(isFresh(given, now)).toBe(fresh);
  });
});
