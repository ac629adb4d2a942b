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

const SETS = Object.entries(SMALL_WORDS).map(([language, words]) => ({ language, words: words.split(" ") }));

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
  const tokens = new Set(start.split(" "));
  const small = SETS.filter(({ words }) => hasEnough(words, tokens)).map(({ language }) => language);
  const scripts = SCRIPTS.filter(({ letters }) => letters.test(start)).flatMap(({ languages }) => languages);
  const spoken = new Set([...small, ...scripts]);
  return spoken.size === 0 ? null : spoken;
}

function hasEnough(words: readonly string[], tokens: ReadonlySet<string>): boolean {
  let found = 0;
  for (const word of words) {
    found += tokens.has(word) ? 1 : 0;
    if (found >= ENOUGH) return true;
  }
  return false;
}
