import { describe, expect, test } from "vitest";
import { type JudgeInput, judge } from "./judge.ts";
import type { RememberedMessage } from "./product-state.ts";
import type { ProactiveCall } from "./sandbox-log.ts";

const DAY = 86_400_000;
const due = 10 * DAY;

const call = (change: Partial<ProactiveCall> = {}): ProactiveCall => ({
  lane: "solicitation",
  orderId: "order",
  at: due,
  accepted: true,
  sellerOfCall: "seller",
  sellerOfOrder: "seller",
  ...change,
});

const message = (change: Partial<RememberedMessage> = {}): RememberedMessage => ({
  id: "m1",
  orderId: "order",
  sellerId: "seller",
  lane: "solicitation",
  slot: "proactive",
  state: "sent",
  endRule: null,
  dueAt: due,
  plannedAt: 0,
  sentAt: due,
  deliveryEarliest: 3 * DAY,
  deliveryLatest: 5 * DAY,
  sendLines: 1,
  ...change,
});

function verdictOf(
  calls: readonly ProactiveCall[],
  messages: readonly RememberedMessage[],
  rest: Partial<JudgeInput> = {},
) {
  const { examples: _, ...counts } = judge({
    log: { proactive: calls, foreignCalls: 0, notices: 0 },
    state: {
      messages,
      silentOrders: 0,
      orders: messages.length,
      sellerOfOrder: new Map([["order", "seller"]]),
      optedOut: 0,
      notices: 0,
    },
    until: 30 * DAY,
    patience: 3_600_000,
    ...rest,
  });
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

describe("the checker", () => {
  test("finds nothing where log and memory agree", () => {
    expect(verdictOf([call()], [message()])).toEqual({});
  });

  test.each(["sent", "reached", "refused_by_buyer", "bounced"])(
    "calls a message lost that is %s without a call",
    (state) => {
      expect(verdictOf([], [message({ state })])).toEqual({ lost: 1 });
    },
  );

  test("calls a message lost that was sent in another lane", () => {
    expect(verdictOf([call({ lane: "email" })], [message()])).toEqual({ lost: 2 });
  });

  test.each(["planned", "sending"])("calls a message lost that lies %s past its time", (state) => {
    expect(verdictOf([], [message({ state })])).toEqual({ lost: 1 });
    expect(verdictOf([], [message({ state })], { until: due })).toEqual({});
  });

  test("calls an accepted request lost that the product forgot", () => {
    expect(verdictOf([call()], [message({ state: "refused" })])).toEqual({ lost: 1 });
  });

  test("lets an unknown outcome stand, accepted or not", () => {
    expect(verdictOf([call()], [message({ state: "unknown" })])).toEqual({});
    expect(verdictOf([], [message({ state: "unknown" })])).toEqual({});
  });

  test("counts every request after an accepted one, even where Amazon refused it", () => {
    expect(verdictOf([call(), call({ accepted: false })], [message()])).toEqual({ double: 1 });
    expect(verdictOf([call({ accepted: false }), call()], [message()])).toEqual({});
  });

  test("counts a request in another lane for the same order", () => {
    const both = [message(), message({ id: "m2", lane: "email", state: "sent" })];
    expect(verdictOf([call(), call({ lane: "email" })], both)).toEqual({ double: 1 });
  });

  test("counts a call with another seller's credentials", () => {
    expect(verdictOf([call({ sellerOfCall: "other" })], [message()])).toEqual({ leak: 1 });
    expect(verdictOf([call({ sellerOfCall: "other", sellerOfOrder: null })], [message()])).toEqual({ leak: 1 });
  });

  test.each([
    ["before it is due", { at: due - 1 }, {}, { early: 1 }],
    ["before Amazon's range opens", { at: due }, { deliveryEarliest: 6 * DAY }, { early: 1 }],
    ["after its patience from when it was planned", { at: due + 7_200_000 }, { plannedAt: due + 1 }, { late: 1 }],
    ["after its patience", { at: due + 3_600_001 }, {}, { late: 1 }],
    ["after Amazon's range closed", { at: 40 * DAY }, { dueAt: 40 * DAY }, { late: 1 }],
  ])("counts a request %s", (...[, callChange, messageChange, expected]) => {
    expect(verdictOf([call(callChange)], [message(messageChange)], { until: 41 * DAY })).toEqual(expected);
  });

  test("counts what the ledger does not explain", () => {
    expect(verdictOf([call()], [message({ sendLines: 0 })])).toEqual({ ledgerMissing: 1 });
  });
});
