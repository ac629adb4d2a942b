import { REVIEW_REQUEST } from "@heed/core/template/built-in";
import { Temporal } from "@heed/core/time";
import type { SentMail } from "@heed/db/queries/sent-mail";
import { renderOrderMail } from "@heed/emails/order-mail";
import { describe, expect, it } from "vitest";
import { mailAsSent } from "./mail-as-sent.ts";

const order = { orderId: "701-0000001-0000001", marketplaceId: "A1PA6795UKMFR9", items: [] };
const made = renderOrderMail({ template: REVIEW_REQUEST, wanted: "de", order, storeName: "Store" });
const sent: SentMail = {
  at: Temporal.Instant.from("2026-11-20T09:00:00Z"),
  intent: {
    lane: "email",
    at: "2026-11-20T09:00:00Z",
    templateKey: REVIEW_REQUEST.templateKey,
    templateVersion: REVIEW_REQUEST.version,
    language: "de",
    payloadHash: made.kind === "mail" ? made.hash : null,
    idempotencyKey: "k",
  },
  template: REVIEW_REQUEST,
  order,
  storeName: "Store",
};

describe("the message of an order, shown later", () => {
  it("is byte for byte what went out, in its language", () => {
    expect(mailAsSent(sent)).toMatchObject({ kind: "mail", language: "de", same: true });
    expect(mailAsSent(sent)).toMatchObject({ html: expect.stringContaining(order.orderId) });
  });

  it("says so when the store was renamed since", () => {
    expect(mailAsSent({ ...sent, storeName: "Renamed & Sons" })).toMatchObject({ kind: "mail", same: false });
  });

  it("is not there when its template lost the language", () => {
    const template = { ...REVIEW_REQUEST, texts: REVIEW_REQUEST.texts.filter(({ language }) => language === "en") };
    expect(mailAsSent({ ...sent, template })).toEqual({ kind: "none" });
  });
});
