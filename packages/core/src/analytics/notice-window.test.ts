import { describe, expect, it } from "vitest";
import { costOfRate, windowSensitivity } from "./notice-window.ts";

describe("the notice window", () => {
  it("is judged by the notices that ever came", () => {
    const delays = [0.1, 1, 2, 5, 30, 60, 100, 200];
    const shares = windowSensitivity(delays).map(({ hours, share }) => [hours, share]);
    expect(shares).toEqual([
      [24, 0.5],
      [48, 0.625],
      [72, 0.75],
      [96, 0.75],
      [168, 0.875],
    ]);
  });

  it("is unknown, between nothing and all, before any came", () => {
    expect(windowSensitivity([])[0]).toMatchObject({ low: 0, high: 1 });
  });
});

describe("what a rate costs", () => {
  it("is messages and money a month", () => {
    expect(costOfRate({ rate: 0.12, emailsPerMonth: 5_000, unitMinor: 2 })).toEqual({
      messages: 600,
      moneyMinor: 1_200,
    });
  });
});
