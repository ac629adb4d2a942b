// The one import of a Node module in core: HMAC is pure computation, and a constant-time comparison exists nowhere else.
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Instant } from "../time.ts";

/** Standard Webhooks and Svix: a delivery is valid for five minutes around its time stamp. */
const TOLERANCE_SECONDS = 300;

export type WebhookFault =
  | "secret_unusable"
  | "header_missing"
  | "timestamp_malformed"
  | "timestamp_too_old"
  | "timestamp_too_new"
  | "signature_wrong";

export type WebhookCheck =
  | { readonly ok: true; readonly id: string; readonly sentAtSeconds: number }
  | { readonly ok: false; readonly reason: WebhookFault };

export interface SignedDelivery {
  /** `whsec_<base64>` or the bare base64. */
  readonly secret: string;
  /** Looks a header up by its lower-case name. */
  readonly header: (name: string) => string | null | undefined;
  /** The body exactly as received. */
  readonly body: string | Uint8Array;
  readonly now: Instant;
}

/**
 * Checks a delivery signed as Standard Webhooks describe (`webhook-*` headers) or as Svix sends it (`svix-*`).
 * The caller still has to refuse an id that it has seen before.
 */
export function verifyWebhook(delivery: SignedDelivery): WebhookCheck {
  const key = decodeSecret(delivery.secret);
  if (key === null) {
    return { ok: false, reason: "secret_unusable" };
  }
  const id = readHeader(delivery, "id");
  const timestamp = readHeader(delivery, "timestamp");
  const signatures = readHeader(delivery, "signature");
  if (id === null || timestamp === null || signatures === null) {
    return { ok: false, reason: "header_missing" };
  }
  const time = checkTimestamp(timestamp, delivery.now);
  if (time !== null) {
    return { ok: false, reason: time };
  }
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.`).update(delivery.body).digest("base64");
  return anyMatches(signatures, expected)
    ? { ok: true, id, sentAtSeconds: Number(timestamp) }
    : { ok: false, reason: "signature_wrong" };
}

/** The value of the signature header for a delivery of our own, as the sandbox sends it. */
export function signWebhook(input: { secret: string; id: string; timestamp: number; body: string }): string {
  const key = decodeSecret(input.secret);
  if (key === null) {
    throw new TypeError("the webhook secret is empty or not base64");
  }
  return `v1,${createHmac("sha256", key).update(`${input.id}.${input.timestamp}.${input.body}`).digest("base64")}`;
}

function decodeSecret(secret: string): Buffer | null {
  const encoded = secret.startsWith("whsec_") ? secret.slice("whsec_".length) : secret;
  const key = Buffer.from(encoded, "base64");
  return key.length === 0 ? null : key;
}

function readHeader(delivery: SignedDelivery, name: string): string | null {
  const value = delivery.header(`svix-${name}`) || delivery.header(`webhook-${name}`);
  return value === undefined || value === null || value === "" ? null : value;
}

function checkTimestamp(timestamp: string, now: Instant): WebhookFault | null {
  if (!/^\d{1,12}$/.test(timestamp)) {
    return "timestamp_malformed";
  }
  const age = Math.floor(now.epochMilliseconds / 1000) - Number(timestamp);
  if (age > TOLERANCE_SECONDS) {
    return "timestamp_too_old";
  }
  return age < -TOLERANCE_SECONDS ? "timestamp_too_new" : null;
}

/** Compared as text: several base64 texts decode to the same bytes, and only one of them was sent. */
function anyMatches(signatures: string, expected: string): boolean {
  const right = Buffer.from(`v1,${expected}`);
  let matched = false;
  for (const signature of signatures.split(" ").slice(0, 20)) {
    const given = Buffer.from(signature);
    if (given.length === right.length && timingSafeEqual(given, right)) {
      matched = true;
    }
  }
  return matched;
}
