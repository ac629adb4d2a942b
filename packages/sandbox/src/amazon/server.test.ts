import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { DEMO_STORES } from "../demo/stores.ts";
import type { TestSandbox } from "../testing.ts";
import { exampleOrder, exampleWorld, loginCall, startTestSandbox, TEST_NOW } from "../testing.ts";

const [, EU_STORE] = DEMO_STORES;
const US = "ATVPDKIKX0DER";
const REVIEW = (orderId: string) =>
  `/solicitations/v1/orders/${orderId}/solicitations/productReviewAndSellerFeedback?marketplaceIds=${US}`;
const orders = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const orderId = `111-0000000-${String(index + 1).padStart(7, "0")}`;
    return exampleOrder({ orderId, alias: `buyer${index}@marketplace.amazon.com` });
  });

async function fresh(world = exampleWorld()): Promise<TestSandbox> {
  const sandbox = await startTestSandbox();
  onTestFinished(() => sandbox.stop());
  await sandbox.control("POST", "/world", world);
  return sandbox;
}

describe("Login with Amazon", () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await startTestSandbox();
    await sandbox.control("POST", "/world", exampleWorld());
  });
  afterAll(() => sandbox.stop());
  const login = (form: Readonly<Record<string, string>>) => sandbox.amazon("/auth/o2/token", loginCall(form));

  it("exchanges a refresh token for an access token of one hour", async () => {
    const answer = await login({ grant_type: "refresh_token", refresh_token: EU_STORE.refreshToken });
    expect(answer).toMatchObject({
      status: 200,
      body: { token_type: "bearer", expires_in: 3600, refresh_token: EU_STORE.refreshToken },
    });
    expect((answer.body as { access_token: string }).access_token).toMatch(/^Atza\|/);
  });

  it.each([
    [{ grant_type: "refresh_token", refresh_token: "Atzr|nobody" }, 400, "invalid_grant"],
    [
      { grant_type: "refresh_token", refresh_token: EU_STORE.refreshToken, client_secret: "wrong" },
      401,
      "invalid_client",
    ],
    [{ grant_type: "authorization_code", code: "unknown" }, 400, "invalid_grant"],
    [{ grant_type: "client_credentials" }, 400, "invalid_scope"],
    [{ grant_type: "password" }, 400, "unsupported_grant_type"],
  ])("refuses %j with %i %s", async (form, status, error) => {
    expect(await login(form as Record<string, string>)).toMatchObject({ status, body: { error } });
  });

  it("takes a consent's code once", async () => {
    const consent = await sandbox.control("POST", "/consents", { sellerId: EU_STORE.sellerId });
    const { code } = consent.body as { code: string };
    const redirect_uri = "http://localhost:3000/oauth/amazon/callback";
    expect(await login({ grant_type: "authorization_code", code, redirect_uri })).toMatchObject({
      status: 200,
      body: { refresh_token: EU_STORE.refreshToken },
    });
    expect(await login({ grant_type: "authorization_code", code, redirect_uri })).toMatchObject({ status: 400 });
  });
});

