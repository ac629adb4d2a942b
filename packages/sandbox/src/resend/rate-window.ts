import type { Instant } from "@heed/core/time";

export interface Window {
  readonly exceeded: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Counts requests per second of the given clock. Two per second and team is the documented default
 * (resend.com/docs/api-reference/rate-limit, read 2026-11); headers follow the IETF draft named there.
 */
export function rateWindow(limit: number): (now: Instant) => Window {
  let second = Number.NaN;
  let used = 0;
  return (now) => {
    const current = Math.floor(now.epochMilliseconds / 1000);
    if (current !== second) [second, used] = [current, 0];
    used += 1;
    const exceeded = used > limit;
    const headers = {
      "ratelimit-limit": String(limit),
      "ratelimit-remaining": String(Math.max(0, limit - used)),
      "ratelimit-reset": "1",
      ...(exceeded && { "retry-after": "1" }),
    };
    return { exceeded, headers };
  };
}
