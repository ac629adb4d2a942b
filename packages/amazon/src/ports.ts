import type { Instant } from "@heed/core/time";

/** A token of Login with Amazon, as the refresh answered it. */
export interface FreshToken {
  readonly accessToken: string;
  readonly expiresAt: Instant;
}

export interface TokenRequest {
  readonly storeId: string;
  readonly now: Instant;
  /** An access token that Amazon has just refused: never hand this one out again. */
  readonly rejected: string | null;
}

/** A stored token is used only while it stays valid for this long, so that it does not expire on its way. */
export const TOKEN_MARGIN_SECONDS = 60;

/**
 * Access tokens shared by all processes: one request to Login with Amazon per store and hour.
 *
 * `withToken` answers the stored token if it is valid at `now` + TOKEN_MARGIN_SECONDS and is not `rejected`. Else it
 * takes the store's lock, looks again (another process may have refreshed meanwhile), calls `refresh` at most once,
 * stores the token and releases the lock. When `refresh` throws, nothing is stored, the lock is released and the
 * error passes through unchanged. `refresh` makes one request in real time and never waits on the clock, so holding
 * the lock cannot stop a virtual clock.
 */
export interface TokenStore {
  withToken(request: TokenRequest, refresh: () => Promise<FreshToken>): Promise<string>;
}

export interface RateRequest {
  readonly storeId: string;
  readonly sellerId: string;
  readonly operation: string;
  /** Published default, tokens per second; an observed rate (see `observe`) takes its place. */
  readonly rate: number;
  /** Size of a full bucket; a bucket starts full. */
  readonly burst: number;
  readonly now: Instant;
}

export type RateAnswer = { readonly ok: true } | { readonly ok: false; readonly retryAt: Instant };

export interface RateObservation {
  readonly storeId: string;
  readonly sellerId: string;
  readonly operation: string;
  readonly burst: number;
  readonly now: Instant;
  /** Tokens per second, from `x-amzn-RateLimit-Limit` or the rate in use. */
  readonly rate: number;
  /** After a 429: the bucket is empty and its next token comes at this instant. Null: the tokens stay as they are. */
  readonly blockedUntil: Instant | null;
}

/**
 * Token buckets per (seller, operation), shared by all processes. `take` is atomic: it removes one token, or removes
 * nothing and answers when the next one is expected (always after `now`).
 */
export interface RateStore {
  take(request: RateRequest): Promise<RateAnswer>;
  observe(observation: RateObservation): Promise<void>;
}

export interface CallRecord {
  readonly storeId: string;
  readonly sellerId: string;
  /** The operation's name as Amazon's models have it, or `lwaToken`. */
  readonly operation: string;
  readonly at: Instant;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
}

/** Counts every request that left this process. Must not throw for a call that was made. */
export interface CallLog {
  record(call: CallRecord): Promise<void> | void;
}

/** Leaves a store alone that Amazon fails again and again (`@heed/core/lane/breaker`). */
export interface Breaker {
  /** Asked before each request; `failures` in a row so far. */
  ask(now: Instant): Promise<{ readonly waitUntil: Instant | null; readonly failures: number }>;
  goodAnswer(): Promise<void>;
  /** No answer, a broken one, or 5xx. */
  outage(now: Instant): Promise<void>;
}