describe("access", () => {
  it("needs a token, its own region's host, and an authorisation that still stands", async () => {
    const sandbox = await fresh();
    const token = await sandbox.token();
    const path = "/sellers/v1/marketplaceParticipations";
    const details = async (call: Parameters<TestSandbox["amazon"]>[1]) => {
      const answer = await sandbox.amazon(path, call);
      return [answer.status, (answer.body as { errors?: { details: string }[] }).errors?.[0]?.details];
    };
    expect(await details({})).toEqual([403, "Access token is missing in the request header."]);
    expect(await details({ token: "Atza|forged.forged" })).toEqual([
      403,
      "The access token you provided is revoked, malformed or invalid.",
    ]);
    expect(await details({ token, host: "sellingpartnerapi-eu.amazon.com" })).toEqual([403, ""]);
    expect(await details({ token })).toEqual([200, undefined]);
    await sandbox.control("POST", `/stores/${DEMO_STORES[0].sellerId}`, { revoked: true });
    expect((await details({ token }))[0]).toBe(403);
  });

  it("ends after an hour of the sandbox's clock", async () => {
    const sandbox = await fresh(
      exampleWorld({ handWritten: [{ orderId: "123-1234567-1234567", at: "2026-11-20T13:30:00Z" }] }),
    );
    const token = await sandbox.token();
    await sandbox.control("POST", "/clock/run", { until: "2026-11-20T13:00:00Z" });
    const answer = await sandbox.amazon("/sellers/v1/marketplaceParticipations", { token });
    expect(answer.body).toEqual({
      errors: [
        {
          code: "Unauthorized",
          message: "Access to requested resource is denied.",
          details: "The access token you provided has expired.",
        },
      ],
    });
  });

  it("shows a seller nothing of another's orders", async () => {
    const sandbox = await fresh();
    const token = await sandbox.token(EU_STORE.refreshToken);
    const host = "sellingpartnerapi-eu.amazon.com";
    expect((await sandbox.amazon("/orders/2026-01-01/orders/123-1234567-1234567", { token, host })).status).toBe(404);
    expect((await sandbox.amazon(REVIEW("123-1234567-1234567"), { token, host, method: "POST" })).status).toBe(404);
    expect(sandbox.log().at(-1)).toMatchObject({
      kind: "amazon.call",
      sellerId: EU_STORE.sellerId,
      orderSellerId: DEMO_STORES[0].sellerId,
      effect: null,
    });
  });
});

describe("searchOrders", () => {
  it("pages through everything once, in order of the last change", async () => {
    const sandbox = await fresh(exampleWorld({ orders: orders(250) }));
    const token = await sandbox.token();
    const seen: string[] = [];
    let next: string | undefined = "";
    while (next !== undefined) {
      const page = next === "" ? "" : `&paginationToken=${next}`;
      const answer = await sandbox.amazon(
        `/orders/2026-01-01/orders?lastUpdatedAfter=2026-01-01T00:00:00Z&marketplaceIds=${US}&maxResultsPerPage=100${page}`,
        { token },
      );
      const body = answer.body as { orders: { orderId: string }[]; pagination?: { nextToken: string } };
      seen.push(...body.orders.map((order) => order.orderId));
      next = body.pagination?.nextToken;
    }
    expect(seen).toHaveLength(250);
    expect(new Set(seen).size).toBe(250);
  });

  it.each([
    ["", "neither date"],
    ["createdAfter=2026-01-01T00:00:00Z&lastUpdatedAfter=2026-01-01T00:00:00Z", "both dates"],
    [`lastUpdatedAfter=2026-01-01T00:00:00Z&lastUpdatedBefore=${TEST_NOW}`, "an end within two minutes"],
    ["lastUpdatedAfter=2026-01-01T00:00:00Z&createdBefore=2026-02-01T00:00:00Z", "an end of the other kind"],
    ["lastUpdatedAfter=yesterday", "a date that is none"],
    ["lastUpdatedAfter=2026-01-01T00:00:00Z&maxResultsPerPage=101", "too large a page"],
    ["lastUpdatedAfter=2026-01-01T00:00:00Z&includedData=SECRETS", "an unknown dataset"],
    ["lastUpdatedAfter=2026-01-01T00:00:00Z&paginationToken=bm9uc2Vuc2U", "a token of nobody"],
  ])("refuses %s (%s)", async (query) => {
    const sandbox = await fresh();
    const answer = await sandbox.amazon(`/orders/2026-01-01/orders?${query}`, { token: await sandbox.token() });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ code: "InvalidInput" }] } });
  });

  it("shows the alias for merchant-fulfilled orders only, and only when asked", async () => {
    const sandbox = await fresh(
      exampleWorld({
        orders: [exampleOrder(), exampleOrder({ orderId: "111-0000000-0000001", fulfilledBy: "amazon" })],
      }),
    );
    const token = await sandbox.token();
    const buyers = async (data: string) => {
      const answer = await sandbox.amazon(
        `/orders/2026-01-01/orders?createdAfter=2026-01-01T00:00:00Z&includedData=${data}`,
        { token },
      );
      return (answer.body as { orders: { orderId: string; buyer?: unknown }[] }).orders.map(
        (order) => order.buyer ?? null,
      );
    };
    expect(await buyers("BUYER,FULFILLMENT")).toEqual([null, { buyerEmail: exampleOrder().alias }]);
    expect(await buyers("FULFILLMENT")).toEqual([null, null]);
  });

  it("shows an order's changes as the clock passes them", async () => {
    const later = { at: "2026-11-20T15:00:00Z", status: "SHIPPED" } as const;
    const order = exampleOrder({
      changes: [{ at: "2026-11-20T11:00:00Z", status: "UNSHIPPED" }, later],
      deliveredAt: null,
    });
    const sandbox = await fresh(
      exampleWorld({ orders: [order], handWritten: [{ orderId: order.orderId, at: "2026-11-20T15:10:00Z" }] }),
    );
    const status = async () => {
      const answer = await sandbox.amazon(`/orders/2026-01-01/orders/${order.orderId}?includedData=FULFILLMENT`, {
        token: await sandbox.token(),
      });
      return (answer.body as { order: { fulfillment: { fulfillmentStatus: string } } }).order.fulfillment
        .fulfillmentStatus;
    };
    expect(await status()).toBe("UNSHIPPED");
    await sandbox.control("POST", "/clock/run", { until: "2026-11-20T15:05:00Z" });
    expect(await status()).toBe("SHIPPED");
  });
});

