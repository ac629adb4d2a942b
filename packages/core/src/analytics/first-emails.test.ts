import { describe, expect, it } from "vitest";
import { type FirstEmails, rateBy, weeklyPoints, wholeRate } from "./first-emails.ts";

const row = (values: Partial<FirstEmails>): FirstEmails => ({
  marketplaceId: "us",
  week: "2026-11-02",
  repeatBuyer: false,
  fulfilledBy: "amazon",
  refused: 0,
  reached: 0,
  ...values,
});

const ROWS = [
  row({ refused: 2, reached: 98 }),
  row({ marketplaceId: "de", refused: 6, reached: 44, repeatBuyer: true }),
  row({ marketplaceId: "de", week: "2026-11-16", refused: 1, reached: 9 }),
];

describe("rates of first e-mails", () => {
  it("by any group, each with its interval, the largest sample first", () => {
    const groups = rateBy(ROWS, ({ marketplaceId }) => marketplaceId);
    expect(groups.map(({ key, rate }) => [key, rate.refused, rate.settled])).toEqual([
      ["us", 2, 100],
      ["de", 7, 60],
    ]);
    expect(wholeRate(ROWS)).toMatchObject({ refused: 9, settled: 160 });
  });

  it("by week, with the empty weeks between and none before the first sample", () => {
    const weeks = ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"];
    expect(weeklyPoints(ROWS, weeks)).toEqual([
      { refused: 8, settled: 150 },
      { refused: 0, settled: 0 },
      { refused: 1, settled: 10 },
    ]);
  });
});
