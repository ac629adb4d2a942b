/** Amazon's order ids: 3-7-7 digits. Spaces inside come from mail programs that wrap lines. */
const ORDER_ID = /(?<!\d|\d-)(\d{3}) ?- ?(\d{7}) ?- ?(\d{7})(?!\d|-\d)/g;

/** Some programs take the dashes out; anywhere but in the deciding sentence 17 digits may be anything. */
const BARE_ID = /(?<![\d-])(\d{3})(\d{7})(\d{7})(?![\d-])/;

/** An order id without its dashes, in a folded sentence that is about an order; with them, or null. */
export function bareOrderId(folded: string): string | null {
  const match = BARE_ID.exec(folded);
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`;
}

/** The different order ids in a folded text, in order of appearance. */
export function findOrderIds(folded: string): readonly string[] {
  const found = new Set<string>();
  for (const match of folded.matchAll(ORDER_ID)) {
    found.add(`${match[1]}-${match[2]}-${match[3]}`);
  }
  return [...found];
}

/**
 * The id that a mail is about. Texts stand from the surest (the deciding sentence) to the widest (the whole mail);
 * the first that holds any id decides, and several different ids there mean that none is the mail's own. Each is
 * folded only when asked for.
 */
export function ownOrderId(foldedTexts: readonly (() => string)[]): string | null {
  for (const text of foldedTexts) {
    const [id, other] = findOrderIds(text());
    if (id !== undefined) {
      return other === undefined ? id : null;
    }
  }
  return null;
}
