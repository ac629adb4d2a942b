import { DAY, dayOf, offsetSpan, weekdayOf } from "../marketplace/zone-time.ts";
import { type Instant, Temporal } from "../time.ts";
import type { SendHours } from "./flow.ts";

const MINUTE = 60_000;

/** The first instant at or after `at` inside the send hours; null when the hours never open. Milliseconds. */
export function openingFrom(at: number, hours: SendHours | null, zone: string): number | null {
  if (hours === null) return at;
  if (hours.from >= hours.to) return null;
  let from = at;
  for (;;) {
    // Within a span of one offset local time runs evenly; skipped and doubled hours only lie between spans.
    const span = offsetSpan(zone, from);
    const local = openLocalFrom(from + span.offset, hours);
    if (local === null) return null;
    if (local - span.offset < span.until) return local - span.offset;
    from = span.until;
  }
}

/** `openingFrom` with instants. */
export function nextOpening(instant: Instant, hours: SendHours | null, zone: string): Instant | null {
  const opening = openingFrom(instant.epochMilliseconds, hours, zone);
  if (opening === instant.epochMilliseconds) return instant;
  return opening === null ? null : Temporal.Instant.fromEpochMilliseconds(opening);
}

function openLocalFrom(local: number, hours: SendHours): number | null {
  const today = dayOf(local);
  for (let day = today; day <= today + 7; day += 1) {
    const opens = Math.max(local, day * DAY + hours.from * MINUTE);
    if (hours.weekdays.includes(weekdayOf(day)) && opens < day * DAY + hours.to * MINUTE) return opens;
  }
  return null;
}
