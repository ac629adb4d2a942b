export interface CapSettings {
  /** The store's own number; null lets the orders decide. */
  readonly own: number | null;
  /** What is added to four times the average of a day's orders. */
  readonly base: number;
  /** Orders of the last seven days. */
  readonly ordersLastWeek: number;
}

const DAYS = 7;
/** Sellers' tools quote 4 to 5 times the average of daily orders and 400 to 600 more (DOMAIN §1.5): the careful end of both. */
const TIMES_A_DAY = 4;
const NEARLY_FULL = 0.8;

/** Proactive messages that a store may send in 24 hours. */
export function dailyCap({ own, base, ordersLastWeek }: CapSettings): number {
  return own ?? Math.floor((TIMES_A_DAY * ordersLastWeek) / DAYS) + base;
}

/** Whether a person should hear of it: the last fifth is being used. */
export function isNearlyFull({ sent, cap }: { readonly sent: number; readonly cap: number }): boolean {
  return sent >= cap * NEARLY_FULL;
}
