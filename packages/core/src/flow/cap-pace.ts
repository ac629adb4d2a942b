import { marketplaceById } from "../marketplace/marketplaces.ts";
import { dayOf, toLocal } from "../marketplace/zone-time.ts";
import type { Order } from "../order/order.ts";
import { type CapSettings, dailyCap } from "../policy/daily-cap.ts";

interface Known {
  readonly at: number;
  readonly day: number;
}

const WEEK = 7;

/**
 * The daily cap as it was at each moment of the past: it follows the orders of the seven days before, those that were
 * known by then. Orders come in any sequence; moments are asked for in the order of time.
 */
export class CapPace {
  readonly #settings: Omit<CapSettings, "ordersLastWeek">;
  readonly #byDay = new Map<number, number>();
  #known: Known[] = [];
  #sorted = true;
  #counted = 0;

  constructor(settings: Omit<CapSettings, "ordersLastWeek">) {
    this.#settings = settings;
  }

  /** An order counts on the day of its purchase in its marketplace. */
  add(order: Pick<Order, "marketplaceId" | "purchasedAt">, knownAt: number): void {
    if (this.#settings.own !== null) return;
    const zone = marketplaceById(order.marketplaceId)?.timeZone ?? "UTC";
    this.#known.push({ at: knownAt, day: dayOf(toLocal(zone, order.purchasedAt.epochMilliseconds)) });
    this.#sorted = false;
  }

  at(moment: number): number {
    if (!this.#sorted) this.#sort();
    for (let next = this.#known[this.#counted]; next !== undefined && next.at <= moment; ) {
      this.#byDay.set(next.day, (this.#byDay.get(next.day) ?? 0) + 1);
      this.#counted += 1;
      next = this.#known[this.#counted];
    }
    const today = dayOf(moment);
    let ordersLastWeek = 0;
    // A marketplace far in the east is a day ahead of the day in UTC.
    for (let day = today - WEEK + 1; day <= today + 1; day += 1) ordersLastWeek += this.#byDay.get(day) ?? 0;
    return dailyCap({ ...this.#settings, ordersLastWeek });
  }

  #sort(): void {
    this.#known = this.#known.slice(this.#counted).sort((one, other) => one.at - other.at);
    this.#counted = 0;
    this.#sorted = true;
  }
}
