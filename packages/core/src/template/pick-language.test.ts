import { describe, expect, it } from "vitest";
import { normalizeLanguage, pickLanguage } from "./pick-language.ts";

describe("the language of a text for a reader", () => {
  it.each([
    ["en-US", ["de", "en"], "en"],
    ["en_GB", ["en-US", "de"], "en-US"],
    ["fr-CA", ["fr", "fr-CA"], "fr-CA"],
    ["de-AT", ["de-DE", "en"], "de-DE"],
    ["pt-BR", ["pt-PT", "es"], "pt-PT"],
    ["nb-NO", ["no"], "no"],
    ["zh-TW", ["zh-Hant"], "zh-Hant"],
    ["ja", ["ja-JP"], "ja-JP"],
  ])("%s of %j is %s", (wanted, available, picked) => {
    expect(pickLanguage(wanted, available)).toBe(picked);
  });

  it.each([
    ["it-IT", ["en", "de"]],
    ["zh-TW", ["zh-CN", "zh"]],
    ["en", []],
    ["", ["en"]],
  ])("%s of %j is none", (wanted, available) => {
    expect(pickLanguage(wanted, available)).toBeNull();
  });

  it("is written as BCP 47 writes it", () => {
    expect(["en_US", "PT-br", "zh-hant-tw", "de"].map(normalizeLanguage)).toEqual([
      "en-US",
      "pt-BR",
      "zh-Hant-TW",
      "de",
    ]);
  });
});
