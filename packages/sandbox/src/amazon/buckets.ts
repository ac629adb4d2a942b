import type { Instant } from "@heed/core/time";

export interface Rate {
  /** Requests restored per second. */
  readonly restore: number;
  readonly burst: number;
}

export interface Bucket {
  tokens: number;
  at: Instant;
}

/** Tokens at `now` of a bucket that starts full. */
export function tokensAt(bucket: Bucket | undefined, rate: Rate, now: Instant): number {
  if (bucket === undefined) return rate.burst;
  const seconds = Math.max(0, now.epochMilliseconds - bucket.at.epochMilliseconds) / 1000;
  return Math.min(rate.burst, bucket.tokens + seconds * rate.restore);
}

/** Rounding must not refuse the request that comes exactly when a token is restored. */
const EPSILON = 1e-9;

export function isEmpty(bucket: Bucket | undefined, rate: Rate, now: Instant): boolean {
  return tokensAt(bucket, rate, now) < 1 - EPSILON;
}

export function takeToken(bucket: Bucket | undefined, rate: Rate, now: Instant): Bucket {
  return { tokens: Math.max(0, tokensAt(bucket, rate, now) - 1), at: now };
}
