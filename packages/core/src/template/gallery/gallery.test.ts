import { existsSync, readFileSync } from "node:fs";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { PURPOSE_MEANINGS } from "../../message/purpose.ts";
import { checkTemplate } from "../../policy/check-template.ts";
import { COVERED_LANGUAGES } from "../../policy/guidelines/lexicon/lexicon.ts";
import { renderTemplate } from "../render.ts";
import { STARTERS } from "./all.ts";

const CASES = STARTERS.flatMap((starter) => starter.texts.map((text) => ({ starter, text })));

describe("the gallery", () => {
  it.each(CASES)("$starter.key in $text.language passes all rules", ({ starter, text }) => {
    const { findings } = checkTemplate({
      language: text.language,
      subject: text.subject,
      html: starter.format === "html" ? text.body : "",
      text: starter.format === "plain" ? text.body : "",
      format: starter.format,
      orderId: null,
      purpose: starter.purpose,
      critical: PURPOSE_MEANINGS[starter.purpose].critical,
    });
    expect(findings).toEqual([]);
  });

  it("has each text in every language that the rules know", () => {
    for (const { texts } of STARTERS) {
      expect(texts.map(({ language }) => language).toSorted()).toEqual([...COVERED_LANGUAGES].toSorted());
    }
  });
});

describe("hostile values in the texts of all purposes", () => {
  const strings = new URL("../../../../../../shared/corpus/strings/blns.json", import.meta.url);

  it.skipIf(!existsSync(strings))(
    "add no element, attribute, link or line of the subject (else shared-missing)",
    () => {
      const values = z.array(z.string()).parse(JSON.parse(readFileSync(strings, "utf8")));
      values.forEach((value, index) => {
        // Each string meets several texts, and each text many strings.
        for (const at of [index, index + 7, index + 19]) {
          const { starter, text } = CASES[at % CASES.length] ?? raise("no text");
          const input = { text, format: starter.format } as const;
          const [plain, hostile] = [withValue(input, "plain"), withValue(input, `x ${value}`)];
          expect(shapeOf(hostile.html)).toBe(shapeOf(plain.html));
          expect(hostile.subject).not.toMatch(/[\r\n\0]/);
        }
      });
    },
  );
});

function withValue(
  input: Omit<Parameters<typeof renderTemplate>[0], "variables">,
  value: string,
): { html: string; subject: string } {
  const variables = {
    order: { id: value, items: [{ title: value, quantity: 1 }] },
    store: { name: value },
    marketplace: { name: value, domain: value },
  };
  const rendered = renderTemplate({ ...input, variables });
  return "problem" in rendered ? raise(rendered.message) : rendered;
}

function raise(message: string): never {
  throw new Error(message);
}

/** Tags with their attributes, whose values but links may differ. */
type Node = DefaultTreeAdapterMap["node"];

function shapeOf(html: string): string {
  const visit = (node: Node): unknown => [
    node.nodeName,
    "attrs" in node ? node.attrs.map(({ name, value }) => (name === "href" ? value : name)) : [],
    "childNodes" in node ? node.childNodes.filter(({ nodeName }) => nodeName !== "#text").map(visit) : [],
  ];
  return JSON.stringify(parseFragment(html).childNodes.map(visit));
}
