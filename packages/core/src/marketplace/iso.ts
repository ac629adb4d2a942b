import { DAY, dayOf } from "./zone-time.ts";

/** Ledger facts name few different days; remembering their text makes writing an instant several times cheaper. */
const MOST_DAYS = 4096;
const days = new Map<number, string>();
const two = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));

/** ISO 8601 in UTC as Temporal writes whole seconds, from milliseconds since the epoch. */
export function isoOf(at: number): string {
  const day = dayOf(at);
  const rest = at - day * DAY;
  const seconds = Math.floor(rest / 1000);
  const hour = two[Math.floor(seconds / 3600)];
  const minute = two[Math.floor(seconds / 60) % 60];
  const fraction = rest - seconds * 1000;
  return `${dayText(day)}T${hour}:${minute}:${two[seconds % 60]}${fraction === 0 ? "" : fractionText(fraction)}Z`;
}

function dayText(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const iso = new Date(day * DAY).toISOString();
  const text = iso.slice(0, iso.indexOf("T"));
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, text);
  return text;
}

function fractionText(milliseconds: number): string {
  return `.${String(milliseconds).padStart(3, "0")}`;
}
