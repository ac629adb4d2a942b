import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { answerValidator } from "../testing/model-schema.ts";
import { hasSpec, SPEC_DIR } from "../testing/published-spec.ts";
import { exampleBuyer, exampleOrder, exampleWorld, startTestSandbox } from "../testing.ts";
import { marketplace } from "../world/marketplaces.ts";
import type { WorldOrder, WorldStore } from "../world/types.ts";
import { findRoute } from "./operations.ts";

interface Pair {
  readonly model: string;
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly request: { readonly parameters: Readonly<Record<string, { readonly value: unknown }>> };
  readonly response: PublishedAnswer;
}

interface PublishedOrder {
  readonly orderId: string;
  readonly createdTime: string;
  readonly lastUpdatedTime: string;
  readonly programs?: readonly string[];
  readonly salesChannel: { readonly marketplaceId: string };
  readonly fulfillment: {
    readonly fulfillmentStatus: WorldOrder["changes"][number]["status"];
    readonly fulfilledBy: string;
    readonly fulfillmentServiceLevel: WorldOrder["serviceLevel"];
    readonly shipByWindow?: Window;
    readonly deliverByWindow?: Window;
  };
  readonly orderItems: readonly {
    readonly orderItemId: string;
    readonly quantityOrdered: number;
    readonly product: {
      readonly asin: string;
      readonly title: string;
      readonly sellerSku: string;
      readonly price: { readonly unitPrice: { readonly amount: string; readonly currencyCode: string } };
    };
  }[];
}

interface Window {
  readonly earliestDateTime: string;
  readonly latestDateTime?: string;
}

interface PublishedAnswer {
  readonly order?: PublishedOrder;
  readonly orders?: readonly PublishedOrder[];
  readonly errors?: readonly { readonly code: string; readonly message: string }[];
}

function readPairs(): readonly Pair[] {
  if (!hasSpec) return [];
  const { vectors } = JSON.parse(readFileSync(join(SPEC_DIR, "amazon/sandbox-vectors.json"), "utf8")) as {
    vectors: Pair[];
  };
  return vectors.filter(
    // Reports that a seller never asked for are not in our world; reports.test.ts walks through those that exist.
    (pair) =>
      !(/^(reports|notifications)/.test(pair.model) && pair.status < 400) &&
      findRoute(pair.method, pair.path.replaceAll(/\{[^}]+\}/g, "123-1234567-1234567")) !== null,
  );
}

/** Our world's order for a published one; what the published answer leaves out is made up. */
function worldOrder(published: PublishedOrder): WorldOrder {
  const { fulfillment } = published;
  const { earliestDateTime: earliest = published.createdTime, latestDateTime: latest = null } =
    fulfillment.deliverByWindow ?? {};
  const shipBy = fulfillment.shipByWindow;
  return exampleOrder({
    orderId: published.orderId,
    sellerId: "A0PUBLISHED000",
    marketplaceId: published.salesChannel.marketplaceId,
    alias: `buyer-email@marketplace.${marketplace(published.salesChannel.marketplaceId).domain}`,
    fulfilledBy: fulfillment.fulfilledBy === "AMAZON" ? "amazon" : "merchant",
    serviceLevel: fulfillment.fulfillmentServiceLevel,
    programs: published.programs ?? [],
    currency: published.orderItems[0]?.product.price.unitPrice.currencyCode ?? "USD",
    items: published.orderItems.map((item) => ({
      orderItemId: item.orderItemId,
      sku: item.product.sellerSku,
      asin: item.product.asin,
      title: item.product.title,
      quantity: item.quantityOrdered,
      unitPrice: item.product.price.unitPrice.amount,
      customized: false,
      buyerRequestedCancel: false,
    })),
    changes: [
      { at: published.createdTime, status: "PENDING" },
      { at: published.lastUpdatedTime, status: fulfillment.fulfillmentStatus },
    ],
    shipBy: {
      earliest: shipBy?.earliestDateTime ?? published.createdTime,
      latest: shipBy?.latestDateTime ?? published.createdTime,
    },
    deliverBy: { earliest, latest },
    deliveredAt: null,
    windowHidden: fulfillment.deliverByWindow === undefined,
  });
}

/** The order that a published message needs to be allowed. */
function orderForMessages(operationId: string): WorldOrder {
  const unshipped = { changes: [{ at: "2026-11-19T10:00:00Z", status: "UNSHIPPED" }], deliveredAt: null } as const;
  const [item] = exampleOrder().items;
  const shipped = operationId.includes("Solicitation");
  const custom = item === undefined ? [] : [{ ...item, customized: true }];
  return exampleOrder({
    ...(shipped ? {} : { ...unshipped, items: custom }),
    extraMessages: ["confirmServiceDetails", "digitalAccessKey"],
  });
}

const publishedOrders = (pair: Pair) => [
  ...(pair.response.order === undefined ? [] : [pair.response.order]),
  ...(pair.response.orders ?? []),
];

/** The files that a published message names. */
function publishedFiles(pair: Pair): readonly string[] {
  const body = pair.request.parameters["body"]?.value as
    | { readonly attachments?: readonly { readonly uploadDestinationId: string }[] }
    | undefined;
  return [...new Set((body?.attachments ?? []).map(({ uploadDestinationId }) => uploadDestinationId))];
}

