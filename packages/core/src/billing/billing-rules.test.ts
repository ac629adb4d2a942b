import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instant, Temporal } from "../time.ts";
import { alertsDue, notEntitled, totalOf } from "./allowance.ts";
import { allowsOneMore, calendarMonth, entitlementsOf } from "./entitlements.ts";
import { closedUntil, identifierOf, type MeasuredPiece, nextClose, piecesBetween, planReports } from "./meter.ts";
import { changeKind } from "./plan-change.ts";
import { PAID_PLANS, PLAN_IDS, PLANS, TRIAL } from "./plans.ts";
import { cheapest, estimates, messagePriceMinor, overageMinor, periodTiers, unitsWithin } from "./price.ts";
import { reconcile } from "./reconcile.ts";
import { type BillingFacts, isMetered, type SubscriptionFacts, standingOf } from "./standing.ts";

const at = (iso: string): Instant => Temporal.Instant.from(iso);
const NOW = at("2026-11-25T12:00:00Z");
const days = (count: number): Instant => NOW.add({ hours: 24 * count });

const SUBSCRIPTION: SubscriptionFacts = {
  status: "active",
  plan: "growth",
  interval: "month",
  periodStart: days(-10),
  periodEnd: days(20),
  cancelAt: null,
  pastDueSince: null,
  next: null,
};

const facts = (changes: Partial<BillingFacts> = {}): BillingFacts => ({
  createdAt: days(-60),
  complimentary: null,
  subscription: null,
  spendingCapMinor: null,
  ...changes,
});

const subscribed = (changes: Partial<SubscriptionFacts>) => facts({ subscription: { ...SUBSCRIPTION, ...changes } });

describe("plans", () => {
  it("are cheaper by the year, and grow with their price", () => {
    for (const id of PAID_PLANS) {
      const { price } = PLANS[id];
      expect(price?.year).toBe((price?.month ?? 0) * 10);
    }
    const prices = PLAN_IDS.map((id) => PLANS[id].price?.month ?? 0);
    expect(prices).toEqual(prices.toSorted((a, b) => a - b));
  });

  it("charge further messages by tiers, the included ones at nothing", () => {
    expect(overageMinor(PLANS.starter, "month", 1_000)).toBe(0);
    expect(overageMinor(PLANS.starter, "month", 1_010)).toBe(25);
    expect(overageMinor(PLANS.scale, "month", 100_000 + 10)).toBe(75_000 + 8);
    expect(overageMinor(PLANS.starter, "year", 12_000)).toBe(0);
    expect(periodTiers(PLANS.agency, "year")[1]).toEqual({ upTo: 2_400_000, unitMilli: 800 });
  });

  it("never cost less for more, and a cap is never passed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PAID_PLANS),
        fc.constantFrom("month" as const, "year" as const),
        fc.nat({ max: 900_000 }),
        (id, interval, units) => {
          const plan = PLANS[id];
          expect(overageMinor(plan, interval, units + 1)).toBeGreaterThanOrEqual(overageMinor(plan, interval, units));
          const cap = overageMinor(plan, interval, units);
          expect(overageMinor(plan, interval, unitsWithin(plan, interval, cap))).toBeLessThanOrEqual(cap);
        },
      ),
    );
  });

  it("are estimated with the seller's own number, the cheapest first", () => {
    const list = estimates(1_010, "month");
    expect(list.find(({ plan }) => plan === "starter")).toMatchObject({ monthMinor: 1_925, overageMinor: 25 });
    expect(list.find(({ plan }) => plan === "free")?.monthMinor).toBeNull();
    expect(cheapest(list)).toBe("starter");
    expect(cheapest(estimates(20, "month"))).toBe("free");
    expect(cheapest(estimates(9_000, "month"))).toBe("growth");
  });

  it.each([
    ["the same", { plan: "growth", interval: "month" }, "none"],
    ["a larger one", { plan: "scale", interval: "month" }, "now"],
    ["a smaller one", { plan: "starter", interval: "month" }, "next_period"],
    ["by the year", { plan: "growth", interval: "year" }, "now"],
    ["smaller, by the year", { plan: "starter", interval: "year" }, "next_period"],
  ] as const)("are changed: %s", (_name, to, kind) => {
    expect(changeKind({ plan: "growth", interval: "month" }, to)).toBe(kind);
  });

  it("from yearly to monthly begin with the next period, whatever the plan", () => {
    expect(changeKind({ plan: "growth", interval: "year" }, { plan: "scale", interval: "month" })).toBe("next_period");
  });
});

