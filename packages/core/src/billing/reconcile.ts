/** One span of time in both books: the period that runs, and some days before it. */
export interface Books {
  /** Metered units of the ledger, settled less credited. */
  readonly ledger: number;
  /** What Stripe accepted so lately that its sums may not have it yet. */
  readonly fresh: number;
  /** Reports that are written but not yet accepted. */
  readonly pending: number;
  /** Units of pieces that are not closed yet, so in no report. */
  readonly open: number;
  /** Credits carried into the period, and out of it so far; never positive. */
  readonly carriedIn: number;
  readonly carriedOut: number;
  /** The meter's sum at Stripe. */
  readonly stripe: number;
}

export interface Reconciliation {
  readonly agrees: boolean;
  readonly difference: number;
  readonly explanation: readonly { readonly what: Explanation; readonly units: number }[];
}

export type Explanation = "not_yet_reported" | "on_its_way" | "carried_credits" | "not_yet_counted" | "unknown";

/**
 * ledger = stripe + everything that can explain a difference; what is left is `unknown`, and somebody must look.
 *
 * | what             | why the books differ for a while                                        |
 * | not_yet_reported | the day is not over, its report comes after midnight                    |
 * | on_its_way       | written down, and not accepted by Stripe yet                            |
 * | carried_credits  | credits wait for units: the meter cannot go down                        |
 * | not_yet_counted  | Stripe accepted it within the last hours and adds it up later           |
 */
export function reconcile(books: Books): Reconciliation {
  const difference = books.ledger - books.stripe;
  const carried = books.carriedOut - books.carriedIn;
  const parts = [
    { what: "not_yet_reported" as const, units: books.open },
    { what: "on_its_way" as const, units: books.pending },
    { what: "carried_credits" as const, units: carried },
  ];
  const rest = difference - parts.reduce((sum, { units }) => sum + units, 0);
  const uncounted = Math.min(books.fresh, Math.max(0, rest));
  const left = rest - uncounted;
  const counted = { what: "not_yet_counted" as const, units: uncounted };
  const explanation = [...parts, counted, { what: "unknown" as const, units: left }].filter(({ units }) => units !== 0);
  return { agrees: left === 0, difference, explanation };
}
