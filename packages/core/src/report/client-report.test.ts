import { expect, it } from "vitest";
import { composeReport, rateSentence } from "./client-report.ts";

const first = (refused: number, reached: number) => ({
  marketplaceId: "US",
  week: "2026-11-16",
  repeatBuyer: false,
  fulfilledBy: "merchant" as const,
  refused,
  reached,
});
const store = (name: string, refused: number, reached: number) => ({
  name,
  orders: 10,
  sent: 5,
  reached: 4,
  refused: 1,
  firstEmails: [first(refused, reached)],
});

it("tells the rate of all buyers together, not the mean of the stores' rates", () => {
  const report = composeReport({
    client: "North",
    sender: "Pier & Partners",
    colour: null,
    week: { from: "2026-11-16", to: "2026-11-22" },
    stores: [store("A", 1, 1), store("B", 0, 98)],
  });
  expect(report.stores.map(({ rate }) => rate.rate)).toEqual([0.5, 0]);
  expect(report.total).toMatchObject({ orders: 20, sent: 10, reached: 8, refused: 2, rate: { rate: 0.01 } });
  expect(rateSentence(report.total.rate)).toContain("Opt-out rate 1.0 % (1 of 100 buyers");
});

it("claims no rate without a sample", () => {
  const empty = { client: "N", sender: "P", colour: null, week: { from: "2026-11-16", to: "2026-11-22" }, stores: [] };
  expect(rateSentence(composeReport(empty).total.rate)).toMatch(/^No opt-out rate yet/);
});
