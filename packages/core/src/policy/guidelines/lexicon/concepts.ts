import * as asking from "./asking.ts";
import * as cancelling from "./cancelling.ts";
import * as contact from "./contact.ts";
import * as costs from "./costs.ts";
import * as critical from "./critical.ts";
import * as giving from "./giving.ts";
import * as incentives from "./incentives.ts";
import { ar } from "./languages/ar.ts";
import { de } from "./languages/de.ts";
import { en } from "./languages/en.ts";
import { es } from "./languages/es.ts";
import { fr } from "./languages/fr.ts";
import { it } from "./languages/it.ts";
import { ja } from "./languages/ja.ts";
import { nl } from "./languages/nl.ts";
import { pl } from "./languages/pl.ts";
import { pt } from "./languages/pt.ts";
import { sv } from "./languages/sv.ts";
import { tr } from "./languages/tr.ts";
import type { CoveredLanguage, LanguageTerms, Lexicon } from "./lexicon.ts";
import * as nameCues from "./name-cues.ts";
import * as negation from "./negation.ts";
import * as notices from "./notices.ts";
import { onlyThen, onlyUs } from "./only-us.ts";
import { optOut } from "./opt-out.ts";
import * as promotion from "./promotion.ts";
import * as reviewers from "./reviewers.ts";
import * as reviews from "./reviews.ts";
import { offensive } from "./sensitive.ts";
import * as thingsBought from "./things-bought.ts";

/** What the rules look for, by name; each is a lexicon of terms. */
const CONCEPTS = {
  ...reviews,
  ...incentives,
  ...promotion,
  ...notices,
  ...asking,
  ...negation,
  ...contact,
  ...critical,
  ...reviewers,
  ...thingsBought,
  ...giving,
  ...cancelling,
  ...costs,
  nameAhead: nameCues.nameAhead,
  nameBehind: nameCues.nameBehind,
  bought: nameCues.bought,
  onlyThen,
  onlyUs,
  offensive,
  optOut,
} satisfies Readonly<Record<string, Lexicon>>;

/** Concepts that stand in the files of the languages only. */
const FURTHER = [
  "opinion",
  "unhappy",
  "divert",
  "howQuestion",
  "falseHappy",
  "thirdParty",
  "refunded",
  "request",
  "falseRequest",
  "enclosure",
  "problem",
] as const;

export type Concept = keyof typeof CONCEPTS | (typeof FURTHER)[number];

export const CONCEPT_NAMES: readonly Concept[] = [
  ...Object.keys(CONCEPTS).filter((name): name is keyof typeof CONCEPTS => Object.hasOwn(CONCEPTS, name)),
  ...FURTHER,
];

const BY_LANGUAGE: Readonly<Record<CoveredLanguage, LanguageTerms>> = {
  ar,
  de,
  en,
  es,
  fr,
  it,
  ja,
  nl,
  pl,
  pt,
  sv,
  tr,
};

/** English words that other languages do not have as well: beside a text of another language only these are looked for. */
export const ALSO_ENGLISH: ReadonlySet<Concept> = new Set<Concept>([
  "positiveReview",
  "gift",
  "falseBenefit",
  "promotion",
  "falsePromotion",
  "optOut",
  "contactException",
]);

/** All terms of a concept in a language. */
export function termsOf(concept: Concept, language: CoveredLanguage): string {
  const shared: Lexicon | undefined = isShared(concept) ? CONCEPTS[concept] : undefined;
  return [shared?.[language], BY_LANGUAGE[language]?.[concept]].filter((terms) => terms !== undefined).join(" | ");
}

function isShared(concept: Concept): concept is keyof typeof CONCEPTS {
  return Object.hasOwn(CONCEPTS, concept);
}

/** Terms of the second concept take terms of the first inside them away ("review your address" asks for no review). */
export const EXCEPTIONS: readonly (readonly [Concept, Concept])[] = [
  ["review", "falseReview"],
  ["negation", "falseNegation"],
  ["condition", "falseCondition"],
  ["benefit", "falseBenefit"],
  ["gift", "falseBenefit"],
  ["promotion", "falsePromotion"],
  ["stockOrDelay", "falseDelay"],
  ["review", "falseBenefit"],
  ["positiveReview", "falseBenefit"],
  ["happy", "falseHappy"],
  ["benefit", "thingBought"],
  ["gift", "thingBought"],
  ["promotion", "thingBought"],
  ["extraOne", "falseExtra"],
  ["request", "falseRequest"],
  ["instruct", "falseInstruct"],
];
