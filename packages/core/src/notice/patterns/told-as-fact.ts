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
const ENDS = new Set([...".!?。！？؟"].map((sign) => sign.charCodeAt(0)));
const CLOSING = "\"')]";
/** These end a sentence without a space behind them. */
const FULL_STOPS = "。！？";
const LONGEST_SENTENCE = 320;

/** Whether the sentence around `at` of a folded text says that something happened, rather than that it may. */
export function isToldAsFact(folded: string, at: number, language: string): boolean {
  const before = sentenceBefore(folded, at);
  const supposes = SUPPOSES[language];
  if (QUOTES.test(before)) return false;
  return supposes === undefined || !(supposes.anywhere.test(before) || supposes.atStart.test(before));
}

/** Searched from the end, letter by letter: it is asked for each word that could decide. */
function sentenceBefore(folded: string, at: number): string {
  const start = Math.max(0, at - LONGEST_SENTENCE);
  for (let index = at - 1; index >= start; index -= 1) {
    const end = ENDS.has(folded.charCodeAt(index)) ? endOfSentence(folded, index, at) : -1;
    if (end >= 0) return folded.slice(end, at).trimStart();
  }
  return folded.slice(start, at);
}

/** Where the next sentence begins, if one ends with the sign at `index`; else −1. */
function endOfSentence(folded: string, index: number, limit: number): number {
  let after = index + 1;
  while (after < limit && CLOSING.includes(folded.charAt(after))) after += 1;
  if (after === limit || folded.charAt(after) === " ") return after;
  return FULL_STOPS.includes(folded.charAt(index)) ? index + 1 : -1;
}
