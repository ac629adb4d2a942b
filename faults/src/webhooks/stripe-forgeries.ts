import { createHmac } from "node:crypto";
import { Temporal } from "@heed/core/time";
import { readWebhook } from "@heed/stripe/webhook";
import type { Random } from "../random.ts";
import { changeOne, cutShort, insertOne } from "./mutations.ts";
import { VECTOR_NOW } from "./vectors.ts";

interface StripeDelivery {
  readonly secret: string;
  readonly signature: string;
  readonly body: string;
  readonly stamp: number;
}

type Mutate = (valid: StripeDelivery, random: Random) => StripeDelivery;

/** Every way in which a delivery of Stripe is forged here; each leaves the rest as it was. */
const MUTATIONS: readonly [readonly [string, Mutate], ...(readonly [string, Mutate])[]] = [
  ["body: one character changed", (valid, random) => ({ ...valid, body: changeOne(valid.body, random) })],
  ["body: one character added", (valid, random) => ({ ...valid, body: insertOne(valid.body, random) })],
  ["body: cut short", (valid, random) => ({ ...valid, body: cutShort(valid.body, random) })],
  ["header: one character changed", (valid, random) => ({ ...valid, signature: changeOne(valid.signature, random) })],
  ["header: one character added", (valid, random) => ({ ...valid, signature: insertOne(valid.signature, random) })],
  ["header: cut short", (valid, random) => ({ ...valid, signature: cutShort(valid.signature, random) })],
  ["header: missing", (valid) => ({ ...valid, signature: "" })],
  ["scheme: v0 for v1", (valid) => ({ ...valid, signature: valid.signature.replace("v1=", "v0=") })],
  ["secret: another one", (valid, random) => signed({ ...valid, secret: `whsec_${random.below(1e9)}` }, valid.secret)],
  ["stamp: too early", (valid, random) => signed({ ...valid, stamp: valid.stamp - 400 - random.below(1e6) })],
  ["stamp: too late", (valid, random) => signed({ ...valid, stamp: valid.stamp + 400 + random.below(1e6) })],
  ["stamp: moved after signing", moveStamp],
  ["stamp: a fresh one before an old signature", (valid) => twoStamps(valid)],
  ["mode: an event of real money", (valid) => signed({ ...valid, body: valid.body.replace("false", "true") })],
];

/** Of all, the share that stays valid, so that "refuse all" would not pass. */
const VALID_EVERY = 10;

export interface JudgedTrial {
  readonly name: string;
  readonly accepted: boolean;
  readonly valid: boolean;
}

export function stripeTrials(count: number, random: Random): JudgedTrial[] {
  return Array.from({ length: count }, (_, index) => {
    const now = VECTOR_NOW + index;
    const valid = validDelivery(now, random);
    const [name, mutate] = MUTATIONS[index % MUTATIONS.length] ?? MUTATIONS[0];
    const delivery = index % VALID_EVERY === 0 ? valid : mutate(valid, random);
    const title = `Stripe, ${index % VALID_EVERY === 0 ? "untouched" : name}`;
    return { name: title, accepted: accepts(delivery, now), valid: isValid(delivery, now) };
  });
}

function validDelivery(now: number, random: Random): StripeDelivery {
  const id = `evt_${random.below(2 ** 32).toString(36)}`;
  const data = { object: { id: "in_1", customer: `cus_${random.below(1e9)}` } };
  const body = JSON.stringify({ id, object: "event", type: "invoice.paid", created: now, livemode: false, data });
  return signed({ secret: `whsec_${random.below(2 ** 32)}`, signature: "", body, stamp: now - 60 + random.below(120) });
}

/** Signed as the sender does; `kept`: what the receiver knows is another secret. */
function signed(delivery: StripeDelivery, kept: string = delivery.secret): StripeDelivery {
  const { secret, stamp, body } = delivery;
  return { ...delivery, secret: kept, signature: `t=${stamp},v1=${mac(secret, stamp, body)}` };
}

function moveStamp(valid: StripeDelivery, random: Random): StripeDelivery {
  return { ...valid, signature: valid.signature.replace(/^t=\d+/, `t=${valid.stamp + 1 + random.below(100)}`) };
}

function twoStamps(valid: StripeDelivery): StripeDelivery {
  const old = signed({ ...valid, stamp: valid.stamp - 9_000 });
  return { ...old, signature: `t=${valid.stamp},${old.signature}` };
}

const mac = (secret: string, stamp: number, body: string) =>
  createHmac("sha256", secret).update(`${stamp}.${body}`).digest("hex");

/** By docs.stripe.com/webhooks/signature (read 2026-11) alone: one stamp within five minutes, one right v1, our mode. */
function isValid({ secret, signature, body }: StripeDelivery, now: number): boolean {
  const parts = signature
    .split(",")
    .map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)]);
  const stamps = parts.filter(([name]) => name === "t").map(([, value]) => value ?? "");
  const [stamp] = stamps;
  if (stamps.length !== 1 || stamp === undefined || !/^\d+$/.test(stamp)) return false;
  if (Math.abs(now - Number(stamp)) > 300) return false;
  const right = mac(secret, Number(stamp), body);
  return parts.some(([name, value]) => name === "v1" && value === right) && body.includes('"livemode":false');
}

function accepts({ secret, signature, body }: StripeDelivery, now: number): boolean {
  const receivedAt = Temporal.Instant.fromEpochMilliseconds(now * 1000);
  return readWebhook({ secret, signature, body, receivedAt, live: false }).kind === "event";
}
