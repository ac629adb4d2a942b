import { Temporal } from "@heed/core/time";
import type { FaultKind } from "@heed/sandbox/faults/rule";
import type { AmazonCall } from "@heed/sandbox/journal/entry";
import { TEST_NOW } from "@heed/sandbox/testing";
import { describe, expect, onTestFinished, test } from "vitest";
import { createGateway } from "./gateway.ts";
import type { OrdersPage, ReviewOutcome } from "./gateway-types.ts";
import { memoryRateStore } from "./memory-stores.ts";
import type { InSandbox } from "./testing/in-sandbox.ts";
import { inSandbox, US } from "./testing/in-sandbox.ts";

async function fresh(orders: number): Promise<InSandbox> {
  const place = await inSandbox(orders);
  onTestFinished(() => place.sandbox.stop());
  return place;
}

const POST = "createProductReviewAndSellerFeedbackSolicitation";
const start = Temporal.Instant.from(TEST_NOW);

/** What the sandbox accepted, from its own log. */
function callsTo({ sandbox }: InSandbox, operation: string): readonly AmazonCall[] {
  const entries = sandbox.log().filter((entry) => entry.kind === "amazon.call");
  return entries.filter((entry) => entry.operation === operation);
}

/** Orders for which a review request took effect, in the sandbox's log; twice where it did so twice. */
function asked(place: InSandbox): readonly (string | null)[] {
  return callsTo(place, POST)
    .filter((call) => call.effect?.kind === "solicitation")
    .map((call) => call.orderId)
    .toSorted();
}

/** Eight at a time, as a worker would. */
async function askAll({ clock, gateway, orderIds }: InSandbox): Promise<readonly ReviewOutcome[]> {
  const queue = [...orderIds];
  const outcomes: ReviewOutcome[] = [];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      outcomes.push(await gateway.requestReview(next, US));
    }
  };
  await Promise.all(Array.from({ length: 8 }, () => clock.track(worker)));
  return outcomes;
}

function kinds(outcomes: readonly ReviewOutcome[]): Record<string, number> {
  const count: Record<string, number> = {};
  for (const { kind } of outcomes) count[kind] = (count[kind] ?? 0) + 1;
  return count;
}

describe("paging", () => {
  test("brings every order once and moves the cursor on the last page only", async () => {
    const place = await fresh(250);
    const pages: OrdersPage[] = [];
    const lastUpdatedAfter = start.subtract({ hours: 24 * 60 });
    await place.run(async () => {
      for await (const page of place.gateway.searchOrders({ lastUpdatedAfter, marketplaceIds: [US] })) pages.push(page);
    });
    expect(pages.map((page) => page.orders.length)).toEqual([100, 100, 50]);
    expect(pages.flatMap((page) => page.orders.map(({ order }) => order.orderId)).toSorted()).toEqual(place.orderIds);
    expect(pages.flatMap((page) => page.unreadable)).toEqual([]);
    expect(pages[0]?.orders[0]).toMatchObject({
      aliasSource: "search_orders",
      order: { status: "SHIPPED", totalMinor: 2490 },
    });
    expect(pages.map((page) => page.nextUpdatedAfter.toString())).toEqual([
      lastUpdatedAfter.toString(),
      lastUpdatedAfter.toString(),
      start.subtract({ minutes: 2 }).toString(),
    ]);
    expect(callsTo(place, "searchOrders")).toHaveLength(3);
    expect(
      callsTo(place, "searchOrders")
        .map((call) => call.query)
        .join(),
    ).not.toContain("RECIPIENT");
  });

  test("goes on from a token, and starts over where the token is no longer taken", async () => {
    const place = await fresh(150);
    const search = { lastUpdatedAfter: start.subtract({ hours: 24 * 60 }), marketplaceIds: [US] };
    await place.run(async () => {
      const first = (await place.gateway.searchOrders(search).next()).value;
      const token = first?.nextToken ?? null;
      const second = (await place.gateway.searchOrders({ ...search, paginationToken: token }).next()).value;
      expect(second?.orders).toHaveLength(50);
      const again = (await place.gateway.searchOrders({ ...search, paginationToken: "expired" }).next()).value;
      expect(again?.orders).toHaveLength(100);
    });
  });
});

describe("tokens", () => {
  test("are requested once an hour, by two gateways of a store with many calls at once", async () => {
    const place = await fresh(1);
    const other = createGateway(place.options);
    const [orderId = ""] = place.orderIds;
    await place.run(async () => {
      for (let minute = 0; minute <= 120; minute += 20) {
        await place.clock.sleepUntil(start.add({ minutes: minute }));
        const calls = [place.gateway, other, place.gateway, other].map(
          (gateway) => () => gateway.getAttributes(orderId, US),
        );
        await Promise.all(calls.map((call) => place.clock.track(call)));
      }
    });
    const requests = place.sandbox.log().filter((entry) => entry.kind === "amazon.token");
    // At 0:00, then at the first round past 0:59, and past 1:58.
    expect(requests.map((entry) => Temporal.Instant.from(entry.at).since(start).total("minutes"))).toEqual([
      0, 60, 120,
    ]);
  });

  test("end with the seller's permission", async () => {
    const place = await fresh(1);
    const { sellerId } = place.options;
    await place.sandbox.control("POST", `/stores/${sellerId}`, { revoked: true });
    expect(kinds(await place.run(() => askAll(place)))).toEqual({ revoked: 1 });
    expect(asked(place)).toEqual([]);
  });
});