describe("a review request", () => {
  it("is accepted once; the repeat and the actions say that it is no longer available", async () => {
    const sandbox = await fresh();
    const token = await sandbox.token();
    const id = "123-1234567-1234567";
    const first = await sandbox.amazon(REVIEW(id), { token, method: "POST" });
    expect(first).toMatchObject({ status: 201, body: {}, headers: { "x-amzn-ratelimit-limit": "1" } });
    expect(first.headers["x-amzn-requestid"]).toBeTypeOf("string");
    expect(await sandbox.amazon(REVIEW(id), { token, method: "POST" })).toMatchObject({
      status: 403,
      body: {
        errors: [
          { code: "Unauthorized", message: "The requested solicitation is not available for this amazonOrderId." },
        ],
      },
    });
    const actions = await sandbox.amazon(`/solicitations/v1/orders/${id}?marketplaceIds=${US}`, { token });
    expect(actions.body).toMatchObject({ _links: { actions: [] } });
    expect(sandbox.log().filter((entry) => entry.kind === "amazon.call" && entry.effect !== null)).toHaveLength(1);
  });

  it.each([
    [
      "before the fifth day",
      { deliverBy: { earliest: "2026-11-15T12:00:01Z", latest: "2026-11-18T08:00:00Z" } },
      "outside the 5-30 day range",
    ],
    [
      "after the thirtieth day",
      { deliverBy: { earliest: "2026-10-15T08:00:00Z", latest: "2026-10-21T12:00:00Z" } },
      "outside the 5-30 day range",
    ],
    ["on a cancelled order", { changes: [{ at: "2026-11-01T10:00:00Z", status: "CANCELLED" }] }, "not available"],
    ["on a replacement", { replacementOf: "111-0000000-0000001" }, "not available"],
    ["on an order sold elsewhere", { channel: "other" }, "not available"],
  ] as const)("is refused %s", async (_case, changes, message) => {
    const sandbox = await fresh(exampleWorld({ orders: [exampleOrder(changes as object)] }));
    const answer = await sandbox.amazon(REVIEW("123-1234567-1234567"), {
      token: await sandbox.token(),
      method: "POST",
    });
    expect(answer).toMatchObject({ status: 403, body: { errors: [{ message: expect.stringContaining(message) }] } });
  });
});

