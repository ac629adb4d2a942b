import { Temporal } from "../time.ts";

/**
 * Arithmetic with local time on milliseconds since the epoch. Temporal's zoned types are exact but cost microseconds each;
 * these functions give the same answers (tested against Temporal) from offsets that are remembered per zone.
 */
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** A half-open span of time in which a zone keeps one offset, all in milliseconds. */
export interface OffsetSpan {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

const MOST_SPANS = 32;
const spansByZone = new Map<string, OffsetSpan[]>();

/** The span around an instant. Throws RangeError for a zone that does not exist. */
export function offsetSpan(zone: string, at: number): OffsetSpan {
  const spans = spansByZone.get(zone) ?? [];
  for (const span of spans) {
    if (at >= span.from && at < span.until) return span;
  }
  const found = readSpan(zone, at);
  spansByZone.set(zone, [found, ...spans.slice(0, MOST_SPANS - 1)]);
  return found;
}

function readSpan(zone: string, at: number): OffsetSpan {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // "previous" is strict, so a transition at this very instant is found from one millisecond later.
  const previous = zoned.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
  const next = zoned.getTimeZoneTransition("next");
  return {
    from: previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: zoned.offsetNanoseconds / 1_000_000,
  };
}

/** Local wall time as if it were UTC, in milliseconds: good for days, weekdays and minutes of the day. */
export function toLocal(zone: string, at: number): number {
  return at + offsetSpan(zone, at).offset;
}

/** Like Temporal's "compatible": a time that a clock skips moves later, a time that comes twice means the first. */
export function fromLocal(zone: string, local: number): number {
  const before = offsetSpan(zone, local - DAY).offset;
  const after = offsetSpan(zone, local + DAY).offset;
  const first = local - before;
  if (before === after || offsetSpan(zone, first).offset === before) return first;
  const second = local - after;
  return offsetSpan(zone, second).offset === after ? second : first;
}

/** The same time of day some calendar days later (`P5D`), in the zone. */
export function plusDays(zone: string, at: number, days: number): number {
  return days === 0 ? at : fromLocal(zone, toLocal(zone, at) + days * DAY);
}

/** Calendar day of a local time, counted from 1970-01-01. */
export function dayOf(local: number): number {
  return Math.floor(local / DAY);
}

/** 1 = Monday … 7 = Sunday, for a day counted from 1970-01-01, a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Day number of an ISO date `YYYY-MM-DD`; NaN when it is none. */
export function dayOfIsoDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

/** First instant of a calendar day in the zone. */
export function startOfDay(zone: string, day: number): number {
  return fromLocal(zone, day * DAY);
}