describe("where a workspace stands", () => {
  it.each([
    ["made today", facts({ createdAt: days(-1) }), "trial"],
    ["at the end of its trial", facts({ createdAt: days(-TRIAL.days) }), "free"],
    ["with a plan that was given", facts({ complimentary: "agency" }), "complimentary"],
    ["subscribed", subscribed({}), "paid"],
    ["past due since yesterday", subscribed({ status: "past_due", pastDueSince: days(-1) }), "grace"],
    ["past due for a week", subscribed({ status: "past_due", pastDueSince: days(-7) }), "paused"],
    ["unpaid", subscribed({ status: "unpaid" }), "paused"],
    ["paused at Stripe", subscribed({ status: "paused" }), "paused"],
    ["cancelled and over", subscribed({ status: "canceled" }), "free"],
    ["never finished the checkout", subscribed({ status: "incomplete_expired" }), "free"],
  ] as const)("%s", (_name, given, kind) => {
    expect(standingOf(given, NOW).kind).toBe(kind);
  });

  it("is metered while something is owed", () => {
    const metered = ["active", "trialing", "past_due", "unpaid"] as const;
    expect(metered.every(isMetered)).toBe(true);
    expect([null, "canceled" as const, "incomplete" as const].some(isMetered)).toBe(false);
  });
});

describe("what a workspace may do", () => {
  it("counts a calendar month in Free, the whole trial, and Stripe's period", () => {
    expect(entitlementsOf(facts(), NOW).messages.period).toEqual(calendarMonth(NOW));
    expect(calendarMonth(at("2026-12-31T23:59:59Z")).end).toEqual(at("2027-01-01T00:00:00Z"));
    const trial = entitlementsOf(facts({ createdAt: days(-3) }), NOW);
    expect(trial).toMatchObject({ plan: "growth", experiments: true, messages: { limit: TRIAL.messages } });
    expect(entitlementsOf(subscribed({}), NOW).messages).toMatchObject({ included: 5_000, limit: null });
  });

  it("stops paid plans at the spending cap only", () => {
    const capped = entitlementsOf({ ...subscribed({ plan: "starter" }), spendingCapMinor: 250 }, NOW).messages;
    expect(capped).toMatchObject({ limit: 1_100, limitedBy: "spending_cap" });
    expect(entitlementsOf({ ...subscribed({ plan: "starter" }), spendingCapMinor: 0 }, NOW).messages.limit).toBe(1_000);
  });

  it("takes one more store or person while there is room", () => {
    const free = entitlementsOf(facts(), NOW);
    expect([0, 1].map((existing) => allowsOneMore(free, "stores", existing))).toEqual([true, false]);
    expect(allowsOneMore(entitlementsOf(subscribed({ plan: "agency" }), NOW), "stores", 9_999)).toBe(true);
  });

  it("counts what is on its way, and never below nothing", () => {
    const use = { reached: -3, sent: 20, sending: 1, unknown: 2 };
    expect(totalOf(use)).toBe(23);
    const { messages } = entitlementsOf(facts(), NOW);
    expect(notEntitled(messages, use)).toBeNull();
    expect(notEntitled(messages, { ...use, sent: 47 })).toMatchObject({ why: "used_up", used: 50, limit: 50 });
  });

  it("sends nothing while a bill is unpaid, however much is left", () => {
    const { messages } = entitlementsOf(subscribed({ status: "unpaid" }), NOW);
    expect(notEntitled(messages, { reached: 0, sent: 0, sending: 0, unknown: 0 })).toMatchObject({ why: "unpaid" });
  });

  it("tells at 80 and at 100 percent, of the included and of the limit", () => {
    expect(alertsDue({ included: 100, limit: null }, 79)).toEqual([]);
    expect(alertsDue({ included: 100, limit: null }, 80)).toEqual([{ of: "included", share: 80 }]);
    expect(alertsDue({ included: 50, limit: 50 }, 50)).toEqual([
      { of: "limit", share: 80 },
      { of: "limit", share: 100 },
    ]);
    expect(alertsDue({ included: 100, limit: 200 }, 160)).toHaveLength(3);
  });
});

