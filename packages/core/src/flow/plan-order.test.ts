import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marketplaceById } from "../marketplace/marketplaces.ts";
import { MESSAGE_STATES } from "../message/message.ts";
import { holdsSlot } from "../message/state.ts";
import { FULFILLMENT_STATUSES, type Order } from "../order/order.ts";
import { solicitationWindow } from "../order/solicitation-window.ts";
import type { PlanInput } from "../policy/facts.ts";
import { aMessage, anEmailStore, anItem, anOrder, aPlanInput, aStore, at, DE, US } from "../testing.ts";
import { REVIEW_REQUEST_FLOW } from "./built-in.ts";
import type { FlowVersion } from "./flow.ts";
import { planOrder } from "./plan-order.ts";

function flow(changes: Partial<FlowVersion>): FlowVersion {
  return { ...REVIEW_REQUEST_FLOW, ...changes };
}

function rulesOf(input: Parameters<typeof planOrder>[0]): readonly string[] {
  const { messages, decisions } = planOrder(input);
  expect(messages).toEqual([]);
  expect(decisions).toHaveLength(1);
  expect(decisions[0]?.verdict).toBe("not_planned");
  return decisions
    .flatMap((decision) => decision.reasons.filter(({ result }) => result === "refused"))
    .map(({ rule }) => rule);
}

describe("an order that may be asked for a review", () => {
  it("gets one request, 7 days after the latest delivery, in send hours of its marketplace", () => {
    const { messages, decisions } = planOrder(aPlanInput());
    expect(messages).toEqual([
      {
        slot: "proactive",
        purpose: "review_request",
        flowKey: "review-request",
        flowVersion: 1,
        stepKey: "request",
        lane: "solicitation",
        dueAt: at("2026-03-14T16:00:00Z"),
      },
    ]);
    expect(decisions).toEqual([
      expect.objectContaining({
        phase: "plan",
        verdict: "planned",
        lane: "solicitation",
        rule: null,
        rulePack: "2026-11-23",
      }),
    ]);
  });

  it("is planned the same at any moment before its window closes", () => {
    const early = planOrder(aPlanInput({ now: at("2026-03-03T00:00:00Z") }));
    const late = planOrder(aPlanInput({ now: at("2026-04-06T00:59:58Z") }));
    expect(late).toEqual(early);
  });

  it("is planned on an estimate while Amazon's window is missing", () => {
    const order = anOrder({ delivery: null, source: "orders_report", serviceLevel: "Expedited" });
    const [decision] = planOrder(aPlanInput({ order })).decisions;
    expect(decision?.verdict).toBe("planned");
    expect(decision?.reasons).toContainEqual(
      expect.objectContaining({ rule: "window_over", facts: expect.objectContaining({ estimated: true }) }),
    );
  });

  it("is planned again after a refusal that is not final", () => {
    const known = [aMessage({ state: "refused" }), aMessage({ state: "superseded" }), aMessage({ state: "failed" })];
    expect(planOrder(aPlanInput({ known })).messages).toHaveLength(1);
  });
});

describe("lane", () => {
  it("e-mail where the store chose it and the alias is known", () => {
    const [message] = planOrder(aPlanInput({ store: anEmailStore(), aliasKnown: true })).messages;
    expect(message?.lane).toBe("email");
  });

  it.each([
    ["alias unknown", { store: anEmailStore(), aliasKnown: false }, "alias_unknown"],
    [
      "sender not proven",
      { store: aStore({ emailLane: { [US]: { on: true, sender: "receiving" } } }), aliasKnown: true },
      "sender_not_proven",
    ],
    [
      "known from the first report only",
      { store: anEmailStore(), aliasKnown: true, order: anOrder({ source: "orders_report" }) },
      "alias_unknown",
    ],
    ["restricted", { store: anEmailStore({ restrictedUntil: "until_lifted" }), aliasKnown: true }, "store_restricted"],
  ])("%s: solicitation, with the reason noted", (_, changes, rule) => {
    const { messages, decisions } = planOrder(aPlanInput(changes));
    expect(messages[0]?.lane).toBe("solicitation");
    expect(decisions[0]?.reasons).toContainEqual(expect.objectContaining({ rule, result: "noted" }));
  });

  it("a flow may insist on the solicitation", () => {
    const steps = REVIEW_REQUEST_FLOW.steps.map((step) => ({ ...step, lanePreference: "solicitation" as const }));
    const { messages } = planOrder(aPlanInput({ store: anEmailStore(), aliasKnown: true, flows: [flow({ steps })] }));
    expect(messages[0]?.lane).toBe("solicitation");
  });
});

describe("orders that are never asked", () => {
  const cases: readonly [string, Partial<Order>, readonly string[]][] = [
    ["cancelled", { status: "CANCELLED" }, ["cancelled"]],
    ["unfulfillable", { status: "UNFULFILLABLE" }, ["cancelled"]],
    ["replacement", { replacement: true }, ["replacement"]],
    ["multi-channel", { orderId: "S01-1234567-1234567", channel: "other" }, ["not_amazon_channel"]],
    ["unknown marketplace", { marketplaceId: "A000" }, ["not_amazon_channel"]],
    ["before the cut-over", { purchasedAt: at("2025-12-31T23:59:59Z") }, ["before_cut_over"]],
    [
      "all reasons at once",
      { status: "CANCELLED", replacement: true, channel: "other" },
      ["not_amazon_channel", "cancelled", "replacement"],
    ],
  ];
  it.each(cases)("%s", (...[, changes, rules]) => {
    expect(rulesOf(aPlanInput({ order: anOrder(changes) }))).toEqual(rules);
  });

  it("the window is over, from its very end", () => {
    expect(rulesOf(aPlanInput({ now: at("2026-04-06T00:59:59Z") }))).toEqual(["window_over"]);
  });

  it("no send hours within the window", () => {
    const steps = REVIEW_REQUEST_FLOW.steps.map((step) => ({ ...step, sendHours: { weekdays: [], from: 0, to: 1 } }));
    expect(rulesOf(aPlanInput({ flows: [flow({ steps })] }))).toEqual(["send_hours"]);
  });

  it("no flow", () => {
    expect(rulesOf(aPlanInput({ flows: [] }))).toEqual(["condition_not_met"]);
  });
});

