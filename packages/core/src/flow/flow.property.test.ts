import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MARKETPLACES, marketplaceById } from "../marketplace/marketplaces.ts";
import type { KnownMessage } from "../message/message.ts";
import { holdsSlot } from "../message/state.ts";
import { NO_AFTERMATH } from "../order/aftermath.ts";
import { emailWindow } from "../order/email-window.ts";
import type { Order } from "../order/order.ts";
import type { SendWindow } from "../order/send-window.ts";
import { solicitationWindow } from "../order/solicitation-window.ts";
import { decide } from "../policy/decide.ts";
import { rulePack_2026_11_23 } from "../policy/rule-pack.ts";
import { aBuyer, anItem, anOrder, aPlanInput, aStore, at, sendFacts } from "../testing.ts";
import { Temporal } from "../time.ts";
import { versionFor } from "./activation.ts";
import { REVIEW_REQUEST_FLOW } from "./built-in.ts";
import { diffPlan } from "./diff-plan.ts";
import { ANCHORS, type Condition, type FlowStep, type FlowVersion, type SendHours } from "./flow.ts";
import { planOrder } from "./plan-order.ts";

const hours: fc.Arbitrary<SendHours | null> = fc.option(
  fc
    .record({
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      from: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 1440 }),
    })
    .map(({ weekdays, from, length }) => ({ weekdays, from, to: Math.min(1440, from + length) })),
);

const leaves: fc.Arbitrary<Condition> = fc.constantFrom<Condition>(
  { field: "sku", op: "starts_with", value: "MUG" },
  { field: "late", op: "is", value: false },
  { field: "returned", op: "is", value: true },
  { field: "title", op: "contains", value: "CUP" },
  { field: "quantity", op: "at_least", value: 2 },
  { field: "marketplace", op: "is_not", value: "ATVPDKIKX0DER" },
  { field: "repeat_buyer", op: "is", value: false },
);

/** Nested as deep as a person would. */
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaves,
    fc.record({ not: tie("tree") }),
    fc.record({ all: fc.array(tie("tree"), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("tree"), { maxLength: 3 }) }),
  ),
}));

const flows: fc.Arbitrary<FlowVersion> = fc
  .record({
    key: fc.constantFrom("a", "b", "c", "d"),
    priority: fc.integer({ min: 1, max: 3 }),
    version: fc.integer({ min: 1, max: 3 }),
    condition: fc.option(tree),
    anchor: fc.constantFrom(...ANCHORS),
    delayDays: fc.integer({ min: 0, max: 60 }),
    sendHours: hours,
    lanePreference: fc.constantFrom<FlowStep["lanePreference"]>("auto", "email", "solicitation"),
    experiment: fc.boolean(),
  })
  .map(({ key, experiment, anchor, delayDays, sendHours, lanePreference, ...rest }): FlowVersion => {
    const [base] = REVIEW_REQUEST_FLOW.steps as [FlowStep];
    const first = { ...base, anchor, delayDays, sendHours, lanePreference };
    const second = { ...first, stepKey: "b", delayDays: delayDays + 1 };
    const arms = [first, second].map(({ stepKey }) => ({ stepKey, share: 50 }));
    const trial = experiment ? { experiment: { key, holdOut: 10, arms } } : {};
    return { ...REVIEW_REQUEST_FLOW, ...rest, flowKey: key, steps: experiment ? [first, second] : [first], ...trial };
  });

const instants = fc
  .integer({ min: Date.UTC(2025, 11, 1) / 60_000, max: Date.UTC(2027, 0, 31) / 60_000 })
  .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000));

const orders: fc.Arbitrary<Order> = fc
  .record({
    marketplaceId: fc.constantFrom(...MARKETPLACES.map(({ marketplaceId }) => marketplaceId)),
    earliest: instants,
    width: fc.integer({ min: 0, max: 300 }),
    estimated: fc.boolean(),
    latest: fc.boolean(),
    returned: fc.boolean(),
    n: fc.integer({ min: 1_000_000, max: 9_999_999 }),
    title: fc.constantFrom("Blue mug", "Red cup"),
  })
  .map(({ earliest, width, estimated, latest, returned, n, title, marketplaceId }) =>
    anOrder({
      orderId: `111-${n}-1234567`,
      marketplaceId,
      purchasedAt: earliest.subtract({ hours: 100 }),
      shippedAt: earliest.subtract({ hours: 48 }),
      delivery: { earliest, latest: latest ? earliest.add({ hours: width }) : null, estimated },
      items: [anItem({ title })],
      aftermath: { ...NO_AFTERMATH, returnedAt: returned ? earliest.add({ hours: 200 }) : null },
    }),
  );

/** Everything on: whatever a flow prefers is possible. */
const on = { on: true, sender: "proven" } as const;
const store = aStore({
  cutOverAt: at("2020-01-01T00:00:00Z"),
  emailLane: Object.fromEntries(MARKETPLACES.map(({ marketplaceId }) => [marketplaceId, on])),
});

function windowOf(order: Order, lane: string): SendWindow {
  const zone = marketplaceById(order.marketplaceId)?.timeZone ?? "UTC";
  const delivery = order.delivery ?? { earliest: order.purchasedAt, latest: null, estimated: true };
  const email = emailWindow({ shippedAt: order.shippedAt, delivery, zone, days: 30 });
  return lane === "email" && email !== null ? email : solicitationWindow(delivery, zone);
}

function isOpen(instant: Temporal.Instant, open: SendHours | null, marketplaceId: string): boolean {
  if (open === null) return true;
  const local = instant.toZonedDateTimeISO(marketplaceById(marketplaceId)?.timeZone ?? "UTC");
  const minute = local.hour * 60 + local.minute;
  return open.weekdays.includes(local.dayOfWeek) && minute >= open.from && minute < open.to;
}

