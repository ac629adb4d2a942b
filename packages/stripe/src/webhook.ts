import type { Instant } from "@heed/core/time";
import { Stripe } from "stripe";
import { EVENT } from "./event-data.ts";
import { EVENT_RULES } from "./event-rules.ts";
import type { EventSubject } from "./event-subject.ts";

/** Seconds around a delivery's time stamp in which it is valid; Stripe signs each repeat anew. */
const TOLERANCE = 300;

export interface WebhookInput {
  readonly secret: string;
  readonly signature: string | null;
  /** The body exactly as received. */
  readonly body: string;
  /** Real time: signatures do not follow a virtual clock. */
  readonly receivedAt: Instant;
  /** Whether our key works on money. */
  readonly live: boolean;
}

/**
 * | delivery                                   | answer                                     |
 * | signature missing or wrong                 | refused                                    |
 * | signature right, stamp far from our clock  | refused, with how far: a replay, or our clock is wrong |
 * | of the other environment (test or live)    | refused, so that Stripe shows it as failed |
 * | not an event                               | malformed                                  |
 * | a type that we do not know                 | ignored                                    |
 * | anything else                              | whom it is about                           |
 */
export type WebhookReading =
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "malformed" }
  | { readonly kind: "ignored"; readonly type: string }
  | ({ readonly kind: "event"; readonly id: string; readonly type: string } & EventSubject);

export function readWebhook(input: WebhookInput): WebhookReading {
  const refusal = refusalOf(input);
  if (refusal !== null) return { kind: "refused", reason: refusal };
  const parsed = EVENT.safeParse(parseJson(input.body));
  if (!parsed.success) return { kind: "malformed" };
  const { id, type, livemode, data } = parsed.data;
  if (livemode !== input.live) {
    return { kind: "refused", reason: `an event of ${livemode ? "live" : "test"} mode; our key is the other one's` };
  }
  const rule = EVENT_RULES.get(type);
  if (rule === undefined || data === undefined) return { kind: "ignored", type };
  return { kind: "event", id, type, ...rule.subjectOf(data.object) };
}

function refusalOf({ secret, signature, body, receivedAt }: WebhookInput): string | null {
  if (signature === null || signature === "") return "signature missing";
  // The SDK falls over headers of another shape.
  if (stampOf(signature) === null || !/(?:^|,)v1=[0-9a-f]{64}(?:,|$)/.test(signature)) return "signature malformed";
  const now = Math.floor(receivedAt.epochMilliseconds / 1_000);
  if (!verifies({ secret, signature, body, now: stampOf(signature) ?? now })) return "signature wrong";
  const skew = now - (stampOf(signature) ?? 0);
  if (Math.abs(skew) <= TOLERANCE) return null;
  const hours = (Math.abs(skew) / 3_600).toFixed(1);
  return `signed ${hours} h ${skew > 0 ? "ago" : "ahead"}: a repeat of an old delivery, or the clock of this machine is wrong`;
}

interface Signed {
  readonly secret: string;
  readonly signature: string;
  readonly body: string;
  readonly now: number;
}

const verifier = Stripe.webhooks.signature;

/** The SDK's own check; at the instant of the stamp, so that a wrong clock and a wrong signature are told apart. */
function verifies({ secret, signature, body, now }: Signed): boolean {
  if (verifier === null) throw new Error("The SDK of Stripe cannot verify signatures here.");
  try {
    return verifier.verifyHeader(body, signature, secret, TOLERANCE, undefined, now * 1_000);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeSignatureVerificationError) return false;
    throw error;
  }
}

function stampOf(signature: string): number | null {
  const stamp = /(?:^|,)t=(\d{1,12})(?:,|$)/.exec(signature)?.[1];
  return stamp === undefined ? null : Number(stamp);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
