import type { Instant } from "../time.ts";

/**
 * The first e-mail of a store in a marketplace goes alone: no API of Amazon's tells whether the sender is on the list of
 * approved ones, only a rejection does.
 *
 * | canary   | set by                                         | an e-mail of the marketplace             |
 * |----------|------------------------------------------------|------------------------------------------|
 * | due      | the lane is switched on, the sender receives   | the first that is claimed is the canary  |
 * | sent     | that claim                                     | waits until two hours after it           |
 * | passed   | two hours without a rejection                  | goes                                     |
 * | rejected | Amazon's notice: sender not approved           | goes by Amazon's own request instead     |
 *
 * A canary that was never sent after all (failed, refused) makes the next e-mail the canary.
 */
export type CanaryState = "due" | "sent" | "passed" | "rejected";

export interface Canary {
  readonly state: CanaryState;
  /** When it was claimed. */
  readonly at: Instant | null;
}

/** Rejections come back within minutes; two hours leave room (DESIGN, issue on onboarding). */
export const CANARY_WAIT = { hours: 2 };

/** Whether a sender that only receives may be used, because the canary tests or has tested it. */
export function isTested(canary: Canary | null): boolean {
  return canary !== null && canary.state !== "rejected";
}

/** Until when others wait for the canary; null where they need not, in milliseconds. */
export function heldUntil(canary: Canary | null): number | null {
  if (canary?.state !== "sent" || canary.at === null) return null;
  return canary.at.add(CANARY_WAIT).epochMilliseconds;
}
