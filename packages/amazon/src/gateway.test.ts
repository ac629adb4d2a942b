import { AppError } from "@heed/core/errors";
import { Temporal } from "@heed/core/time";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createGateway } from "./gateway.ts";
import { GERMANY, gatewayTo, ORDER } from "./testing/gateway-fixture.ts";
import type { Script, StandIn } from "./testing/stand-in.ts";
import {
  brokenOff,
  htmlPage,
  json,
  problem,
  resetConnection,
  silence,
  startStandIn,
  token,
} from "./testing/stand-in.ts";

let amazon: StandIn;

beforeEach(async () => {
  amazon = await startStandIn();
});
afterEach(() => amazon.stop());

const offered = json(200, { _links: { actions: [{ name: "productReviewAndSellerFeedback" }] } });
const expired = problem(403, "Access to requested resource is denied.", "The access token you provided has expired.");
const throttled = (headers: Record<string, string> = {}) =>
  json(429, { errors: [{ code: "QuotaExceeded", message: "You exceeded your quota." }] }, headers);

describe("the way to Amazon", () => {
  test("goes to the local port while Host and TLS name stay Amazon's", async () => {
    amazon.answer(offered);
    await gatewayTo(amazon.endpoint).gateway.getSolicitationActions(ORDER, GERMANY);
    const [call] = amazon.calls;
    expect(call?.headers["host"]).toBe("sellingpartnerapi-eu.amazon.com");
    expect(call?.servername).toBe("sellingpartnerapi-eu.amazon.com");
    expect(amazon.tokenCalls[0]?.headers["host"]).toBe("api.amazon.com");
    expect(amazon.tokenCalls[0]?.servername).toBe("api.amazon.com");
  });

  test("names the version of every operation", async () => {
    const { gateway } = gatewayTo(amazon.endpoint);
    amazon.answer(json(200, { orders: [], _links: {}, payload: [] }));
    const search = { lastUpdatedAfter: Temporal.Instant.from("2026-06-30T00:00:00Z"), marketplaceIds: [GERMANY] };
    for await (const _page of gateway.searchOrders(search));
    await gateway.getSolicitationActions(ORDER, GERMANY);
    await gateway.getMessagingActions(ORDER, GERMANY);
    await gateway.getAttributes(ORDER, GERMANY);
    await gateway.requestReview(ORDER, GERMANY);
    await gateway.getMarketplaceParticipations();
    expect(amazon.calls.map((call) => `${call.method} ${call.path}`)).toEqual([
      "GET /orders/2026-01-01/orders",
      `GET /solicitations/v1/orders/${ORDER}`,
      `GET /messaging/v1/orders/${ORDER}`,
      `GET /messaging/v1/orders/${ORDER}/attributes`,
      `POST /solicitations/v1/orders/${ORDER}/solicitations/productReviewAndSellerFeedback`,
      "GET /sellers/v1/marketplaceParticipations",
    ]);
  });

  test("keeps characters whole that arrive in pieces, and long numbers exact", async () => {
    const order = {
      orderId: ORDER,
      createdTime: "2026-06-20T10:00:00Z",
      lastUpdatedTime: "2026-06-21T10:00:00Z",
      salesChannel: { channelName: "AMAZON", marketplaceId: GERMANY },
      fulfillment: { fulfillmentStatus: "SHIPPED", fulfilledBy: "AMAZON" },
      orderItems: [{ orderItemId: "ITEM", quantityOrdered: 1, product: { title: "Grüße 電気 😀", sellerSku: "S" } }],
    };
    const body = Buffer.from(JSON.stringify({ orders: [order] }).replace('"ITEM"', "9007199254740993123"));
    amazon.answer(async (response) => {
      response.writeHead(200, { "content-type": "application/json" });
      for (let at = 0; at < body.length; at += 3) {
        response.write(body.subarray(at, at + 3));
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    });
    const search = { lastUpdatedAfter: Temporal.Instant.from("2026-06-01T00:00:00Z"), marketplaceIds: [GERMANY] };
    const { value } = await gatewayTo(amazon.endpoint).gateway.searchOrders(search).next();
    const item = value?.orders[0]?.order.items[0];
    expect(item).toMatchObject({ title: "Grüße 電気 😀", orderItemId: "9007199254740993123" });
  });
});

describe("tokens", () => {
  test("are requested once by many calls at once, over several gateways of a store", async () => {
    amazon.answer(offered);
    const first = gatewayTo(amazon.endpoint);
    const second = createGateway(first.options);
    const calls = Array.from({ length: 5 }, () => [first.gateway, second]).flat();
    await Promise.all(calls.map((gateway) => gateway.getSolicitationActions(ORDER, GERMANY)));
    expect(amazon.tokenCalls).toHaveLength(1);
    expect(new Set(amazon.calls.map((call) => call.headers["x-amz-access-token"])).size).toBe(1);
  });

  test("are requested again once they are about to expire", async () => {
    amazon.answer(offered);
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    await gateway.getSolicitationActions(ORDER, GERMANY);
    clock.advance(3500);
    await gateway.getSolicitationActions(ORDER, GERMANY);
    expect(amazon.tokenCalls).toHaveLength(1);
    clock.advance(60);
    await gateway.getSolicitationActions(ORDER, GERMANY);
    expect(amazon.tokenCalls).toHaveLength(2);
  });

  test("that Amazon calls expired are replaced once, and the request is made again", async () => {
    amazon.answer(expired, json(201, {}));
    amazon.answerTokens(token("Atza|old"), token("Atza|new"));
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    expect(await gateway.requestReview(ORDER, GERMANY)).toEqual({ kind: "accepted" });
    expect(amazon.calls.map((call) => call.headers["x-amz-access-token"])).toEqual(["Atza|old", "Atza|new"]);
    expect(clock.waits).toEqual([]);
  });

  test("that are revoked twice mean that the permission is gone", async () => {
    amazon.answer(
      problem(
        403,
        "Access to requested resource is denied.",
        "The access token you provided is revoked, malformed or invalid.",
      ),
    );
    const { gateway } = gatewayTo(amazon.endpoint);
    expect(await gateway.requestReview(ORDER, GERMANY)).toEqual({ kind: "revoked" });
    expect(amazon.calls).toHaveLength(2);
    expect(amazon.tokenCalls).toHaveLength(2);
  });

  test("that count as expired though they are fresh do not mean that, but a later try", async () => {
    amazon.answer(expired);
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    const outcome = await gateway.requestReview(ORDER, GERMANY);
    expect(outcome).toEqual({ kind: "retry", after: clock.now().add({ seconds: 30 }) });
    expect(amazon.calls).toHaveLength(2);
  });

  test("that the seller revoked make no call at all", async () => {
    amazon.answerTokens(json(400, { error: "invalid_grant", error_description: "revoked" }));
    const { gateway } = gatewayTo(amazon.endpoint);
    expect(await gateway.requestReview(ORDER, GERMANY)).toEqual({ kind: "revoked" });
    await expect(gateway.getSolicitationActions(ORDER, GERMANY)).rejects.toMatchObject({
      code: "FORBIDDEN",
      details: { reason: "revoked" },
    });
    expect(amazon.calls).toHaveLength(0);
  });

  test("are asked for again with back-off when the sign-in fails", async () => {
    amazon.answer(json(201, {}));
    amazon.answerTokens(json(503, {}), htmlPage, token());
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    expect(await gateway.requestReview(ORDER, GERMANY)).toEqual({ kind: "accepted" });
    expect(clock.waits).toEqual([1, 2]);
    expect(amazon.calls).toHaveLength(1);
  });

  test("are not asked for again when the application itself is refused", async () => {
    amazon.answerTokens(json(401, { error: "invalid_client" }));
    const { gateway } = gatewayTo(amazon.endpoint);
    await expect(gateway.requestReview(ORDER, GERMANY)).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    expect(amazon.tokenCalls).toHaveLength(1);
  });
});

describe("a review request", () => {
  test.each([
    ["The requested solicitation is not available for this amazonOrderId.", "not_available"],
    [
      "You can't use this feature to request a review outside the 5-30 day range after the order delivery date.",
      "outside_window",
    ],
    ["Access to requested resource is denied.", "other_403"],
  ])("refused with %j is %s, after one call", async (message, reason) => {
    amazon.answer(problem(403, message));
    const outcome = await gatewayTo(amazon.endpoint).gateway.requestReview(ORDER, GERMANY);
    expect(outcome).toEqual({ kind: "refused", reason, message });
    expect(amazon.calls).toHaveLength(1);
  });

  test("refused as malformed is no matter of the window, and the order id stays out of the text", async () => {
    amazon.answer(problem(400, `Order ${ORDER} is unknown`));
    const outcome = await gatewayTo(amazon.endpoint).gateway.requestReview(ORDER, GERMANY);
    expect(outcome).toEqual({ kind: "refused", reason: "invalid_request", message: "Order [order] is unknown" });
  });

  test.each<[string, Script, string]>([
    ["a 500", problem(500, "We encountered an internal error."), "server_error"],
    ["a 503", problem(503, "Try again"), "server_error"],
    ["a reset", resetConnection, "reset"],
    ["an answer that breaks off", brokenOff, "reset"],
    ["silence", silence, "timeout"],
    ["an HTML page", htmlPage, "unreadable"],
    ["half a JSON text", (response) => void response.writeHead(201).end('{"errors":['), "unreadable"],
  ])("is lost after %s and never made twice", async (_name, script, cause) => {
    amazon.answer(script);
    const { gateway, calls } = gatewayTo(amazon.endpoint, { timeoutMs: 300 });
    expect(await gateway.requestReview(ORDER, GERMANY)).toEqual({ kind: "lost", cause });
    expect(amazon.calls).toHaveLength(1);
    expect(calls.count("createProductReviewAndSellerFeedbackSolicitation")).toBe(1);
  });

  test("is made again after 429, when Amazon says", async () => {
    amazon.answer(throttled({ "retry-after": "7" }), json(201, {}));
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    expect(await gateway.requestReview(ORDER, GERMANY)).toEqual({ kind: "accepted" });
    expect(clock.waits).toEqual([7]);
  });

  test("waits one token's time after 429 without a word", async () => {
    amazon.answer(throttled(), json(201, {}));
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    expect(await gateway.requestReview(ORDER, GERMANY)).toEqual({ kind: "accepted" });
    expect(clock.waits).toEqual([1]);
  });

  test("gives up after five times 429 and says when to come back", async () => {
    amazon.answer(throttled());
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    const outcome = await gateway.requestReview(ORDER, GERMANY);
    expect(outcome).toEqual({ kind: "retry", after: clock.now().add({ seconds: 1 }) });
    expect(amazon.calls).toHaveLength(5);
  });

  test("that would wait longer than its patience comes back at once", async () => {
    amazon.answer(throttled({ "retry-after": "3600" }));
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    expect(await gateway.requestReview(ORDER, GERMANY)).toEqual({
      kind: "retry",
      after: clock.now().add({ seconds: 3600 }),
    });
    expect(clock.waits).toEqual([]);
    expect(await gateway.requestReview(ORDER, GERMANY)).toEqual({
      kind: "retry",
      after: clock.now().add({ seconds: 3600 }),
    });
    expect(amazon.calls).toHaveLength(1);
  });

  test("was not made when the connection is refused", async () => {
    const { gateway, clock, options } = gatewayTo(amazon.endpoint);
    amazon.answer(offered);
    await gateway.getSolicitationActions(ORDER, GERMANY);
    const closed = { ...options, endpoint: { port: 1, caPath: amazon.endpoint.caPath } };
    const outcome = await createGateway(closed).requestReview(ORDER, GERMANY);
    expect(outcome).toEqual({ kind: "retry", after: clock.now().add({ seconds: 16 }) });
    expect(clock.waits).toEqual([1, 2, 4, 8]);
  });

  test("was not made when the certificate is not the expected one", async () => {
    const other = await startStandIn();
    try {
      const { gateway } = gatewayTo({ port: amazon.endpoint.port, caPath: other.endpoint.caPath });
      expect(await gateway.requestReview(ORDER, GERMANY)).toMatchObject({ kind: "retry" });
      expect(amazon.calls).toHaveLength(0);
    } finally {
      await other.stop();
    }
  });
});

describe("a read", () => {
  test.each<[string, Script]>([
    ["a 500", problem(500, "We encountered an internal error.")],
    ["a reset", resetConnection],
    ["an answer that breaks off", brokenOff],
    ["an HTML page", htmlPage],
  ])("is repeated with growing pauses after %s", async (_name, script) => {
    amazon.answer(script, script, offered);
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    expect(await gateway.getSolicitationActions(ORDER, GERMANY)).toEqual({
      offered: true,
      names: ["productReviewAndSellerFeedback"],
    });
    expect(clock.waits).toEqual([1, 2]);
  });

  test("ends after five requests, with a text that tells nothing of the answer", async () => {
    amazon.answer(htmlPage);
    const { gateway } = gatewayTo(amazon.endpoint);
    const error = await gateway.getSolicitationActions(ORDER, GERMANY).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "UPSTREAM", retryable: true, details: { reason: "unreadable" } });
    expect(String(error)).not.toMatch(/html|busy|302-/i);
    expect(amazon.calls).toHaveLength(5);
  });

  test("leaves no unhandled rejection behind when every connection breaks", async () => {
    const unhandled: unknown[] = [];
    const listener = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", listener);
    amazon.answer(resetConnection);
    await expect(gatewayTo(amazon.endpoint).gateway.getSolicitationActions(ORDER, GERMANY)).rejects.toBeInstanceOf(
      AppError,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    process.off("unhandledRejection", listener);
    expect(unhandled).toEqual([]);
    expect(amazon.calls).toHaveLength(5);
  });

  test("honours Retry-After of a 503", async () => {
    amazon.answer(json(503, {}, { "retry-after": "20" }), offered);
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    await gateway.getSolicitationActions(ORDER, GERMANY);
    expect(clock.waits).toEqual([20]);
  });

  test.each([
    [400, "INVALID"],
    [403, "FORBIDDEN"],
    [404, "NOT_FOUND"],
  ])("refused with %i is %s at once", async (status, code) => {
    amazon.answer(problem(status, "No"));
    const { gateway } = gatewayTo(amazon.endpoint);
    await expect(gateway.getMessagingActions(ORDER, GERMANY)).rejects.toMatchObject({ code, retryable: false });
    expect(amazon.calls).toHaveLength(1);
  });

  test("whose answer has another form is UPSTREAM", async () => {
    amazon.answer(json(200, { _links: "none" }));
    const { gateway } = gatewayTo(amazon.endpoint);
    await expect(gateway.getMessagingActions(ORDER, GERMANY)).rejects.toMatchObject({ code: "UPSTREAM" });
  });
});

describe("the rate", () => {
  test("allows a burst of five, then one a second", async () => {
    amazon.answer(offered);
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    for (let count = 0; count < 8; count++) await gateway.getSolicitationActions(ORDER, GERMANY);
    expect(clock.waits).toEqual([1, 1, 1]);
  });

  test("follows what Amazon tells in x-amzn-RateLimit-Limit", async () => {
    amazon.answer(json(200, { _links: {} }, { "x-amzn-RateLimit-Limit": "0.5" }));
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    for (let count = 0; count < 7; count++) await gateway.getSolicitationActions(ORDER, GERMANY);
    expect(clock.waits).toEqual([2, 2]);
  });

  test("is counted by operation: one does not slow the other", async () => {
    amazon.answer(offered);
    const { gateway, clock } = gatewayTo(amazon.endpoint);
    for (let count = 0; count < 5; count++) await gateway.getSolicitationActions(ORDER, GERMANY);
    for (let count = 0; count < 5; count++) await gateway.getMessagingActions(ORDER, GERMANY);
    expect(clock.waits).toEqual([]);
  });
});
