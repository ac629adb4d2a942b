import { DAY, dayOf, fromLocal, startOfDay, toLocal } from "../marketplace/zone-time.ts";
import type { SendWindow } from "../order/send-window.ts";
import type { SendHours } from "./flow.ts";
import { openingFrom } from "./send-hours.ts";

/** The place of a message among many that would all be due at once. */
export interface Turn {
  /** Days from now. */
  readonly day: number;
  /** How far into that day's send hours, from 0 to 1. */
  readonly share: number;
}

/** Keeps a part of the day's places free for what falls due by itself. */
const SHARE_OF_CAP = 0.8;
const MINUTE = 60_000;

/** So many a day as the daily cap leaves room for, evenly; `index` counts from 0. */
export function turnOf(index: number, dailyCap: number): Turn {
  const perDay = placesPerDay(dailyCap);
  return { day: Math.floor(index / perDay), share: (index % perDay) / perDay };
}

/** How many days the turns of so many messages take. */
export function turnDays(count: number, dailyCap: number): number {
  return Math.ceil(count / placesPerDay(dailyCap));
}

function placesPerDay(dailyCap: number): number {
  return Math.max(1, Math.floor(dailyCap * SHARE_OF_CAP));
}

export interface TurnInput {
  readonly turn: Turn;
  readonly now: number;
  readonly window: SendWindow;
  readonly hours: SendHours | null;
  readonly zone: string;
}

/** The instant of a turn; null when its day has no send hours left within the window. Milliseconds. */
export function turnAt({ turn, now, window, hours, zone }: TurnInput): number | null {
  const opening = openingOf(Math.max(now, window.opens), turn.day, { hours, zone });
  if (opening === null) return null;
  const span = closingAfter(opening, hours, zone) - opening;
  const due = opening + Math.floor((turn.share * span) / MINUTE) * MINUTE;
  return due < window.closes ? due : null;
}

/** Days that are closed count for nothing, else all of a weekend's turns would come on Monday. */
function openingOf(from: number, days: number, { hours, zone }: Pick<TurnInput, "hours" | "zone">): number | null {
  if (hours === null) return from + days * DAY;
  let opening = openingFrom(from, hours, zone);
  for (let day = 0; day < days && opening !== null; day += 1) {
    opening = openingFrom(startOfDay(zone, dayOf(toLocal(zone, opening)) + 1), hours, zone);
  }
  return opening;
}

function closingAfter(opening: number, hours: SendHours | null, zone: string): number {
  if (hours === null) return opening + DAY;
  return fromLocal(zone, dayOf(toLocal(zone, opening)) * DAY + hours.to * MINUTE);
}
