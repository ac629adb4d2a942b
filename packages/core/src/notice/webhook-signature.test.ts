import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Temporal } from "../time.ts";
import { type SignedDelivery, signWebhook, verifyWebhook, type WebhookCheck } from "./webhook-signature.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const AT = 1_614_265_330;
const BODY = '{"test": 2432232314}';
const SIGNATURE = signWebhook({ secret: SECRET, id: "msg_1", timestamp: AT, body: BODY });

interface Change {
  readonly headers?: Readonly<Record<string, string>>;
  readonly secret?: string;
  readonly body?: string;
  readonly now?: number;
  readonly prefix?: string;
}

function verify({ headers = {}, secret = SECRET, body = BODY, now = AT, prefix = "svix" }: Change): WebhookCheck {
  const sent: Readonly<Record<string, string>> = {
    [`${prefix}-id`]: "msg_1",
    [`${prefix}-timestamp`]: String(AT),
    [`${prefix}-signature`]: SIGNATURE,
    ...headers,
  };
  const delivery: SignedDelivery = { secret, body, header: (name) => sent[name], now: at(now) };
  return verifyWebhook(delivery);
}

function at(seconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
}

describe("a delivery", () => {
  it.each(["svix", "webhook"])("with %s headers is accepted", (prefix) => {
    expect(verify({ prefix })).toEqual({ ok: true, id: "msg_1", sentAtSeconds: AT });
  });

  it("is accepted with the secret with or without its prefix", () => {
    expect(verify({ secret: SECRET.slice("whsec_".length) }).ok).toBe(true);
  });

  it("is accepted where one of several signatures is right", () => {
    const signature = `v1,aaaa v2,${SIGNATURE.slice(3)} ${SIGNATURE} v1,bbbb`;
    expect(verify({ headers: { "svix-signature": signature } }).ok).toBe(true);
  });

  it.each([300, -300])("is accepted %d seconds off", (seconds) => {
    expect(verify({ now: AT + seconds }).ok).toBe(true);
  });

  it.each<readonly [string, Change]>([
    ["header_missing", { headers: { "svix-id": "" } }],
    ["header_missing", { headers: { "svix-timestamp": "" } }],
    ["header_missing", { headers: { "svix-signature": "" } }],
    ["timestamp_malformed", { headers: { "svix-timestamp": "soon" } }],
    ["timestamp_malformed", { headers: { "svix-timestamp": "1e9" } }],
    ["timestamp_too_old", { now: AT + 301 }],
    ["timestamp_too_new", { now: AT - 301 }],
    ["signature_wrong", { headers: { "svix-signature": "v1,dawfeoifkpqwoekfpqoekf" } }],
    ["signature_wrong", { headers: { "svix-signature": SIGNATURE.slice(0, 8) } }],
    ["signature_wrong", { headers: { "svix-signature": "v1," } }],
    ["signature_wrong", { headers: { "svix-signature": SIGNATURE.replace("v1", "v2") } }],
    ["signature_wrong", { headers: { "svix-id": "msg_2" } }],
    ["signature_wrong", { body: `${BODY} ` }],
    ["secret_unusable", { secret: "" }],
    ["secret_unusable", { secret: "whsec_" }],
  ])("is refused with %s for %j", (reason, change) => {
    expect(verify(change)).toEqual({ ok: false, reason });
  });
});

describe("the published vector (else shared-missing)", () => {
  const file = new URL("../../../../../shared/spec/webhooks/standard-webhooks-vectors.json", import.meta.url);
  const vectors = z.object({
    fixed: z.array(
      z.object({
        secret: z.string(),
        id: z.string(),
        timestamp: z.number(),
        payload: z.string(),
        signature: z.string(),
      }),
    ),
  });

  it.skipIf(!existsSync(file))("is accepted, and our own signature equals it", () => {
    const { fixed } = vectors.parse(JSON.parse(readFileSync(file, "utf8")));
    for (const { secret, id, timestamp, payload, signature } of fixed) {
      expect(signWebhook({ secret, id, timestamp, body: payload })).toBe(signature);
      const headers = new Map([
        ["webhook-id", id],
        ["webhook-timestamp", String(timestamp)],
        ["webhook-signature", signature],
      ]);
      expect(verifyWebhook({ secret, body: payload, header: (name) => headers.get(name), now: at(timestamp) }).ok).toBe(
        true,
      );
    }
  });
});
