import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBareMarkup } from "./bare-markup.ts";
import type { Markup } from "./parse-html.ts";
import { parseMarkup } from "./parse-html.ts";

const PIECES = [
  "<p>",
  "</p>",
  "<br>",
  "<ul>",
  "</ul>",
  "<ol>",
  "<li>",
  "</li>",
  "<strong>",
  "</strong>",
  "<em>",
  "</em>",
];
const documents = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom("a", " ", "\n", "word ", "\u00a0", "é")), {
    maxLength: 14,
  })
  .map((pieces) => pieces.join(""));

function shapeOf({ text, flow, elements }: Markup) {
  const places = Array.from({ length: text.value.length }, (_, at) => text.rangeOf(at, at + 1));
  return {
    text: text.value,
    places,
    flow: flow.map((item) => (item.kind === "content" ? "content" : [item.range.from, item.range.to])),
    elements: elements.map(({ name, range }) => [name, range]),
  };
}

describe("bare markup", () => {
  it("is read as the parser reads it, or left to the parser", () => {
    let read = 0;
    fc.assert(
      fc.property(documents, (source) => {
        const bare = readBareMarkup(source);
        if (bare === null) return;
        read += 1;
        expect(shapeOf(bare)).toEqual(shapeOf(parseMarkup(source)));
      }),
      { numRuns: 3_000, seed: 7 },
    );
    expect(read).toBeGreaterThan(300);
  });

  it.each([
    "<p class='x'>a</p>",
    "<P>a</P>",
    "<p>a &amp; b</p>",
    "<div>a</div>",
    "<p><b>a</p>",
    "a</p>",
    "<p>a < b</p>",
  ])("leaves %s to the parser", (source) => {
    expect(readBareMarkup(source)).toBeNull();
  });
});
