export const BRAKE_KINDS = ["pause", "dry_run", "stop_item", "blackout"] as const;
export type BrakeKind = (typeof BRAKE_KINDS)[number];

/** What the dialog begins with: where one comes from says what one wants to stop. */
export interface BrakeStart {
  readonly kind: BrakeKind;
  /** A SKU or an ASIN. */
  readonly code?: string;
}
