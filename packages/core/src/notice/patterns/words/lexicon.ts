/**
 * The words of one language in which Amazon may say what became of a message: stems and short phrases, matched in any
 * order near one another. Amazon's own published words stand first where there are any (Seller Central help 200383320,
 * GTV8NTY5RM6N9LUN and RZ5Y5YEN9J84NAC in that language, read 2026-11-23); the rest is plain usage.
 */
export interface NoticeLexicon {
  readonly language: string;
  readonly message: readonly string[];
  /** It did not arrive, was not sent, was stopped. */
  readonly failure: readonly string[];
  readonly buyer: readonly string[];
  /** The buyer refuses messages, told as a fact. */
  readonly refusal: readonly string[];
  readonly account: readonly string[];
  readonly restriction: readonly string[];
  /** What a restricted account may not do. */
  readonly sending: readonly string[];
  readonly guideline: readonly string[];
  readonly breach: readonly string[];
  /** Where a message came from. */
  readonly address: readonly string[];
  readonly unapproved: readonly string[];
  readonly attachment: readonly string[];
  readonly unfit: readonly string[];
}
