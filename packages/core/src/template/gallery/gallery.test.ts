import { describe, expect, it } from "vitest";
import { PURPOSE_MEANINGS } from "../../message/purpose.ts";
import { checkTemplate } from "../../policy/check-template.ts";
import { COVERED_LANGUAGES } from "../../policy/guidelines/lexicon/lexicon.ts";
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
