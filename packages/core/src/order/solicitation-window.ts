import { HOUR, plusDays } from "../marketplace/zone-time.ts";
import type { DeliveryWindow } from "./order.ts";
import type { SendWindow } from "./send-window.ts";

/** Amazon: 5 to 30 days after delivery. Source: developer-docs, set-up-the-solicitations-api (2026-11-23). */
const OPENS_AFTER_DAYS = 5;
const CLOSES_AFTER_DAYS = 30;
/** Kept free before Amazon's end, for clocks that differ and answers that get lost. */
const MARGIN = 6 * HOUR;

/**
 * When Amazon accepts a review request. Whether its "days" are 24 hours or calendar days of the marketplace is not
 * documented, so the window holds under both readings. On an estimate it opens by the latest and closes by the earliest date.
 */
export function solicitationWindow(delivery: DeliveryWindow, zone: string): SendWindow {
  const earliest = delivery.earliest.epochMilliseconds;
  const latest = delivery.latest?.epochMilliseconds ?? null;
  if (delivery.estimated) return { opens: opensFrom(latest ?? earliest, zone), closes: closesFrom(earliest, zone) };
  return {
    opens: opensFrom(earliest, zone),
    closes: latest === null ? plusDays(zone, earliest, CLOSES_AFTER_DAYS) : closesFrom(latest, zone),
  };
}

function opensFrom(delivered: number, zone: string): number {
  return Math.max(delivered + OPENS_AFTER_DAYS * 24 * HOUR, plusDays(zone, delivered, OPENS_AFTER_DAYS));
}

function closesFrom(delivered: number, zone: string): number {
  const byHours = delivered + CLOSES_AFTER_DAYS * 24 * HOUR;
  return Math.min(byHours, plusDays(zone, delivered, CLOSES_AFTER_DAYS)) - MARGIN;
}