describe("flows", () => {
  const mugs = flow({ flowKey: "mugs", priority: 1, condition: { field: "sku", op: "starts_with", value: "MUG" } });
  const german = flow({ flowKey: "german", priority: 2, marketplaceIds: [DE] });
  const all = flow({ flowKey: "all", priority: 3 });

  it.each([
    ["the first that matches wins", anOrder(), "mugs"],
    ["a marketplace decides", anOrder({ marketplaceId: DE, items: [anItem({ sku: "CUP" })] }), "german"],
    ["else the next", anOrder({ items: [anItem({ sku: "CUP" })] }), "all"],
  ])("%s", (_, order, flowKey) => {
    expect(planOrder(aPlanInput({ order, flows: [all, german, mugs] })).messages[0]?.flowKey).toBe(flowKey);
  });

  it("each one that fails names its leaf and what the order had", () => {
    const { decisions } = planOrder(
      aPlanInput({ order: anOrder({ items: [anItem({ sku: "CUP" })] }), flows: [mugs, german] }),
    );
    expect(decisions[0]?.reasons.map(({ facts }) => facts)).toEqual([
      { flow: "mugs", version: 1, field: "sku", op: "starts_with", value: "MUG", expected: true, saw: "CUP" },
      { flow: "german", version: 1, field: "marketplace", saw: US },
    ]);
  });

  describe("a planned message", () => {
    const known = [aMessage({ flowKey: "all", flowVersion: 1 })];
    const second = flow({ flowKey: "all", version: 2, priority: 3 });
    const chosen = (changes: Partial<PlanInput>) => {
      const [message] = planOrder(aPlanInput(changes)).messages;
      return message && `${message.flowKey} ${message.flowVersion}`;
    };

    it.each<[string, Partial<PlanInput>, string]>([
      ["keeps its flow and version while they are given", { known, flows: [mugs, second, all] }, "all 1"],
      ["moves on when its version is not given", { known, flows: [second] }, "all 2"],
      [
        "moves on when its flow no longer matches",
        { known, flows: [second, flow({ ...all, marketplaceIds: [DE] })] },
        "all 2",
      ],
      ["chooses anew when asked to", { known, flows: [mugs, second, all], repin: true }, "mugs 1"],
      ["a new order takes the newest version", { flows: [all, second] }, "all 2"],
    ])("%s", (_, changes, expected) => {
      expect(chosen(changes)).toBe(expected);
    });
  });
});

describe("one proactive request per order", () => {
  const messages = fc.record({
    state: fc.constantFrom(...MESSAGE_STATES),
    lane: fc.constantFrom("solicitation" as const, "email" as const),
    final: fc.boolean(),
  });
  it("nothing is planned beside a living or final message, whatever else is known", () => {
    fc.assert(
      fc.property(fc.array(messages, { maxLength: 5 }), (known) => {
        const result = planOrder(aPlanInput({ known: known.map((message) => aMessage(message)) }));
        const holder = known.some(({ state, final }) => state !== "planned" && (final || holdsSlot(state)));
        expect(result.messages).toHaveLength(holder ? 0 : 1);
        if (holder) expect(result.decisions[0]?.rule).toBe("slot_taken");
      }),
    );
  });

  it("a typed message takes another slot", () => {
    const known = [aMessage({ slot: "typed:confirmDeliveryDetails", lane: "typed", state: "sent" })];
    expect(planOrder(aPlanInput({ known })).messages).toHaveLength(1);
  });
});

it("any order ends with exactly one line, and a planned one inside Amazon's window", () => {
  const orders = fc.record({
    status: fc.constantFrom(...FULFILLMENT_STATUSES),
    channel: fc.constantFrom("amazon" as const, "other" as const),
    replacement: fc.boolean(),
    marketplaceId: fc.constantFrom(US, DE, "A1VC38T7YXB528", "A000"),
    earliest: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }),
    estimated: fc.boolean(),
  });
  fc.assert(
    fc.property(orders, fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }), (given, now) => {
      const earliest = at(new Date(given.earliest).toISOString());
      const delivery = { earliest, latest: earliest.add({ hours: 72 }), estimated: given.estimated };
      const order = anOrder({ ...given, delivery });
      const result = planOrder(aPlanInput({ order, now: at(new Date(now).toISOString()) }));
      expect(result.decisions).toHaveLength(1);
      for (const message of result.messages) {
        const zone = marketplaceById(order.marketplaceId)?.timeZone ?? "UTC";
        const window = solicitationWindow(delivery, zone);
        expect(message.dueAt.epochMilliseconds).toBeGreaterThanOrEqual(window.opens);
        expect(message.dueAt.epochMilliseconds).toBeLessThan(window.closes);
      }
    }),
  );
});
