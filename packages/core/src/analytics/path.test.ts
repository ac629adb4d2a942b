import fc from "fast-check";
import { expect, it } from "vitest";
import { pathOf } from "./path.ts";

it("follows the orders to the buyers who were reached, with everybody who fell out", () => {
  const path = pathOf({
    orders: 1000,
    notPlanned: { cancelled: 40, replacement: 10, condition_not_met: 150 },
    planned: 790,
    refused: { buyer_opted_out: 20, store_restricted: 0, window_over: 70 },
    sent: 600,
    reached: 550,
    fates: { refused_by_buyer: 8, bounced: 2 },
  });
  expect(path).toEqual([
    {
      stage: "orders",
      count: 1000,
      fallOuts: [
        { rule: "cancelled", count: 40 },
        { rule: "replacement", count: 10 },
      ],
      open: 0,
    },
    { stage: "eligible", count: 950, fallOuts: [{ rule: "condition_not_met", count: 150 }], open: 10 },
    {
      stage: "planned",
      count: 790,
      fallOuts: [
        { rule: "window_over", count: 70 },
        { rule: "buyer_opted_out", count: 20 },
      ],
      open: 100,
    },
    {
      stage: "sent",
      count: 600,
      fallOuts: [
        { rule: "refused_by_buyer", count: 8 },
        { rule: "bounced", count: 2 },
      ],
      open: 40,
    },
    { stage: "reached", count: 550, fallOuts: [], open: 0 },
  ]);
});

it("each stage is the next one, the fallen and the open together", () => {
  const small = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(
      fc.record({ cancelled: small, unwanted: small, refused: small, bounced: small, open: small, reached: small }),
      (given) => {
        const sent = given.reached + given.bounced;
        const planned = sent + given.refused + given.open;
        const orders = planned + given.unwanted + given.cancelled;
        const path = pathOf({
          orders,
          notPlanned: { cancelled: given.cancelled, condition_not_met: given.unwanted },
          planned,
          refused: { blackout: given.refused },
          sent,
          reached: given.reached,
          fates: { bounced: given.bounced },
        });
        path.slice(0, -1).forEach((stage, index) => {
          const fallen = stage.fallOuts.reduce((sum, { count }) => sum + count, 0);
          expect(stage.count).toBe((path[index + 1]?.count ?? 0) + fallen + stage.open);
        });
      },
    ),
  );
});