async function ask(pair: Pair) {
  const published = publishedOrders(pair);
  const place = marketplace(published[0]?.salesChannel.marketplaceId ?? "ATVPDKIKX0DER");
  const store: WorldStore = {
    ...(exampleWorld().stores[0] as WorldStore),
    sellerId: "A0PUBLISHED000",
    name: "BestSellerStore",
    region: place.region,
    refreshToken: "Atzr|published",
    marketplaces: [{ marketplaceId: place.id, noticeToken: "x", emailLane: false }],
  };
  const orders =
    published.length > 0
      ? published.map(worldOrder)
      : [{ ...orderForMessages(pair.operationId), sellerId: store.sellerId }];
  const newest =
    orders
      .map((order) => order.changes.at(-1)?.at ?? "")
      .toSorted()
      .at(-1) ?? "";
  const sandbox = await startTestSandbox({
    clock: {
      virtualFrom:
        published.length > 0 ? new Date(Date.parse(newest) + 3_600_000).toISOString() : "2026-11-20T12:00:00Z",
    },
  });
  onTestFinished(() => sandbox.stop());
  await sandbox.control("POST", "/world", {
    stores: [store],
    buyers: [exampleBuyer({ sellerId: store.sellerId })],
    orders,
    uploads: publishedFiles(pair).map((uploadDestinationId) => ({
      uploadDestinationId,
      sellerId: store.sellerId,
      orderId: orders[0]?.orderId ?? "",
    })),
  });
  const { target, body } = requestOf(pair);
  const answer = await sandbox.amazon(target, {
    host: `sellingpartnerapi-${place.region.toLowerCase()}.amazon.com`,
    method: pair.method,
    token: await sandbox.token(store.refreshToken),
    ...(body !== undefined && { body }),
  });
  return { answer, entry: sandbox.log().at(-1) };
}

function requestOf(pair: Pair) {
  const query = new URLSearchParams();
  let path = pair.path;
  let body: string | undefined;
  for (const [name, { value }] of Object.entries(pair.request.parameters)) {
    if (name === "body") body = JSON.stringify(value);
    else if (path.includes(`{${name}}`)) path = path.replace(`{${name}}`, String(value));
    else if (name !== "paginationToken") query.set(name, [value].flat().join(","));
  }
  const perOrder = pair.path.includes("{amazonOrderId}");
  if (perOrder && !query.has("marketplaceIds")) query.set("marketplaceIds", "ATVPDKIKX0DER");
  return { target: `${path.replaceAll(/\{[^}]+\}/g, "123-1234567-1234567")}?${query}`, body };
}

const pairs = readPairs();

describe.skipIf(!hasSpec)("Amazon's published pairs (shared-missing)", () => {
  it("cover all operations of the sandbox", () => {
    expect(pairs.length).toBeGreaterThanOrEqual(31);
    expect(new Set(pairs.map((pair) => pair.operationId)).size).toBe(19);
  });

  it.each(pairs.map((pair, index) => [`${pair.operationId} ${pair.status} #${index}`, pair] as const))(
    "%s",
    async (_name, pair) => {
      const { answer, entry } = await ask(pair);
      expect(answer.status).toBe(pair.status);
      expect(entry).toMatchObject({ kind: "amazon.call", operation: pair.operationId, status: pair.status });
      const validate = answerValidator(pair.model)(pair.operationId, pair.status);
      expect(validate === null || validate(answer.body) || validate.errors).toBe(true);
      if (pair.response.errors !== undefined) {
        const errors = pair.response.errors.map(({ code, message }) => ({ code, message }));
        expect(answer.body).toMatchObject({ errors });
      }
      const shown = answer.body as PublishedAnswer;
      const published = publishedOrders(pair).map(comparable).toSorted(byId);
      expect(
        publishedOrders({ ...pair, response: shown })
          .map(comparable)
          .toSorted(byId),
      ).toEqual(published);
    },
  );
});

const byId = (a: { orderId: string }, b: { orderId: string }) => (a.orderId < b.orderId ? -1 : 1);

/** The parts of an order that the product reads. */
function comparable(order: PublishedOrder) {
  const { orderId, createdTime, lastUpdatedTime, programs = [], salesChannel, fulfillment } = order;
  return {
    orderId,
    createdTime,
    lastUpdatedTime,
    programs,
    salesChannel,
    status: fulfillment.fulfillmentStatus,
    fulfilledBy: fulfillment.fulfilledBy,
    deliverBy: fulfillment.deliverByWindow ?? null,
    items: order.orderItems.map(({ orderItemId, quantityOrdered, product }) => ({
      orderItemId,
      quantityOrdered,
      asin: product.asin,
      title: product.title,
      sku: product.sellerSku,
      price: product.price.unitPrice,
    })),
  };
}

describe.skipIf(!hasSpec)("published operations (shared-missing)", () => {
  it("have the rates that the sandbox enforces, and all statuses that it answers", () => {
    const { operations } = JSON.parse(readFileSync(join(SPEC_DIR, "amazon/operations.json"), "utf8")) as {
      operations: {
        operationId: string;
        method: string;
        path: string;
        deprecated: boolean;
        restore_per_s: number | null;
        burst: number | null;
        statuses: string[];
      }[];
    };
    const checked = operations.flatMap((operation) => {
      const route = findRoute(operation.method, operation.path.replaceAll(/\{[^}]+\}/g, "123-1234567-1234567"));
      return route === null || operation.restore_per_s === null ? [] : [[operation, route] as const];
    });
    expect(checked.length).toBe(25);
    for (const [{ operationId, restore_per_s: restore, burst, statuses }, route] of checked) {
      expect([route.operationId, route.rate]).toEqual([operationId, { restore, burst }]);
      expect(statuses).toEqual(expect.arrayContaining(["400", "403", "404", "415", "429", "500", "503"]));
    }
  });
});
