import type { ConditionOp, OrderField } from "./flow.ts";

export type FieldKind = "text" | "number" | "money" | "choice" | "yes_no";

export interface FieldMeaning {
  readonly kind: FieldKind;
  /** As it stands in a sentence: "if *the SKU* starts with …". */
  readonly words: string;
  /** The same denied, of a yes or no. */
  readonly denied?: string;
  /** The values of a choice. */
  readonly choices?: readonly string[];
  /** What the answer rests on, where that is not plain. */
  readonly note?: string;
}

/** Which operators a kind knows. */
export const OPS_OF: Readonly<Record<FieldKind, readonly ConditionOp[]>> = {
  text: ["is", "is_not", "starts_with", "contains"],
  number: ["at_least", "at_most", "is"],
  money: ["at_least", "at_most"],
  choice: ["is", "is_not"],
  yes_no: ["is"],
};

export const OP_WORDS: Readonly<Record<ConditionOp, string>> = {
  is: "is",
  is_not: "is not",
  starts_with: "starts with",
  contains: "contains",
  at_least: "is at least",
  at_most: "is at most",
};

const REPORTED = "Known from Amazon's reports; an order of which nothing was reported counts as no.";

export const FIELD_MEANINGS: Readonly<Record<OrderField, FieldMeaning>> = {
  sku: { kind: "text", words: "the SKU", note: "Any item of the order." },
  asin: { kind: "text", words: "the ASIN", note: "Any item of the order." },
  title: { kind: "text", words: "the title", note: "Any item of the order." },
  quantity: { kind: "number", words: "the number of items" },
  total_minor: { kind: "money", words: "the order value", note: "In the currency of the marketplace." },
  channel: { kind: "choice", words: "the channel", choices: ["amazon", "other"] },
  marketplace: { kind: "choice", words: "the marketplace" },
  fulfilled_by: { kind: "choice", words: "the fulfilment", choices: ["amazon", "merchant"] },
  program: { kind: "text", words: "the programme", note: "As Amazon names it: PRIME, AMAZON_BUSINESS, …" },
  condition: {
    kind: "choice",
    words: "the item condition",
    choices: ["new", "used", "collectible", "refurbished", "preorder", "club"],
    note: "Any item of the order, where Amazon tells it.",
  },
  customized: { kind: "yes_no", words: "the item is customised", denied: "the item is not customised" },
  repeat_buyer: { kind: "yes_no", words: "the buyer bought before", denied: "the buyer did not buy before" },
  replacement: { kind: "yes_no", words: "the order is a replacement", denied: "the order is no replacement" },
  refunded: {
    kind: "yes_no",
    words: "the order was refunded",
    denied: "the order was not refunded",
    note: "Of orders that the seller ships, known from the returns report. Of orders that Amazon ships, Amazon reports returns but no refunds: ask for “not returned” as well.",
  },
  returned: { kind: "yes_no", words: "the order was returned", denied: "the order was not returned", note: REPORTED },
  late: {
    kind: "yes_no",
    words: "the delivery was late",
    denied: "the delivery was not late",
    note: "It left after the first day of Amazon's delivery window; Amazon does not tell when it came.",
  },
  feedback: { kind: "number", words: "the seller feedback", note: "Stars, where feedback was reported." },
  negative_feedback: {
    kind: "yes_no",
    words: "the seller feedback was negative",
    denied: "the seller feedback was not negative",
    note: REPORTED,
  },
};