describe("the published rate", () => {
  test("is never exceeded: sixty requests take as long as Amazon wants, without one 429", async () => {
    const place = await fresh(60);
    expect(kinds(await place.run(() => askAll(place)))).toEqual({ accepted: 60 });
    expect(asked(place)).toEqual(place.orderIds);
    expect(callsTo(place, POST).filter((call) => call.throttled)).toEqual([]);
    expect(place.clock.now().since(start).total("seconds")).toBeCloseTo(55, 0);
  });

  test("used up by somebody else costs one call more, not a storm", async () => {
    const place = await fresh(30);
    const stranger = createGateway({ ...place.options, rates: memoryRateStore() });
    await place.run(async () => {
      for (const orderId of place.orderIds.slice(0, 5)) await stranger.requestReview(orderId, US);
      const rest = { ...place, orderIds: place.orderIds.slice(5) };
      expect(kinds(await askAll(rest))).toEqual({ accepted: 25 });
    });
    expect(asked(place)).toEqual(place.orderIds);
    expect(callsTo(place, POST).length).toBeLessThanOrEqual(30 * 1.2);
  });
});

/** Every order was accepted once, or is to be tried again and was not accepted. */
function expectNoneLost(place: InSandbox, outcomes: readonly ReviewOutcome[]): void {
  const { accepted = 0, retry = 0, ...others } = kinds(outcomes);
  expect(others).toEqual({});
  expect(accepted + retry).toBe(place.orderIds.length);
  expect(asked(place)).toHaveLength(accepted);
}

describe("each fault of Amazon", () => {
  const ORDERS = 30;

  /** `extra`: calls beyond one per order that each hit may cost. */
  test.each<[FaultKind, { readonly outcome: ReviewOutcome["kind"]; readonly extra: number }]>([
    ["throttle", { outcome: "accepted", extra: 1 }],
    ["throttle_wait", { outcome: "accepted", extra: 1 }],
    ["error_500", { outcome: "lost", extra: 0 }],
    ["error_503", { outcome: "lost", extra: 0 }],
    ["html_error", { outcome: "lost", extra: 0 }],
    ["timeout", { outcome: "lost", extra: 0 }],
    ["slow_body", { outcome: "lost", extra: 0 }],
    ["reset", { outcome: "lost", extra: 0 }],
    ["truncated_json", { outcome: "lost", extra: 0 }],
    ["expired_token", { outcome: "accepted", extra: 1 }],
  ])("%s: nothing twice, no call too many", async (kind, { outcome, extra }) => {
    const place = await fresh(ORDERS);
    const times = kind === "timeout" || kind === "slow_body" ? 2 : 6;
    await place.sandbox.control("POST", "/faults", { kind, op: POST, times, skip: 1, rate: 0.4, seed: 7, seconds: 60 });
    const outcomes = await place.run(() => askAll(place));
    const calls = callsTo(place, POST);
    const hits = calls.filter((call) => call.fault !== null);
    expect(hits).toHaveLength(times);
    expect(calls.length).toBeLessThanOrEqual(ORDERS + extra * times);
    expect(new Set(asked(place)).size).toBe(asked(place).length);
    if (outcome === "accepted") expectNoneLost(place, outcomes);
    else expect(kinds(outcomes)).toEqual({ accepted: ORDERS - times, lost: times });
  });

  test("of the sign-in is waited out, and no request goes without a token", async () => {
    const place = await fresh(5);
    await place.sandbox.control("POST", "/faults", { kind: "error_503", op: "token", times: 2 });
    expect(kinds(await place.run(() => askAll(place)))).toEqual({ accepted: 5 });
    expect(callsTo(place, POST)).toHaveLength(5);
  });

  test("in a page of orders is repeated until the page is whole", async () => {
    const place = await fresh(120);
    for (const kind of ["truncated_json", "reset", "html_error"]) {
      await place.sandbox.control("POST", "/faults", { kind, op: "searchOrders", times: 1 });
    }
    const orders: string[] = [];
    const search = { lastUpdatedAfter: start.subtract({ hours: 24 * 60 }), marketplaceIds: [US] };
    await place.run(async () => {
      for await (const page of place.gateway.searchOrders(search))
        orders.push(...page.orders.map(({ order }) => order.orderId));
    });
    expect(orders.toSorted()).toEqual(place.orderIds);
    expect(callsTo(place, "searchOrders")).toHaveLength(5);
  });
});

test("the other reads answer what the sandbox knows", async () => {
  const place = await fresh(1);
  const [orderId = ""] = place.orderIds;
  await place.run(async () => {
    expect(await place.gateway.getSolicitationActions(orderId, US)).toMatchObject({ offered: true });
    expect(await place.gateway.requestReview(orderId, US)).toEqual({ kind: "accepted" });
    expect(await place.gateway.requestReview(orderId, US)).toMatchObject({ kind: "refused", reason: "not_available" });
    expect(await place.gateway.getSolicitationActions(orderId, US)).toMatchObject({ offered: false, names: [] });
    expect(await place.gateway.getMessagingActions(orderId, US)).toEqual(expect.any(Array));
    expect(await place.gateway.getAttributes(orderId, US)).toEqual({ locale: "en-US" });
    expect(await place.gateway.getMarketplaceParticipations()).toMatchObject([{ marketplaceId: US, currency: "USD" }]);
    await expect(place.gateway.getAttributes("999-0000000-0000009", US)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
