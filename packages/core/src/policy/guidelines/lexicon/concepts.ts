import * as asking from "./asking.ts";
import * as contact from "./contact.ts";
import * as critical from "./critical.ts";
import * as incentives from "./incentives.ts";
import type { Lexicon } from "./lexicon.ts";
import * as negation from "./negation.ts";
import * as notices from "./notices.ts";
import { optOut } from "./opt-out.ts";
import * as promotion from "./promotion.ts";
import * as reviews from "./reviews.ts";
import { offensive } from "./sensitive.ts";

/** What the rules look for, by name; each is a lexicon of terms. */
export const CONCEPTS = {
  ...reviews,
  ...incentives,
  ...promotion,
  ...notices,
  ...asking,
  ...negation,
  ...contact,
  ...critical,
  offensive,
  optOut,
} satisfies Readonly<Record<string, Lexicon>>;

export type Concept = keyof typeof CONCEPTS;

export const CONCEPT_NAMES = Object.keys(CONCEPTS).filter((name): name is Concept => Object.hasOwn(CONCEPTS, name));

/** Terms of the second concept take terms of the first inside them away ("review your address" asks for no review). */
export const EXCEPTIONS: readonly (readonly [Concept, Concept])[] = [
  ["review", "falseReview"],
  ["negation", "falseNegation"],
  ["condition", "falseCondition"],
  ["benefit", "falseBenefit"],
  ["gift", "falseBenefit"],
  ["promotion", "falsePromotion"],
  ["stockOrDelay", "falseDelay"],
];
