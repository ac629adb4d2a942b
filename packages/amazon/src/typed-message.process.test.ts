import { Temporal } from "@heed/core/time";
import { exampleBuyer, exampleOrder, exampleWorld, TEST_NOW } from "@heed/sandbox/testing";
import { describe, expect, onTestFinished, test } from "vitest";
import type { TypedRequest } from "./gateway-types.ts";
import { type InSandbox, inSandbox, US } from "./testing/in-sandbox.ts";

const ORDER = "123-1234567-1234567";
const [item] = exampleOrder().items;

/** A paid, customised order that has not shipped: it allows most of the typed messages. */
const UNSHIPPED = exampleOrder({
  changes: [{ at: "2026-11-19T10:00:00Z", status: "UNSHIPPED" }],
  deliveredAt: null,
  items: item === undefined ? [] : [{ ...item, customized: true }],
  extraMessages: ["confirmServiceDetails", "digitalAccessKey"],
});

async function fresh(): Promise<InSandbox> {
  const place = await inSandbox(1);
  onTestFinished(() => place.sandbox.stop());
  await place.sandbox.control("POST", "/world", exampleWorld({ orders: [UNSHIPPED], buyers: [exampleBuyer()] }));
  return place;
}

function request(changes: Partial<TypedRequest>): TypedRequest {
  const none = { text: null, attachments: [], coverage: null };
  return { orderId: ORDER, marketplaceId: US, operation: "confirmOrderDetails", ...none, ...changes };
}

function effects({ sandbox }: InSandbox): readonly string[] {
  return sandbox
    .log()
    .flatMap((entry) =>
      entry.kind === "amazon.call" && entry.effect?.kind === "typed_message" ? [entry.effect.operation] : [],
    );
}

const CONTENT = new TextEncoder().encode("%PDF-1.4 warranty");

describe("typed messages", () => {
  test("all nine kinds are taken as the models have them, files first brought to Amazon", async () => {
    const place = await fresh();
    await place.run(async () => {
      const file = async (operation: TypedRequest["operation"]) => {
        const upload = {
          orderId: ORDER,
          marketplaceId: US,
          operation,
          contentType: "application/pdf",
          content: CONTENT,
        };
        return { ...(await place.gateway.uploadFile(upload)), fileName: "file.pdf" };
      };
      const send = (changes: Partial<TypedRequest>) => place.gateway.sendTypedMessage(request(changes));
      const text = "Please confirm: is it flat 12?";
      for (const operation of [
        "confirmDeliveryDetails",
        "confirmOrderDetails",
        "confirmServiceDetails",
        "unexpectedProblem",
      ] as const)
        expect(await send({ operation, text })).toEqual({ kind: "accepted" });
      for (const operation of ["confirmCustomizationDetails", "digitalAccessKey"] as const)
        expect(await send({ operation, text, attachments: [await file(operation)] })).toEqual({ kind: "accepted" });
      for (const operation of ["legalDisclosure", "invoice"] as const)
        expect(await send({ operation, attachments: [await file(operation)] })).toEqual({ kind: "accepted" });
      const coverage = { from: "2026-11-20T00:00:00Z", to: "2028-11-20T00:00:00Z" };
      expect(await send({ operation: "warranty", attachments: [await file("warranty")], coverage })).toEqual({
        kind: "accepted",
      });
    });
    expect(effects(place).toSorted()).toEqual([
      "CreateWarranty",
      "confirmCustomizationDetails",
      "createConfirmDeliveryDetails",
      "createConfirmOrderDetails",
      "createConfirmServiceDetails",
      "createDigitalAccessKey",
      "createLegalDisclosure",
      "createUnexpectedProblem",
      "sendInvoice",
    ]);
  });

  test("what Amazon refuses comes back with its reason", async () => {
    const place = await fresh();
    const shipped = exampleOrder({ orderId: "123-1234567-7654321" });
    await place.sandbox.control("POST", "/world", exampleWorld({ orders: [shipped] }));
    await place.run(async () => {
      const send = (changes: Partial<TypedRequest>) => place.gateway.sendTypedMessage(request(changes));
      expect(await send({ orderId: shipped.orderId, text: "Which flat?" })).toMatchObject({
        kind: "refused",
        reason: "not_offered",
      });
      expect(await send({ orderId: "123-1234567-0000009", text: "Which flat?" })).toMatchObject({
        reason: "not_found",
      });
      expect(await send({ text: "x".repeat(2001) })).toMatchObject({ kind: "refused", reason: "invalid_request" });
      const attachments = [{ uploadDestinationId: "4e936e26-7b72-4b84-af27-e6baee1d546d", fileName: "a.pdf" }];
      expect(await send({ operation: "invoice", attachments })).toMatchObject({ reason: "invalid_request" });
    });
    expect(effects(place)).toEqual([]);
  });

  test("a lost answer is lost and never repeated", async () => {
    const place = await fresh();
    await place.sandbox.control("POST", "/faults", { kind: "reset", op: "createConfirmOrderDetails", times: 1 });
    const outcome = await place.run(() => place.gateway.sendTypedMessage(request({ text: "Is it flat 12?" })));
    expect(outcome).toMatchObject({ kind: "lost" });
    expect(effects(place)).toHaveLength(1);
  });

  test("a file that arrives late is refused by the storage, and nothing is sent", async () => {
    const place = await fresh();
    const upload = { orderId: ORDER, marketplaceId: US, operation: "invoice" as const, contentType: "application/pdf" };
    const late = { ...upload, content: CONTENT };
    const brought = place.run(async () => {
      await place.gateway.uploadFile(late);
      await place.clock.sleepUntil(Temporal.Instant.from(TEST_NOW).add({ hours: 1 }));
      return place.gateway.uploadFile({ ...upload, orderId: "123-1234567-0000009", content: CONTENT });
    });
    await expect(brought).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
