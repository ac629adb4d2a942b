const LONGEST = 80;

/** Signs that change how what follows is read, or that nobody sees: they have no place in a name. */
const UNSEEN =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Marks that pile up on one letter and run into the lines above. */
const PILED_MARKS = /(\p{M}{3})\p{M}+/gu;

/**
 * A name that people gave to a workspace, client or themselves, as it is kept: readable in one line, in any script.
 * Null when nothing readable is left. Joiners (U+200C, U+200D) stay: emoji and Indic scripts need them.
 */
export function cleanName(typed: string): string | null {
  const plain = typed.toWellFormed().normalize("NFC").replaceAll(/\s+/gu, " ").replaceAll(UNSEEN, "");
  const name = [...plain.replaceAll(PILED_MARKS, "$1").trim()].slice(0, LONGEST).join("").trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) ? name : null;
}

const LONGEST_SLUG = 40;

/** The part of the address that a name suggests: "Café Zürich GmbH" gives "cafe-zurich-gmbh"; "" where it gives nothing. */
export function slugOf(name: string): string {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST_SLUG)
    .replaceAll(/^-|-$/g, "");
}
