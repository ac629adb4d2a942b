import { AppError } from "@heed/core/errors";
import type { TypedName } from "@heed/core/message/typed-operation";
import { Temporal } from "@heed/core/time";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Gateway, OrdersPage, TypedOutcome } from "./gateway-types.ts";
import type { ReportType } from "./report-types.ts";
import { gatewayTo } from "./testing/gateway-fixture.ts";
import { readShared, sharedMissing } from "./testing/published-facts.ts";
import type { SeenRequest, StandIn } from "./testing/stand-in.ts";
import { json, startStandIn } from "./testing/stand-in.ts";

const parameterValue = z.object({
  value: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
});
const pair = z.object({
  operationId: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.int(),
  request: z.object({ parameters: z.record(z.string(), parameterValue).default({}) }),
  response: z.unknown(),
});
type Pair = z.infer<typeof pair>;

const model = z.object({
  operations: z.array(
    z.object({
      operationId: z.string(),
      method: z.string(),
      path: z.string(),
      parameters: z
        .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().default(false) }))
        .default([]),
    }),
  ),
});

const US = "ATVPDKIKX0DER";
const list = (value: unknown): readonly string[] =>
  [value ?? []].flat().filter((one): one is string => typeof one === "string");
const orderOf = (sample: Pair) => list(sample.request.parameters["amazonOrderId"]?.value)[0] ?? "";

async function search(gateway: Gateway, sample: Pair): Promise<OrdersPage | undefined> {
  const { createdAfter, marketplaceIds, paginationToken } = sample.request.parameters;
  const from = list(createdAfter?.value)[0] ?? "";
  const pages = gateway.searchOrders({
    lastUpdatedAfter: Temporal.Instant.from(from.startsWith("TEST") ? "2024-12-25T00:00:00Z" : from),
    marketplaceIds: list(marketplaceIds?.value),
    paginationToken: list(paginationToken?.value)[0] ?? null,
  });
  return (await pages.next()).value ?? undefined;
}

type ProductCall = (gateway: Gateway, sample: Pair) => Promise<unknown>;
type TypedCall = readonly [string, ProductCall];

const TYPED = [
  ["confirmCustomizationDetails", "confirmCustomizationDetails"],
  ["createConfirmDeliveryDetails", "confirmDeliveryDetails"],
  ["createLegalDisclosure", "legalDisclosure"],
  ["createConfirmOrderDetails", "confirmOrderDetails"],
  ["createConfirmServiceDetails", "confirmServiceDetails"],
  ["CreateWarranty", "warranty"],
  ["createDigitalAccessKey", "digitalAccessKey"],
  ["createUnexpectedProblem", "unexpectedProblem"],
  ["sendInvoice", "invoice"],
] as const satisfies readonly (readonly [string, TypedName])[];

const file = z.object({ uploadDestinationId: z.string(), fileName: z.string() });
const typedBody = z.object({
  text: z.string().nullable().default(null),
  attachments: z.array(file).default([]),
  coverageStartDate: z.string().nullable().default(null),
  coverageEndDate: z.string().nullable().default(null),
});

/** The published body comes out as it went in; a refused one is an outcome, not an error. */
async function sendTyped(gateway: Gateway, operation: TypedName, sample: Pair): Promise<TypedOutcome> {
  const given = typedBody.parse(sample.request.parameters["body"]?.value ?? {});
  const { text, attachments, coverageStartDate: from, coverageEndDate: to } = given;
  const order = { orderId: orderOf(sample), marketplaceId: US };
  const outcome = await gateway.sendTypedMessage({ ...order, operation, text, attachments, coverage: { from, to } });
  if (outcome.kind === "refused") throw new AppError("INVALID", outcome.message);
  return outcome;
}

/** Amazon says that there is one already, so that it is looked up. */
async function findSubscription(gateway: Gateway): Promise<unknown> {
  const found = json(200, { payload: { subscriptionId: "TEST_CASE_200_SUBSCRIPTION_ID" } });
  amazon.answer(json(409, { errors: [{ code: "ResourceExists", message: "", details: "" }] }), found);
  return gateway.subscribeToOrders("TEST_CASE_200_DESTINATION_ID");
}

const reportBody = z.object({ reportType: z.string(), dataStartTime: z.string(), marketplaceIds: z.array(z.string()) });

/** The published types are others than ours; the form is the same. */
function createReport(gateway: Gateway, sample: Pair): Promise<string> {
  const { reportType, dataStartTime, marketplaceIds } = reportBody.parse(sample.request.parameters["body"]?.value);
  const type = reportType as ReportType;
  return gateway.createReport({ type, marketplaceIds, from: Temporal.Instant.from(dataStartTime), until: null });
}

/** The link of the example was read and followed; nothing is there any more. */
function linkFollowed(error: unknown): unknown {
  if (error instanceof AppError && error.details["reason"] === "unreachable") return "followed";
  throw error;
}

