const NEVER = /(?!)/;

/**
 * Words that make a sentence speak of what may happen, or of an example, in each language; folded. Those that mean
 * something else inside a sentence count at its start only.
 */
const SUPPOSES: Readonly<Record<string, { readonly anywhere: RegExp; readonly atStart: RegExp }>> = {
  en: {
    anywhere: /\b(?:if|when|whenever|in case|for example|e\.g|for instance|such as|suppose|might|would|asks)\b/,
    atStart: /^(?:should|may|can|buyers|customers|starting)\b/,
  },
  fr: { anywhere: /\b(?:si|lorsqu|quand|par exemple|au cas ou)\b|lorsqu/, atStart: /^les acheteurs\b/ },
  de: { anywhere: /\b(?:wenn|falls|sobald|sofern|zum beispiel|z\. ?b)\b/, atStart: /^(?:kaufer konnen|sollte)\b/ },
  it: { anywhere: /\b(?:quando|qualora|ad esempio|nel caso)\b/, atStart: /^se\b|^gli acquirenti\b/ },
  es: { anywhere: /\b(?:cuando|por ejemplo|en caso de)\b/, atStart: /^si\b|^los compradores\b/ },
  pt: { anywhere: /\b(?:quando|por exemplo)\b/, atStart: /^(?:se|caso)\b|^os compradores\b/ },
  nl: { anywhere: /\b(?:wanneer|indien|bijvoorbeeld)\b/, atStart: /^als\b|^kopers\b/ },
  sv: { anywhere: /\b(?:nar|till exempel|ifall)\b/, atStart: /^om\b|^kopare kan\b/ },
  pl: { anywhere: /\b(?:jesli|jezeli|gdy|kiedy|na przykład|na przyklad)\b/, atStart: /^kupujacy moga\b/ },
  tr: { anywhere: /\b(?:eger|ornegin|durumunda)\b/, atStart: /^alıcılar\b/ },
  ja: { anywhere: /場合|例えば|たとえば/, atStart: NEVER },
  ar: { anywhere: /(?:^| )(?:اذا|إذا|عندما|مثلا|مثل)(?: |$)/, atStart: NEVER },
  zh: { anywhere: /如果|例如|当买家/, atStart: NEVER },
};

/** A sentence that begins with a quotation mark, or names whom it quotes, is told by somebody else. */
const QUOTES =
  /"|\byou (?:received|asked|wrote (?:to us|that|about)|reported|mentioned|got)\b|\bi(?: have|'ve| had)? $|\byou may (?:see|receive)\b/;

/** Sentences end here. A colon does not: what it introduces belongs to the sentence before. */
const SENTENCE_END = /[.!?。！？؟]["')\]]*(?: |$)|[。！？]/g;
const LONGEST_SENTENCE = 320;

/** Whether the sentence around `at` of a folded text says that something happened, rather than that it may. */
export function isToldAsFact(folded: string, at: number, language: string): boolean {
  const before = sentenceBefore(folded, at);
  const supposes = SUPPOSES[language];
  if (QUOTES.test(before)) return false;
  return supposes === undefined || !(supposes.anywhere.test(before) || supposes.atStart.test(before));
}

function sentenceBefore(folded: string, at: number): string {
  const region = folded.slice(Math.max(0, at - LONGEST_SENTENCE), at);
  const last = [...region.matchAll(SENTENCE_END)].at(-1);
  return last === undefined ? region : region.slice(last.index + last[0].length).trimStart();
}