describe("rates", () => {
  it("allow the burst, then answer 429 without a hint when to come back, and refill on the sandbox's clock", async () => {
    const sandbox = await fresh(
      exampleWorld({
        orders: orders(8),
        handWritten: [{ orderId: "111-0000000-0000001", at: "2026-11-20T12:00:02Z" }],
      }),
    );
    const token = await sandbox.token();
    const statuses = async (from: number, to: number) => {
      const all = [];
      for (let index = from; index < to; index += 1)
        all.push((await sandbox.amazon(REVIEW(`111-0000000-000000${index + 1}`), { token, method: "POST" })).status);
      return all;
    };
    expect(await statuses(0, 6)).toEqual([201, 201, 201, 201, 201, 429]);
    const answer = await sandbox.amazon(REVIEW("111-0000000-0000006"), { token, method: "POST" });
    expect(answer.body).toMatchObject({ errors: [{ code: "QuotaExceeded" }] });
    expect(answer.headers).not.toHaveProperty("retry-after");
    await sandbox.control("POST", "/clock/run", { until: "2026-11-20T12:00:02Z" });
    expect(await statuses(5, 8)).toEqual([201, 201, 429]);
  });
});

describe("messages", () => {
  const path = (name: string) => `/messaging/v1/orders/123-1234567-1234567/messages/${name}?marketplaceIds=${US}`;

  it("are offered by the order's state, and only offered ones are taken", async () => {
    const unshipped = exampleOrder({ changes: [{ at: "2026-11-19T10:00:00Z", status: "UNSHIPPED" }] });
    const sandbox = await fresh(exampleWorld({ orders: [unshipped] }));
    const token = await sandbox.token();
    const actions = await sandbox.amazon(`/messaging/v1/orders/123-1234567-1234567?marketplaceIds=${US}`, { token });
    const names = (actions.body as { _links: { actions: { name: string }[] } })._links.actions.map(
      (action) => action.name,
    );
    expect(names).toContain("confirmOrderDetails");
    expect(names).not.toContain("confirmCustomizationDetails");
    const post = (name: string, body: unknown) =>
      sandbox.amazon(path(name), { token, method: "POST", body: JSON.stringify(body) });
    expect(
      await post("confirmOrderDetails", { text: "Please confirm the colour of order 123-1234567-1234567." }),
    ).toMatchObject({ status: 201, body: {} });
    expect(await post("confirmCustomizationDetails", { text: "Which text?" })).toMatchObject({ status: 403 });
    expect(await post("confirmOrderDetails", { text: "x".repeat(2001) })).toMatchObject({ status: 400 });
    expect(await post("confirmOrderDetails", { text: "Write to help@example.com" })).toMatchObject({ status: 400 });
  });

  it("follow the buyer's language", async () => {
    const sandbox = await fresh();
    const answer = await sandbox.amazon(`/messaging/v1/orders/123-1234567-1234567/attributes?marketplaceIds=${US}`, {
      token: await sandbox.token(),
    });
    expect(answer.body).toEqual({ buyer: { locale: "en-US" } });
  });
});

describe("a restart", () => {
  it("remembers what was accepted, the token, the clock and the ports", async () => {
    const dir = mkdtempSync(join(tmpdir(), "heed-sandbox-"));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    const first = await startTestSandbox({ dir });
    await first.control(
      "POST",
      "/world",
      exampleWorld({ handWritten: [{ orderId: "123-1234567-1234567", at: "2026-11-20T12:20:00Z" }] }),
    );
    const token = await first.token();
    await first.control("POST", "/clock/run", { until: "2026-11-20T12:30:00Z" });
    expect((await first.amazon(REVIEW("123-1234567-1234567"), { token, method: "POST" })).status).toBe(201);
    const { amazonPort } = first.running;
    await first.stop();
    const second = await startTestSandbox({ dir });
    onTestFinished(() => second.stop());
    expect(second.running.amazonPort).toBe(amazonPort);
    expect((await second.control("GET", "/clock")).body).toMatchObject({ now: "2026-11-20T12:30:00Z" });
    expect((await second.amazon(REVIEW("123-1234567-1234567"), { token, method: "POST" })).status).toBe(403);
  });
});
