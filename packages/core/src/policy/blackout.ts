import { dayOf, dayOfIsoDate, startOfDay, toLocal } from "../marketplace/zone-time.ts";
import type { StoreFacts } from "./facts.ts";

/** The first instant at or after `at` outside every blackout, in milliseconds. Dates are local to the zone, both inclusive. */
export function afterBlackouts(at: number, blackouts: StoreFacts["blackouts"], zone: string): number {
  let free = at;
  for (let moved = blackouts.length > 0; moved; ) {
    const today = dayOf(toLocal(zone, free));
    const hit = blackouts.find(({ from, to }) => dayOfIsoDate(from) <= today && today <= dayOfIsoDate(to));
    moved = hit !== undefined;
    if (hit !== undefined) free = startOfDay(zone, dayOfIsoDate(hit.to) + 1);
  }
  return free;
}
