import type { Instant } from "@heed/core/time";
import type { RateAnswer, RateObservation } from "./ports.ts";

/** A leaky count of allowed calls: `tokens` at `refilledAt`, growing by `rate` a second up to `burst`. */
export interface Bucket {
  readonly rate: number;
  readonly burst: number;
  readonly tokens: number;
  readonly refilledAt: Instant;
}

const ROUNDING = 1e-9;

export function fullBucket(of: { readonly rate: number; readonly burst: number; readonly now: Instant }): Bucket {
  return { rate: of.rate, burst: of.burst, tokens: of.burst, refilledAt: of.now };
}

/** Takes one token, or tells the first whole millisecond at which one will be there. */
export function takeFromBucket(bucket: Bucket, now: Instant): { readonly bucket: Bucket; readonly answer: RateAnswer } {
  const filled = refill(bucket, now);
  // Floating point must not refuse the call that comes exactly at `retryAt`.
  if (filled.tokens >= 1 - ROUNDING) {
    return { bucket: { ...filled, tokens: Math.max(0, filled.tokens - 1) }, answer: { ok: true } };
  }
  const milliseconds = Math.ceil(((1 - filled.tokens) / filled.rate) * 1000);
  const from = filled.refilledAt.epochMilliseconds > now.epochMilliseconds ? filled.refilledAt : now;
  return { bucket: filled, answer: { ok: false, retryAt: from.add({ milliseconds: Math.max(1, milliseconds) }) } };
}

/** Amazon tells its rate in each answer, and by a 429 that its own bucket is empty whatever ours says. */
export function observeBucket(bucket: Bucket, { now, rate, blockedUntil }: RateObservation): Bucket {
  const filled = { ...refill(bucket, now), rate };
  if (blockedUntil === null) return filled;
  return { ...filled, tokens: 0, refilledAt: blockedUntil.subtract({ milliseconds: Math.round(1000 / rate) }) };
}

function refill(bucket: Bucket, now: Instant): Bucket {
  const seconds = (now.epochMilliseconds - bucket.refilledAt.epochMilliseconds) / 1000;
  if (seconds <= 0) return bucket;
  return { ...bucket, tokens: Math.min(bucket.burst, bucket.tokens + seconds * bucket.rate), refilledAt: now };
}
