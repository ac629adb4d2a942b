import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";

/** Requests that one call may make, the first one included. */
export const MAX_ATTEMPTS = 5;

const FIRST_BACK_OFF_MS = 1000;
const LONGEST_BACK_OFF_MS = 30_000;
const LONGEST_RETRY_AFTER_MS = 24 * 3600 * 1000;

/** Doubles from one second to thirty; spread over the upper half, so that callers do not come back together. */
export function backOffMs(attempt: number, random: () => number): number {
  const full = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** attempt);
  return Math.round(full * (0.5 + random() / 2));
}

/** `Retry-After` in seconds or as a date (RFC 9110 §10.2.3); null when absent or unreadable. */
export function retryAfter(header: string | undefined, now: Instant): Instant | null {
  if (header === undefined || header.trim() === "") return null;
  const milliseconds = /^\d{1,9}$/.test(header.trim())
    ? Number(header.trim()) * 1000
    : Date.parse(header) - now.epochMilliseconds;
  if (Number.isNaN(milliseconds)) return null;
  const bounded = Math.min(Math.max(0, milliseconds), LONGEST_RETRY_AFTER_MS);
  return Temporal.Instant.fromEpochMilliseconds(now.epochMilliseconds + bounded);
}

/** `x-amzn-RateLimit-Limit`: tokens per second; null when absent or not a positive number. */
export function observedRate(header: string | string[] | undefined): number | null {
  const rate = Number(Array.isArray(header) ? header[0] : header);
  return Number.isFinite(rate) && rate > 0 ? rate : null;
}
