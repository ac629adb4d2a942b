import { verifyWebhook } from "@heed/core/notice/webhook-signature";
import { Temporal } from "@heed/core/time";
import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";
import { type Random, seededRandom } from "../random.ts";
import { forge } from "../webhooks/mutations.ts";
import { type Delivery, isValid, sign } from "../webhooks/oracle.ts";
import { stripeTrials } from "../webhooks/stripe-forgeries.ts";
import { VECTOR_NOW, VECTORS } from "../webhooks/vectors.ts";

const FORGERIES = 10_000;
/** Every so many deliveries one is left valid, so that "refuse all" would not pass. */
const VALID_EVERY = 10;

/** 7: forged webhooks of both senders. Exactly the valid set is accepted. */
export const forgedWebhooks: FaultEntry = {
  key: "7",
  title: "forged webhooks of Resend and Stripe: vectors and mutated bodies, headers, time stamps",
  expects: "invariants",
  run: async (input) => runForgeries(input),
};

interface Trial {
  readonly name: string;
  readonly accepted: boolean;
  readonly valid: boolean;
}

function runForgeries({ seed, scale }: FaultInput): FaultOutcome {
  const random = seededRandom(seed);
  const trials = [
    ...VECTORS.map(vectorTrial),
    ...Array.from({ length: Math.ceil(FORGERIES * scale) }, (_, index) => makeTrial(index, random)),
    ...stripeTrials(Math.ceil(FORGERIES * scale), random),
  ];
  const wrong = trials.filter(({ accepted, valid }) => accepted !== valid);
  const accepted = trials.filter(({ valid }) => valid).length;
  return {
    count: trials.length,
    // Every trial is a delivery that was really judged.
    effective: trials.length,
    failures: wrong.length,
    examples: wrong
      .slice(0, 5)
      .map(({ name, valid }) => `${name}: ${valid ? "refused, and valid" : "accepted, and forged"}`),
    details: { valid: accepted, forged: trials.length - accepted },
  };
}

function vectorTrial({ name, delivery, accept }: (typeof VECTORS)[number]): Trial {
  return { name, accepted: accepts(delivery, VECTOR_NOW), valid: accept };
}

function makeTrial(index: number, random: Random): Trial {
  const now = VECTOR_NOW + index;
  const valid = validDelivery(now, random);
  if (index % VALID_EVERY === 0) return { name: "untouched", accepted: accepts(valid, now), valid: true };
  const { name, delivery } = forge(valid, index, random);
  return { name, accepted: accepts(delivery, now), valid: isValid(delivery, now) };
}

function validDelivery(now: number, random: Random): Delivery {
  const secret = `whsec_${Buffer.from(Array.from({ length: 24 }, () => random.below(256))).toString("base64")}`;
  const id = `msg_${random.below(2 ** 32).toString(36)}`;
  const stamp = String(now - 60 + random.below(120));
  const body = JSON.stringify({ type: "email.bounced", data: { email_id: random.below(2 ** 32).toString(16) } });
  return {
    secret,
    headers: { "svix-id": id, "svix-timestamp": stamp, "svix-signature": sign(secret, { id, stamp, body }) },
    body,
  };
}

function accepts(delivery: Delivery, now: number): boolean {
  const check = verifyWebhook({
    secret: delivery.secret,
    header: (name) => delivery.headers[name],
    body: delivery.body,
    now: Temporal.Instant.fromEpochMilliseconds(now * 1000),
  });
  return check.ok;
}
