import { describe, expect, it } from "vitest";
import { PURPOSE_MEANINGS } from "./purpose.ts";
import { shapeFindings, type TypedContent, type TypedFile } from "./typed-content.ts";
import { nextTypedSlot, operationOfSlot, TYPED_NAMES, TYPED_OPERATIONS } from "./typed-operation.ts";

const TEXT: TypedContent = { text: "Is flat 12 right?", language: "en", coverageFrom: null, coverageTo: null };
const BLANK: TypedContent = { ...TEXT, text: null };
const pdf: TypedFile = { fileName: "terms.pdf", contentType: "application/pdf", size: 1000 };

function rules(name: keyof typeof TYPED_OPERATIONS, content: TypedContent, files: readonly TypedFile[] = []) {
  return shapeFindings(TYPED_OPERATIONS[name], content, files).map(({ rule }) => rule);
}

describe("what the model of a typed message takes", () => {
  it.each([
    ["a text at its limit", "confirmCustomizationDetails", { ...TEXT, text: "x".repeat(800) }, [], []],
    ["a text of blanks", "confirmOrderDetails", { ...TEXT, text: " \n" }, [], ["TYPED-01"]],
    ["a text where there is none", "invoice", TEXT, [pdf], ["TYPED-01"]],
    ["no file where one is needed", "invoice", BLANK, [], ["TYPED-02"]],
    ["five files", "invoice", BLANK, [pdf, pdf, pdf, pdf, pdf], []],
    ["six files", "warranty", BLANK, [pdf, pdf, pdf, pdf, pdf, pdf], ["TYPED-02"]],
    ["a file where none is taken", "confirmOrderDetails", TEXT, [pdf], ["TYPED-02"]],
    ["an empty file", "legalDisclosure", BLANK, [{ ...pdf, size: 0 }], ["TYPED-03"]],
    ["a program", "legalDisclosure", BLANK, [{ ...pdf, fileName: "terms.exe" }], ["TYPED-03"]],
    ["a warranty with days", "warranty", { ...BLANK, coverageFrom: "2026-01-01", coverageTo: "2027-01-01" }, [pdf], []],
    [
      "a warranty that ends first",
      "warranty",
      { ...BLANK, coverageFrom: "2027-01-01", coverageTo: "2026-01-01" },
      [pdf],
      ["TYPED-04"],
    ],
    ["days of something else", "invoice", { ...BLANK, coverageFrom: "2026-01-01" }, [pdf], ["TYPED-04"]],
  ] as const)("%s", (...[, name, content, files, wanted]) => {
    expect(rules(name, content, files)).toEqual(wanted);
  });
});

describe("slots of typed messages", () => {
  it("name their operation, and count where a person writes again", () => {
    expect(nextTypedSlot("invoice", [])).toBe("typed:invoice");
    expect(nextTypedSlot("invoice", ["proactive", "typed:invoice"])).toBe("typed:invoice:2");
    expect(nextTypedSlot("invoice", ["typed:invoice", "typed:invoice:2"])).toBe("typed:invoice:3");
    expect(operationOfSlot("typed:invoice:3")?.purpose).toBe("invoice");
    expect(operationOfSlot("proactive")).toBeNull();
    expect(operationOfSlot("typed:nothing")).toBeNull();
  });

  it("operations and purposes name each other", () => {
    for (const name of TYPED_NAMES) expect(PURPOSE_MEANINGS[TYPED_OPERATIONS[name].purpose].operation).toBe(name);
  });
});