/** How the product calls each operation that it uses. */
const CALLS: Readonly<Record<string, ProductCall>> = {
  searchOrders: search,
  getSolicitationActionsForOrder: (gateway, sample) => gateway.getSolicitationActions(orderOf(sample), US),
  createProductReviewAndSellerFeedbackSolicitation: (gateway, sample) => gateway.requestReview(orderOf(sample), US),
  getMessagingActionsForOrder: (gateway, sample) => gateway.getMessagingActions(orderOf(sample), US),
  GetAttributes: (gateway, sample) => gateway.getAttributes(orderOf(sample), US),
  ...Object.fromEntries(
    TYPED.map(
      ([id, operation]) => [id, (gateway, sample) => sendTyped(gateway, operation, sample)] satisfies TypedCall,
    ),
  ),
  createSubscription: (gateway) => gateway.subscribeToOrders("TEST_CASE_200_DESTINATION_ID"),
  getSubscription: (gateway) => findSubscription(gateway),
  createReport: (gateway, sample) => createReport(gateway, sample),
  getReport: (gateway, sample) => gateway.getReport(list(sample.request.parameters["reportId"]?.value)[0] ?? ""),
  getReportDocument: (gateway, sample) =>
    gateway.downloadReport(list(sample.request.parameters["reportDocumentId"]?.value)[0] ?? "").catch(linkFollowed),
  getMarketplaceParticipations: (gateway) => gateway.getMarketplaceParticipations(),
};

function publishedPairs(): readonly Pair[] {
  if (sharedMissing) return [];
  const all = z.object({ vectors: z.array(z.looseObject({ operationId: z.string() })) });
  const { vectors } = all.parse(JSON.parse(readShared("spec/amazon/sandbox-vectors.json")));
  return z.array(pair).parse(vectors.filter((vector) => Object.hasOwn(CALLS, vector.operationId)));
}

/** What a published path needs and its pair leaves out. */
const ABSENT: Readonly<Record<string, string>> = { notificationType: "ORDER_CHANGE" };

type Operations = z.infer<typeof model>["operations"];

/** The method, path and values of the pair; no parameter that the model does not know, none missing that it requires. */
function expectPublishedForm(call: SeenRequest | undefined, sample: Pair, operations: Operations): void {
  const operation = operations.find(({ operationId }) => operationId === sample.operationId);
  expect(call?.method).toBe(sample.method);
  expect(call?.path).toBe(
    sample.path.replaceAll(
      /\{(\w+)\}/g,
      (...[, name]) => list(sample.request.parameters[name]?.value)[0] ?? ABSENT[name] ?? "",
    ),
  );
  const known = (operation?.parameters ?? []).filter((parameter) => parameter.in === "query");
  const sent = [...(call?.query.keys() ?? [])];
  expect(known.map((parameter) => parameter.name)).toEqual(expect.arrayContaining(sent));
  expect(sent).toEqual(expect.arrayContaining(known.filter((one) => one.required).map((one) => one.name)));
  const body = sample.request.parameters["body"]?.value;
  if (body !== undefined) expect(JSON.parse(call?.body ?? "")).toEqual(body);
  for (const name of ["marketplaceIds", "paginationToken"]) {
    const value = sample.request.parameters[name]?.value;
    if (value !== undefined) expect(call?.query.get(name)).toBe(list(value).join(","));
  }
}

let amazon: StandIn;
beforeEach(async () => {
  amazon = await startStandIn();
});
afterEach(() => amazon.stop());

describe("Amazon's published pairs", () => {
  test.skipIf(sharedMissing)("cover every operation that the gateway uses (shared-missing)", () => {
    expect(new Set(publishedPairs().map((sample) => sample.operationId))).toEqual(new Set(Object.keys(CALLS)));
  });

  test.skipIf(sharedMissing)(
    "have requests that the gateway produces, and answers that it reads (shared-missing)",
    async () => {
      const { operations } = model.parse(JSON.parse(readShared("spec/amazon/operations.json")));
      for (const sample of publishedPairs()) {
        amazon.answer(json(sample.status, sample.response));
        const { gateway } = gatewayTo(amazon.endpoint);
        const outcome = await CALLS[sample.operationId]?.(gateway, sample).catch((error: unknown) => error);
        if (sample.status >= 400) expect(outcome).toMatchObject({ code: "INVALID" });
        else expect(outcome).not.toBeInstanceOf(AppError);

        expectPublishedForm(amazon.calls.at(-1), sample, operations);
      }
    },
  );

  test.skipIf(sharedMissing)("become orders without a name or an address (shared-missing)", async () => {
    const pages: OrdersPage[] = [];
    for (const sample of publishedPairs().filter((one) => one.operationId === "searchOrders" && one.status === 200)) {
      amazon.answer(json(200, sample.response));
      const page = await search(gatewayTo(amazon.endpoint).gateway, sample);
      if (page !== undefined) pages.push(page);
    }
    const orders = pages.flatMap((page) => page.orders);
    expect(pages.flatMap((page) => page.unreadable)).toEqual([]);
    expect(
      orders.map(({ alias, order }) => [
        order.orderId,
        alias,
        order.currency,
        order.totalMinor,
        order.fulfilledBy,
        order.status,
      ]),
    ).toEqual([
      ["250-1234567-8901234", "buyer-email@marketplace.amazon.co.jp", "JPY", 19_940, "amazon", "SHIPPED"],
      ["202-7654321-1098765", "buyer-email@marketplace.amazon.co.uk", "GBP", 3499, "merchant", "SHIPPED"],
      ["171-2345678-9012345", "buyer-email@marketplace.amazon.com.br", "BRL", 159_990, "merchant", "UNSHIPPED"],
    ]);
    const personal = /Smith|Thompson|Oliveira|Oak Avenue|Paulista|150-0002|SW1A|01310|7946|91234/;
    expect(JSON.stringify(orders)).not.toMatch(personal);
  });
});