const turns = fc.option(
  fc.record({ day: fc.integer({ min: 0, max: 60 }), share: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
);

describe("any flows, any order, any of the 23 marketplaces, over both changes of the clocks", () => {
  it("plan at most one request; it falls due inside its window and the send hours of its step", () => {
    fc.assert(
      fc.property(orders, fc.array(flows, { maxLength: 4 }), turns, (order, given, turn) => {
        const now = turn === null ? order.purchasedAt : order.purchasedAt.add({ hours: 24 * 16 });
        const spread = turn === null ? {} : { turn };
        const { messages } = planOrder(aPlanInput({ order, flows: given, store, aliasKnown: true, now, ...spread }));
        expect(messages.length).toBeLessThanOrEqual(1);
        for (const { dueAt, lane, stepKey, flowKey, flowVersion } of messages) {
          const window = windowOf(order, lane);
          expect(dueAt.epochMilliseconds).toBeGreaterThanOrEqual(window.opens);
          expect(dueAt.epochMilliseconds).toBeLessThan(window.closes);
          const open = given
            .filter((flow) => flow.flowKey === flowKey && flow.version === flowVersion)
            .map((flow) => flow.steps.find((step) => step.stepKey === stepKey)?.sendHours ?? null);
          expect(open.some((span) => isOpen(dueAt, span, order.marketplaceId))).toBe(true);
        }
      }),
      { numRuns: 800 },
    );
  });

  it("send only inside the window and the hours, whenever they are asked", () => {
    fc.assert(
      fc.property(orders, flows, fc.integer({ min: 0, max: 45 * 24 * 60 }), (order, flow, minutes) => {
        const { messages } = planOrder(
          aPlanInput({ order, flows: [flow], store, aliasKnown: true, now: order.purchasedAt }),
        );
        const [message] = messages;
        if (message === undefined) return;
        const now = order.purchasedAt.add({ minutes });
        const verdict = decide({
          message,
          facts: sendFacts({ order, store, flow, buyer: aBuyer() }),
          rulePack: rulePack_2026_11_23,
          now,
        });
        if (verdict.kind !== "send") return;
        const window = windowOf(order, verdict.lane);
        const open = flow.steps.find(({ stepKey }) => stepKey === message.stepKey)?.sendHours ?? null;
        expect(now.epochMilliseconds).toBeGreaterThanOrEqual(Math.max(window.opens, message.dueAt.epochMilliseconds));
        expect(now.epochMilliseconds).toBeLessThan(window.closes);
        expect(isOpen(now, open, order.marketplaceId)).toBe(true);
      }),
      { numRuns: 800 },
    );
  });
});

type Act =
  | { readonly kind: "plan"; readonly flows: readonly FlowVersion[]; readonly repin: boolean }
  | { readonly kind: "move"; readonly to: KnownMessage["state"] };

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant("plan" as const), flows: fc.array(flows, { maxLength: 3 }), repin: fc.boolean() }),
  fc.record({
    kind: fc.constant("move" as const),
    to: fc.constantFrom<KnownMessage["state"]>(
      "sending",
      "sent",
      "refused",
      "superseded",
      "stopped",
      "failed",
      "refused_by_buyer",
    ),
  }),
);

it("never two requests for an order, under any set of flows and any order of events", () => {
  fc.assert(
    fc.property(orders, fc.array(acts, { maxLength: 8 }), (order, list) => {
      let known: readonly KnownMessage[] = [];
      for (const act of list) {
        known = act.kind === "plan" ? planned(order, act, known) : moved(known, act.to);
        expect(known.filter(({ state }) => holdsSlot(state)).length).toBeLessThanOrEqual(1);
        const called = known.filter(({ state }) => ["sending", "sent", "refused_by_buyer"].includes(state));
        expect(called.length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 500 },
  );
});

function planned(order: Order, act: Extract<Act, { kind: "plan" }>, known: readonly KnownMessage[]) {
  const now = order.purchasedAt;
  const { messages } = planOrder(
    aPlanInput({ order, store, flows: act.flows, known, now, repin: act.repin, aliasKnown: true }),
  );
  const diff = diffPlan({ known, wanted: messages, now });
  const kept = known.flatMap((row) => {
    if (diff.supersede.includes(row)) return [{ ...row, state: "superseded" as const }];
    const update = diff.update.find(({ before }) => before === row);
    return [update === undefined ? row : { ...row, ...update.message, planVersion: update.planVersion }];
  });
  return [
    ...kept,
    ...diff.insert.map((row) => ({
      ...row,
      plannedFor: row.plannedFor ?? row.dueAt,
      state: "planned" as const,
      final: false,
      planVersion: 1,
    })),
  ];
}

/** What is planned begins its way; what is sent may be refused by the buyer. */
function moved(known: readonly KnownMessage[], to: KnownMessage["state"]): readonly KnownMessage[] {
  return known.map((row) => (row.state === "planned" && to !== "refused_by_buyer" ? { ...row, state: to } : row));
}

describe("the version that serves an order", () => {
  const day = (n: number) => at("2026-03-01T00:00:00Z").add({ hours: 24 * n });
  const list = [
    { version: 1, ordersFrom: null },
    { version: 2, ordersFrom: day(10).toString() },
    { version: 3, ordersFrom: day(20).toString() },
  ];
  it.each([
    [0, 1],
    [9, 1],
    [10, 2],
    [25, 3],
  ])("bought on day %i: version %i", (bought, version) => {
    expect(versionFor(list, day(bought))).toBe(version);
  });

  it("a flow that was switched on for new orders only takes no older one", () => {
    expect(versionFor(list.slice(1), day(3))).toBeNull();
  });
});
