import type { Instant } from "../time.ts";

/** When a version of a flow was switched on, and for which orders. */
export interface Activation {
  readonly version: number;
  /** Orders bought from then on; null: every order whose window is open. An instant in ISO 8601. */
  readonly ordersFrom: string | null;
}

/**
 * The version that serves an order: of those switched on, the last one that takes orders of its age. So "new orders
 * only" leaves older orders to the version that was on before, and to none where there was none.
 */
export function versionFor(activations: readonly Activation[], purchasedAt: Instant): number | null {
  const serving = activations.findLast(
    ({ ordersFrom }) => ordersFrom === null || Date.parse(ordersFrom) <= purchasedAt.epochMilliseconds,
  );
  return serving?.version ?? null;
}

/** Switches a version on; what no order can fall to any more is forgotten. */
export function activate(
  activations: readonly Activation[],
  next: { readonly version: number; readonly orders: "new" | "window"; readonly now: Instant },
): readonly Activation[] {
  const { version, orders, now } = next;
  if (orders === "window") return [{ version, ordersFrom: null }];
  return [...activations, { version, ordersFrom: now.toString() }];
}
