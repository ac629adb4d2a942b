const units: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
};

/** Milliseconds of the SDK's duration text, such as `1d2h30m`; null when it is none. The empty text is 0. */
export function parseDuration(text: string): number | null {
  const parts = [...text.matchAll(/(\d{1,15})(ms|[wdhms])/g)];
  if (parts.map((part) => part[0]).join("") !== text) return null;
  return parts.reduce((sum, part) => sum + Number(part[1]) * (units[part[2] ?? ""] ?? 0), 0);
}

/** The epoch millisecond that a duration from `now` or an ISO instant means; null when the text is neither. */
export function parseDue(text: string, now: number): number | null {
  const duration = parseDuration(text);
  if (duration !== null) return now + duration;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

/** The same for a `Retry-After` header: seconds or an instant. */
export function parseRetryAfter(text: string, now: number): number | null {
  if (/^\d+$/.test(text)) return now + Number(text) * 1000;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}
