/**
 * A mail's text without what could name a person, an order or an account: what is kept after the raw mail is erased
 * (DESIGN §4). Order ids, addresses, links and numbers become placeholders; words stay.
 */
export function withPlaceholders(text: string): string {
  return text
    .normalize("NFC")
    .slice(0, LONGEST)
    .replace(/\b\d{3}\s?[-‐‑–－]\s?\d{7}\s?[-‐‑–－]\s?\d{7}\b/gu, "{order}")
    .replace(/\bhttps?:\/\/[^\s<>"')\]]{1,2000}/giu, "{link}")
    .replace(/[^\s<>"'()[\],;:]+/gu, (word) => (/[^@]@[^@]/u.test(word) ? "{address}" : word))
    .replace(/\p{Nd}(?:[\p{Nd}.,\-/:]*\p{Nd})?/gu, "{number}");
}

/** More than any notice; the rest of a mail is quotation. */
const LONGEST = 8_000;
