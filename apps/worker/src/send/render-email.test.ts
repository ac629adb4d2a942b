import { NO_AFTERMATH } from "@heed/core/order/aftermath";
import { REVIEW_REQUEST } from "@heed/core/template/built-in";
import { Temporal } from "@heed/core/time";
import type { SendWork } from "@heed/db/queries/send-work";
import { describe, expect, it } from "vitest";
import { type RenderInput, renderEmail } from "./prepare-email.ts";

const at = (text: string) => Temporal.Instant.from(text);

function workOf(changes: Partial<SendWork["facts"]["order"]> = {}): SendWork {
  const order: SendWork["facts"]["order"] = {
    orderId: "701-0000001-0000001",
    marketplaceId: "ATVPDKIKX0DER",
    channel: "amazon",
    fulfilledBy: "merchant",
    status: "SHIPPED",
    purchasedAt: at("2026-11-01T08:00:00Z"),
    lastUpdatedAt: at("2026-11-02T08:00:00Z"),
    shippedAt: at("2026-11-02T08:00:00Z"),
    delivery: null,
    programs: [],
    replacement: false,
    currency: "USD",
    totalMinor: 1900,
    serviceLevel: "STANDARD",
    items: [
      {
        orderItemId: "1",
        sku: "CUP",
        asin: "B000000001",
        title: 'Cup <b>"large"</b> & saucer',
        quantity: 2,
        quantityShipped: 2,
        priceMinor: 1900,
        customized: false,
        buyerRequestedCancel: false,
      },
    ],
    source: "sync",
    aftermath: NO_AFTERMATH,
    ...changes,
  };
  return { facts: { order }, message: { purpose: "review_request" } } as SendWork;
}

const input = (changes: Partial<RenderInput> = {}): RenderInput => ({
  template: REVIEW_REQUEST,
  wanted: "en-US",
  work: workOf(),
  storeName: "Test & Sons",
  ...changes,
});

describe("a rendered review e-mail", () => {
  it("is the same, byte for byte, whenever it is rendered from the same: so a repeat can prove that it is one", () => {
    const first = renderEmail(input());
    expect(first.payloadHash).toMatch(/^[0-9a-f]{64}$/);
    for (let turn = 0; turn < 5; turn += 1) expect(renderEmail(input({ work: workOf() }))).toEqual(first);
  });

  it.each<[string, Partial<RenderInput>]>([
    ["order", { work: workOf({ orderId: "701-0000002-0000002" }) }],
    ["store's name", { storeName: "Other" }],
    ["language", { wanted: "de-DE" }],
  ])("has another hash when the %s differs", (...[, changes]) => {
    expect(renderEmail(input(changes)).payloadHash).not.toBe(renderEmail(input()).payloadHash);
  });

  it.each([
    ["en-US", "en"],
    ["de-DE", "de"],
    ["fr-FR", "fr"],
    ["ja-JP", "ja"],
  ])("for %s is written in %s, names the order, and breaks no rule", (wanted, language) => {
    const { facts, mail } = renderEmail(input({ wanted }));
    expect(facts).toMatchObject({ language });
    expect(facts.findings.filter(({ severity }) => severity === "block")).toEqual([]);
    expect(mail?.html).toContain("701-0000001-0000001");
    expect(mail?.text).toContain("701-0000001-0000001");
  });

  it("escapes what comes from outside", () => {
    expect(renderEmail(input()).mail?.html).not.toContain("<b>");
  });

  it("does not exist in a language that nobody wrote", () => {
    expect(renderEmail(input({ wanted: "tr-TR" }))).toMatchObject({
      facts: { wanted: "tr-TR", language: null },
      mail: null,
      payloadHash: null,
    });
  });
});
