/**
 * Letters of other scripts that look like Latin ones (after Unicode's confusables, UTS 39), and Latin letters that
 * no decomposition reaches. None of the covered languages is written in Cyrillic, Greek, Armenian or small capitals.
 */
const PAIRS = [
  "а a в b с c ԁ d е e ё e ғ f ɡ g һ h н h і i ї i ј j к k ӏ l м m п n о o р p ԛ q г r ѕ s т t ц u ѵ v ԝ w ш w х x у y ү y з z",
  "А a В b С c Е e Н h І i Ј j К k М m О o Р p Ѕ s Т t Х x У y",
  "α a β b ϲ c δ d ε e η n ι i κ k λ l μ m ν v ο o ρ p σ s ς s τ t υ u χ x γ y ω w",
  "Α a Β b Ε e Ζ z Η h Ι i Κ k Μ m Ν n Ο o Ρ p Τ t Υ y Χ x",
  "ա w ո n ս u հ h օ o ց g զ q",
  "ᴀ a ʙ b ᴄ c ᴅ d ᴇ e ꜰ f ɢ g ʜ h ɪ i ᴊ j ᴋ k ʟ l ᴍ m ɴ n ᴏ o ᴘ p ʀ r ꜱ s ᴛ t ᴜ u ᴠ v ᴡ w ʏ y ᴢ z",
  "ɑ a ɩ i ı i ø o Ø o ł l Ł l đ d Đ d ð d ħ h ŧ t ɐ a ɛ e ɔ o ꞓ c ß ss ẞ ss æ ae Æ ae œ oe Œ oe þ th",
  "★ 星 ☆ 星 ⭐ 星",
  // Arabic letters that are written for one another.
  "ة ه ى ي ک ك ی ي",
].join(" ");

const WORDS = PAIRS.split(" ");

export const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  WORDS.flatMap((from, index) => (index % 2 === 0 ? [[from, WORDS[index + 1] ?? from] as const] : [])),
);

/** Digits and signs that stand for letters inside a word ("g1ft", "ca$h"). */
export const LEET: ReadonlyMap<number, number> = new Map(
  [..."0o1i3e4a5s6g7t8b9g@a$s!i|l€e"].flatMap((sign, index, all) =>
    index % 2 === 0 ? [[sign.charCodeAt(0), (all[index + 1] ?? sign).charCodeAt(0)] as const] : [],
  ),
);