describe("the meter", () => {
  const measured = (net: number, more: Partial<MeasuredPiece> = {}): MeasuredPiece => ({
    day: "2026-11-24",
    from: at("2026-11-24T00:00:00Z"),
    to: at("2026-11-25T00:00:00Z"),
    net,
    accounted: 0,
    revisions: 0,
    ...more,
  });
  const plan = (pieces: MeasuredPiece[], carry = 0, openSince = at("2026-11-10T00:00:00Z")) =>
    planReports({ pieces, carry, openSince });

  it("cuts time at midnight and where a period ends", () => {
    const border = at("2026-11-24T15:37:12Z");
    const pieces = piecesBetween(at("2026-11-24T00:00:00Z"), at("2026-11-26T00:00:00Z"), [border, border]);
    expect(pieces.map(({ from }) => from.toString())).toEqual([
      "2026-11-24T00:00:00Z",
      "2026-11-24T15:37:12Z",
      "2026-11-25T00:00:00Z",
    ]);
    expect(closedUntil(NOW, at("2026-11-25T09:00:00Z"))).toEqual(at("2026-11-25T09:00:00Z"));
    expect(closedUntil(NOW, null)).toEqual(at("2026-11-25T00:00:00Z"));
    expect(nextClose(NOW, at("2026-11-25T18:00:00Z"))).toEqual(at("2026-11-25T18:00:00Z"));
  });

  it("tells the net of a piece at its last second", () => {
    const [report] = plan([measured(7)]);
    expect(report).toMatchObject({ value: 7, carry: 0, revision: 1, at: at("2026-11-24T23:59:59Z") });
    expect(identifierOf("t", report ?? { day: "", revision: 0 })).toBe("t:2026-11-24:1");
  });

  it("carries what it cannot take back", () => {
    expect(plan([measured(-4), measured(10, { day: "2026-11-25" })]).map(({ value, carry }) => [value, carry])).toEqual(
      [
        [0, -4],
        [6, 0],
      ],
    );
    expect(plan([measured(3)], -5)[0]).toMatchObject({ value: 0, carry: -2 });
  });

  it("says nothing twice, and a late entry as a further revision in the open period", () => {
    expect(plan([measured(7, { accounted: 7, revisions: 1 })])).toEqual([]);
    const late = plan([measured(9, { accounted: 7, revisions: 1 })], 0, at("2026-11-25T06:00:00Z"));
    expect(late).toMatchObject([{ value: 2, revision: 2, at: at("2026-11-25T06:00:00Z") }]);
  });

  it("keeps every unit, whatever comes and goes", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 40 }), (nets) => {
        const pieces = nets.map((net, index) => measured(net, { day: `day-${index}` }));
        const reports = plan(pieces);
        const told = reports.reduce((sum, { value }) => sum + value, 0);
        const carried = reports.at(-1)?.carry ?? 0;
        expect(told + carried).toBe(nets.reduce((sum, net) => sum + net, 0));
        expect(reports.every(({ value, carry }) => value >= 0 && carry <= 0)).toBe(true);
      }),
    );
  });
});

describe("reconciliation", () => {
  const books = { ledger: 10, fresh: 0, pending: 0, open: 0, carriedIn: 0, carriedOut: 0, stripe: 10 };

  it.each([
    ["nothing to explain", {}, []],
    ["the day is not over", { ledger: 13, open: 3 }, ["not_yet_reported"]],
    ["a report is on its way", { ledger: 14, pending: 4 }, ["on_its_way"]],
    ["credits are carried", { ledger: 8, carriedOut: -2 }, ["carried_credits"]],
    ["Stripe has not added up yet", { stripe: 6, fresh: 4 }, ["not_yet_counted"]],
  ] as const)("%s", (_name, changes, whats) => {
    const found = reconcile({ ...books, ...changes });
    expect(found.agrees).toBe(true);
    expect(found.explanation.map(({ what }) => what)).toEqual(whats);
  });

  it("does not explain by slowness what was accepted long ago", () => {
    expect(reconcile({ ...books, stripe: 6, fresh: 1 })).toMatchObject({
      agrees: false,
      explanation: [
        { what: "not_yet_counted", units: 1 },
        { what: "unknown", units: 3 },
      ],
    });
  });

  it("says what nothing explains", () => {
    expect(reconcile({ ...books, stripe: 12 })).toMatchObject({
      agrees: false,
      difference: -2,
      explanation: [{ what: "unknown", units: -2 }],
    });
  });
});

describe("the price of a message", () => {
  it("is the plan's price over what it includes, and over more where more is sent", () => {
    expect(messagePriceMinor("starter", { reached: 200, interval: "month" })).toBeCloseTo(1.9);
    // 1,900 cents and a thousand more at 2.5 cents each, over 2,000.
    expect(messagePriceMinor("starter", { reached: 2_000, interval: "month" })).toBeCloseTo(2.2);
    expect(messagePriceMinor("starter", { reached: 200, interval: "year" })).toBeCloseTo(1.583);
  });

  it("is none in the free plan", () => {
    expect(messagePriceMinor("free", { reached: 10, interval: "month" })).toBeNull();
  });
});
