import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The instant of a date in a report: ISO with an offset, or the start of a day in UTC for `2026-03-01` and `01-Mar-2026`.
 * Null for anything else; `03/04/26` is one day in the US and another in Europe.
 */
export function dayOf(text: string): Instant | null {
  const named = /^(\d{1,2})-([a-z]{3})-(\d{4})$/i.exec(text);
  if (named !== null)
    return startOf(Number(named[3]), MONTHS.indexOf((named[2] ?? "").toLowerCase()) + 1, Number(named[1]));
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (day !== null) return startOf(Number(day[1]), Number(day[2]), Number(day[3]));
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}

function startOf(year: number, month: number, day: number): Instant | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? Temporal.Instant.fromEpochMilliseconds(date.getTime()) : null;
}
