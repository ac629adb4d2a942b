import type { FoldedText } from "./normalise-text.ts";
import type { Range } from "./parse-html.ts";
import type { Hit } from "./wording.ts";

/** Shorter names would excuse parts of other words. */
const SHORTEST_NAME = 4;
const MOST_NAMES = 20;
const MOST_PLACES = 50;

/** Where a text says what a product or the store is called. */
export function namedRanges(text: string, names: readonly string[]): readonly Range[] {
  const ranges: Range[] = [];
  for (const name of names.slice(0, MOST_NAMES).map((one) => one.trim())) {
    let at = name.length < SHORTEST_NAME ? -1 : text.indexOf(name);
    while (at >= 0 && ranges.length < MOST_PLACES) {
      ranges.push({ from: at, to: at + name.length });
      at = text.indexOf(name, at + name.length);
    }
  }
  return ranges;
}

/** A "gift card holder" in the title of an item promises nothing: what lies wholly in a name is no hit. */
export function dropNamed(found: (Hit[] | undefined)[], folded: FoldedText, names: readonly Range[]): void {
  if (names.length === 0) {
    return;
  }
  found.forEach((hits, concept) => {
    found[concept] = hits?.filter((hit) => {
      const { from, to } = folded.rangeOf(hit.from, hit.to);
      return !names.some((name) => name.from <= from && to <= name.to);
    });
  });
}
