import { Temporal } from "@heed/core/time";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { endSubscription, ensureDestination } from "./destinations.ts";
import type { Gateway, UploadRequest } from "./gateway-types.ts";
import { gatewayTo } from "./testing/gateway-fixture.ts";
import { readShared, sharedMissing } from "./testing/published-facts.ts";
import { json, type StandIn, startStandIn } from "./testing/stand-in.ts";

const MODELS = [
  "orders_2026-01-01",
  "solicitations",
  "messaging",
  "sellers",
  "reports_2021-06-30",
  "notifications",
  "uploads_2020-11-01",
  "application_2023-11-30",
];
const ORDER = "302-1234567-7654321";
const US = "ATVPDKIKX0DER";
const SQS = { sqs: { arn: "arn:aws:sqs:us-east-2:444455556666:queue1" } };

let amazon: StandIn;
beforeEach(async () => {
  amazon = await startStandIn();
});
afterEach(() => amazon.stop());

const application = () => ({ clientId: "c", secrets: ["s"], endpoint: amazon.endpoint, timeoutMs: 5000 });
const noDestination = json(200, { payload: [] });

/** How the product makes each call whose answer has an example. */
const CALLS: Readonly<Record<string, (gateway: Gateway) => Promise<unknown>>> = {
  searchOrders: (gateway) =>
    gateway
      .searchOrders({ lastUpdatedAfter: Temporal.Instant.from("2026-01-01T00:00:00Z"), marketplaceIds: [US] })
      .next(),
  getSolicitationActionsForOrder: (gateway) => gateway.getSolicitationActions(ORDER, US),
  getMessagingActionsForOrder: (gateway) => gateway.getMessagingActions(ORDER, US),
  GetAttributes: (gateway) => gateway.getAttributes(ORDER, US),
  getMarketplaceParticipations: (gateway) => gateway.getMarketplaceParticipations(),
  createSubscription: (gateway) => gateway.subscribeToOrders("d"),
  createUploadDestinationForResource: (gateway) => gateway.uploadFile(UPLOAD),
  getDestinations: () => ensureDestination(application(), { region: "NA", target: SQS }),
  createDestination: () => ensureDestination(application(), { region: "NA", target: SQS }),
  deleteSubscriptionById: () => endSubscription(application(), { region: "NA", subscriptionId: "s" }),
};
const UPLOAD: UploadRequest = {
  ...{ orderId: ORDER, marketplaceId: US, operation: "invoice", contentType: "application/pdf" },
  content: new Uint8Array(3),
};

const model = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});
const operation = z.object({
  operationId: z.string(),
  responses: z.record(z.string(), z.object({ examples: z.record(z.string(), z.unknown()).default({}) })),
});

interface Example {
  readonly operationId: string;
  readonly status: number;
  readonly body: unknown;
}

/** Of all operations that the product calls. */
function publishedExamples(): readonly Example[] {
  return MODELS.flatMap((name) => {
    const { paths } = model.parse(JSON.parse(readShared(`spec/amazon/${name}.json`)));
    return Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap((method) => operation.safeParse(method).data ?? [])
      .filter(({ operationId }) => Object.hasOwn(CALLS, operationId))
      .flatMap(({ operationId, responses }) =>
        Object.entries(responses).flatMap(([status, { examples }]) =>
          Object.entries(examples).map(([key, value]) => {
            // The one of the sellers model stands without its envelope.
            const body = key === "payload" ? { payload: value } : value;
            return { operationId, status: Number(status), body };
          }),
        ),
      );
  });
}

test.skipIf(sharedMissing)("every example of an answer in Amazon's models is read (shared-missing)", async () => {
  const examples = publishedExamples();
  expect(new Set(examples.map(({ operationId }) => operationId))).toEqual(new Set(Object.keys(CALLS)));
  const read: string[] = [];
  for (const { operationId, status, body } of examples) {
    const answer = json(status, body);
    if (operationId === "createDestination") amazon.answer(noDestination, answer);
    else amazon.answer(answer);
    const made = CALLS[operationId]?.(gatewayTo(amazon.endpoint).gateway) ?? Promise.reject(new Error(operationId));
    if (status < 300) await expect(made, `${operationId} ${status}`).resolves.not.toThrow();
    else await expect(made, `${operationId} ${status}`).rejects.toMatchObject({ name: "AppError" });
    read.push(`${operationId} ${status}`);
  }
  expect(read.length).toBe(18);
});
