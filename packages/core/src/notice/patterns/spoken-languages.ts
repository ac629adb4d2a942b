/** Small words that nearly every sentence of a language holds, folded as `foldForMatching` does. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: "the your you to was not for this has have been from because of and is could with",
  fr: "le la les votre vos pas vous une du des que qui de a n'a pour et au est ce",
  de: "die der das und nicht sie ihre ihr ist wurde wir zu den von da weil fur konnte einen",
  it: "il lo la gli non che di per stato tuo suo un una dei della e da hai i",
  es: "el la los que no por su tu una un de ha se para del hemos al",
  nl: "het een niet van uw je dat voor is de om te geen wij we en over heeft",
  sv: "att inte och ditt som en ett har for vi kunde av till fran om du",
  pl: "nie do w z na sie twoja od w sprawie jest poniewaz ze zostala przez",
  pt: "o a os nao que de do da sua uma um foi por para em e ao",
  tr: "bir icin ve bu ile mesajınız mesaj alıcı alıcıya ilgili siparisle icin gonderdiginiz satıcı",
};

/** By small word: its languages, with how often each lists it. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(SMALL_WORDS)) {
  for (const word of words.split(" ")) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);
}

/** Languages that are told by their script; Chinese and Japanese share one, and are both tried. */
const SCRIPTS: readonly { readonly letters: RegExp; readonly languages: readonly string[] }[] = [
  { letters: /[\u3040-\u30ff]/, languages: ["ja"] },
  { letters: /[\u4e00-\u9fff]/, languages: ["zh", "ja"] },
  { letters: /[\u0600-\u06ff]/, languages: ["ar"] },
];

/** As many small words make a language possible; a mail may hold several, such as a banner above the notice. */
const ENOUGH = 3;
const LOOKED_AT = 700;

/** The languages that a folded text may be written in; null where too little tells. */
export function spokenLanguages(folded: string): ReadonlySet<string> | null {
  const start = folded.slice(0, LOOKED_AT);
  const small = Object.entries(smallWordsIn(start))
    .filter(([, found]) => found >= ENOUGH)
    .map(([language]) => language);
  const scripts = SCRIPTS.filter(({ letters }) => letters.test(start)).flatMap(({ languages }) => languages);
  const spoken = new Set([...small, ...scripts]);
  return spoken.size === 0 ? null : spoken;
}

/** How many different small words of each language the text holds. */
function smallWordsIn(text: string): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  const seen = new Set<string>();
  for (const token of text.split(" ")) {
    const languages = LANGUAGES_OF.get(token);
    if (languages === undefined || seen.has(token)) continue;
    seen.add(token);
    for (const language of languages) found[language] = (found[language] ?? 0) + 1;
  }
  return found;
}
