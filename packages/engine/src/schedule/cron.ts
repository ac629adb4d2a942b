import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";

/** A parsed five-field cron. Days of the week are 0 (Sunday) to 6. */
export interface Cron {
  readonly zone: string;
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly everyHour: boolean;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly weekdays: ReadonlySet<number>;
  /** As in Vixie cron: with both day fields restricted, either may match. */
  readonly eitherDay: boolean;
}

interface Field {
  readonly min: number;
  readonly max: number;
  readonly names?: readonly string[];
}

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const dayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const fields = [
  { min: 0, max: 59 },
  { min: 0, max: 23 },
  { min: 1, max: 31 },
  { min: 1, max: 12, names: monthNames },
  { min: 0, max: 7, names: dayNames },
] as const satisfies readonly Field[];
/** February 29th on a given weekday comes back after 28 years at most, 40 over a skipped leap year. */
const HORIZON_DAYS = 366 * 41;

/** Parses `TZ=Europe/Paris 0 9 * * MON-FRI`; without `TZ=` the zone is UTC. Throws INVALID with the reason. */
export function parseCron(text: string): Cron {
  const words = text.trim().split(/\s+/);
  const zone = /^(?:CRON_)?TZ=(.+)$/.exec(words[0] ?? "")?.[1];
  const parts = zone === undefined ? words : words.slice(1);
  if (parts.length !== 5) throw invalid(text, "it needs five fields");
  checkZone(zone ?? "UTC", text);
  const [minutes, hours, days, months, weekdays] = fields.map((field, index) =>
    parseField(parts[index] ?? "", field, text),
  );
  const everyDay = parts[2]?.startsWith("*") === true;
  const everyWeekday = parts[4]?.startsWith("*") === true;
  return {
    zone: zone ?? "UTC",
    minutes: minutes ?? [],
    hours: hours ?? [],
    everyHour: parts[1]?.startsWith("*") === true,
    days: new Set(days),
    months: new Set(months),
    weekdays: new Set((weekdays ?? []).map((day) => day % 7)),
    eitherDay: !everyDay && !everyWeekday,
  };
}

function invalid(text: string, reason: string): AppError {
  return new AppError("INVALID", `The cron "${text}" is not understood: ${reason}`);
}

function checkZone(zone: string, text: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    throw invalid(text, `there is no time zone ${zone}`);
  }
}

function parseField(text: string, field: Field, whole: string): readonly number[] {
  const values = new Set(text.split(",").flatMap((part) => parseRange(part, field, whole)));
  return [...values].sort((a, b) => a - b);
}

function parseRange(part: string, field: Field, whole: string): readonly number[] {
  const match = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part);
  if (match === null) throw invalid(whole, `"${part}" is no range`);
  const [, first = "", last, stepText] = match;
  const step = Number(stepText ?? 1);
  const from = first === "*" ? field.min : parseValue(first, field, whole);
  const open = first === "*" || stepText !== undefined;
  const to = last === undefined ? (open ? field.max : from) : parseValue(last, field, whole);
  if (step < 1 || to < from) throw invalid(whole, `"${part}" is empty`);
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function parseValue(text: string, field: Field, whole: string): number {
  const named = field.names?.indexOf(text.toLowerCase()) ?? -1;
  const value = named >= 0 ? named + (field.min === 1 ? 1 : 0) : Number(text);
  if (!Number.isInteger(value) || value < field.min || value > field.max) {
    throw invalid(whole, `"${text}" is not between ${field.min} and ${field.max}`);
  }
  return value;
}

/**
 * The first tick after an instant; null when there is none. A fixed hour that a change of the clock skips fires at
 * the moment the gap ends plus its minutes, one that comes twice fires the first time; with `*` hours every real
 * hour counts.
 */
export function nextTick(cron: Cron, after: Instant): Instant | null {
  const start = after.toZonedDateTimeISO(cron.zone);
  let date = start.toPlainDate();
  for (let day = 0; day < HORIZON_DAYS; day += 1, date = date.add({ days: 1 })) {
    if (!matchesDay(cron, date)) continue;
    const tick = firstOfDay(cron, date, after);
    if (tick !== null) return tick;
  }
  return null;
}

function matchesDay(cron: Cron, date: Temporal.PlainDate): boolean {
  if (!cron.months.has(date.month)) return false;
  const day = cron.days.has(date.day);
  const weekday = cron.weekdays.has(date.dayOfWeek % 7);
  return cron.eitherDay ? day || weekday : day && weekday;
}

function firstOfDay(cron: Cron, date: Temporal.PlainDate, after: Instant): Instant | null {
  const ticks = cron.everyHour ? elapsedTicks(cron, date, after) : wallTicks(cron, date);
  for (const tick of ticks) if (Temporal.Instant.compare(tick, after) > 0) return tick;
  return null;
}

function* wallTicks(cron: Cron, date: Temporal.PlainDate): Generator<Instant> {
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      yield date.toZonedDateTime({ timeZone: cron.zone, plainTime: { hour, minute } }).toInstant();
    }
  }
}

function* elapsedTicks(cron: Cron, date: Temporal.PlainDate, after: Instant): Generator<Instant> {
  const midnight = date.toZonedDateTime({ timeZone: cron.zone });
  const end = midnight.add({ days: 1 });
  const sameDay = Temporal.ZonedDateTime.compare(after.toZonedDateTimeISO(cron.zone), midnight) > 0;
  const from = sameDay
    ? after.toZonedDateTimeISO(cron.zone).round({ smallestUnit: "hour", roundingMode: "floor" })
    : midnight;
  for (let hour = from; Temporal.ZonedDateTime.compare(hour, end) < 0; hour = hour.add({ hours: 1 })) {
    if (!cron.hours.includes(hour.hour)) continue;
    for (const minute of cron.minutes) yield hour.add({ minutes: minute - hour.minute }).toInstant();
  }
}
