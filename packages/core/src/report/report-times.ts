import { type Instant, Temporal } from "../time.ts";

export const DIGEST_CHOICES = ["off", "daily", "weekly"] as const;
export type DigestChoice = (typeof DIGEST_CHOICES)[number];

/** Nobody knows where all owners are: before work in Europe, the evening before in America. */
const DIGEST_HOUR = 6;
/** A client reads the report when the week begins, in the client's own time. */
const REPORT_HOUR = 8;

/** When the next digest is due, always after `now`; null where none is wanted. */
export function nextDigest(choice: DigestChoice, now: Instant): Instant | null {
  if (choice === "off") return null;
  return choice === "daily" ? nextAt({ zone: "UTC", hour: DIGEST_HOUR }, now) : nextMonday("UTC", DIGEST_HOUR, now);
}

/** When the next weekly report is due: Monday morning in the client's zone. */
export function nextReport(zone: string, now: Instant): Instant {
  return nextMonday(zone, REPORT_HOUR, now);
}

function nextAt({ zone, hour }: { readonly zone: string; readonly hour: number }, now: Instant): Instant {
  const local = now.toZonedDateTimeISO(zone);
  const today = at(local.toPlainDate(), zone, hour);
  return Temporal.Instant.compare(today, now) > 0 ? today : at(local.toPlainDate().add({ days: 1 }), zone, hour);
}

function nextMonday(zone: string, hour: number, now: Instant): Instant {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const monday = today.add({ days: (8 - today.dayOfWeek) % 7 });
  const due = at(monday, zone, hour);
  return Temporal.Instant.compare(due, now) > 0 ? due : at(monday.add({ days: 7 }), zone, hour);
}

/** Where a clock that is put forward leaves the hour out, the next one that exists. */
function at(day: Temporal.PlainDate, zone: string, hour: number): Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) }).toInstant();
}

export interface DaySpan {
  readonly from: Temporal.PlainDate;
  /** The last day, which belongs to it. */
  readonly to: Temporal.PlainDate;
}

/** The last whole week, Monday to Sunday, before `now` in a zone. */
export function lastWeek(zone: string, now: Instant): DaySpan {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return { from: monday.subtract({ days: 7 }), to: monday.subtract({ days: 1 }) };
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    // Offsets are zones to Intl and know no summer time.
    return /^[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}
