import { createHmac } from "node:crypto";
import { type Instant, Temporal } from "@heed/core/time";
import { Stripe } from "stripe";
import { describe, expect, it } from "vitest";
import { EVENT_RULES } from "./event-rules.ts";
import { readWebhook } from "./webhook.ts";

const SECRET = "whsec_test";
const NOW = Temporal.Instant.from("2026-11-25T12:00:00Z");
const STAMP = NOW.epochMilliseconds / 1_000;

const event = (changes: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({
    id: "evt_1",
    object: "event",
    type: "customer.subscription.updated",
    created: STAMP,
    livemode: false,
    api_version: "2019-12-03",
    data: { object: { id: "sub_1", customer: "cus_1", metadata: { heed_tenant: "t" } } },
    ...changes,
  });

const sign = (body: string, { secret = SECRET, timestamp = STAMP } = {}) =>
  Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp });

function read(body: string, changes: { signature?: string | null; receivedAt?: Instant; live?: boolean } = {}) {
  return readWebhook({ secret: SECRET, signature: sign(body), body, receivedAt: NOW, live: false, ...changes });
}

describe("events of Stripe", () => {
  it("are believed as to whom they are about, whatever version of the API they speak", () => {
    const told = { kind: "event", id: "evt_1", customerId: "cus_1", tenantId: "t" };
    expect(read(event())).toMatchObject(told);
    const expanded = event({ data: { object: { customer: { id: "cus_1" }, metadata: { heed_tenant: "t" } } } });
    expect(read(expanded)).toMatchObject(told);
  });

  it("about a checkout name the workspace, those about a customer the customer itself", () => {
    const checkout = {
      type: "checkout.session.completed",
      data: { object: { customer: null, client_reference_id: "t" } },
    };
    expect(read(event(checkout))).toMatchObject({ customerId: null, tenantId: "t" });
    const deleted = { type: "customer.deleted", data: { object: { id: "cus_9" } } };
    expect(read(event(deleted))).toMatchObject({ customerId: "cus_9", tenantId: null });
  });

  it("of other kinds are ignored by name", () => {
    expect(read(event({ type: "charge.succeeded" }))).toEqual({ kind: "ignored", type: "charge.succeeded" });
    expect(EVENT_RULES.size).toBe(19);
  });

  it.each([
    ["not JSON", "{"],
    ["no event", JSON.stringify({ hello: true })],
    ["without an id", event({ id: undefined })],
  ])("that are malformed: %s", (_name, body) => {
    expect(read(body)).toEqual({ kind: "malformed" });
  });

  it("of the other environment are refused and said so", () => {
    expect(read(event({ livemode: true }))).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("live mode"),
    });
    expect(read(event(), { live: true })).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("test mode"),
    });
  });
});

describe("forged deliveries", () => {
  const body = event();
  const good = sign(body);
  const v0 = `t=${STAMP},v0=${createHmac("sha256", SECRET).update(`${STAMP}.${body}`).digest("hex")}`;

  it.each([
    ["no signature", null],
    ["an empty one", ""],
    ["nonsense", "t=,v1="],
    ["another secret", sign(body, { secret: "whsec_other" })],
    ["another body", sign(`${body} `)],
    ["another stamp under the same signature", good.replace(`t=${STAMP}`, `t=${STAMP - 1}`)],
    ["a scheme that is not theirs", v0],
    ["a signature cut short", good.slice(0, -2)],
    ["a fresh stamp before an old one", `t=${STAMP},${sign(body, { timestamp: STAMP - 9_000 })}`],
    ["an old stamp before a fresh one", `t=${STAMP - 9_000},${good}`],
  ])("are refused: %s", (_name, signature) => {
    expect(read(body, { signature }).kind).toBe("refused");
  });

  it("and so is each of a thousand that were changed by one character", () => {
    for (let index = 0; index < 1_000; index += 1) {
      const place = index % body.length;
      const changed = body.slice(0, place) + String.fromCharCode(body.charCodeAt(place) ^ 1) + body.slice(place + 1);
      expect(read(changed, { signature: good }).kind).toBe("refused");
    }
  });

  it.each([
    ["a day ago", -86_400, "24.0 h ago"],
    ["a day ahead", 86_400, "24.0 h ahead"],
  ])("a right signature from %s is a replay or a wrong clock, and said so", (_name, shift, words) => {
    const timestamp = STAMP + shift;
    expect(read(body, { signature: sign(body, { timestamp }) })).toMatchObject({
      reason: expect.stringContaining(words),
    });
  });

  it("within five minutes passes, and one right signature among wrong ones is enough", () => {
    expect(read(body, { signature: sign(body, { timestamp: STAMP - 299 }) }).kind).toBe("event");
    expect(read(body, { signature: `${good},v1=${"0".repeat(64)}` }).kind).toBe("event");
  });
});
