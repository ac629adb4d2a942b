import { describe, expect, it } from "vitest";
import { mondays } from "./weeks.ts";

describe("the weeks of a period", () => {
  it("are Mondays, the one before the period begins included", () => {
    expect(mondays("2026-11-01T10:00:00Z", "2026-11-17T00:00:00Z")).toEqual([
      "2026-10-26",
      "2026-11-02",
      "2026-11-09",
      "2026-11-16",
    ]);
  });
});
