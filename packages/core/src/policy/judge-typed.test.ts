import { describe, expect, it } from "vitest";
import { TYPED_OPERATIONS, type TypedName } from "../message/typed-operation.ts";
import { judgeTyped } from "./judge-typed.ts";

const pdf = { fileName: "paper.pdf", contentType: "application/pdf", size: 2000 };

function blocks(name: TypedName, text: string | null, files: readonly (typeof pdf)[] = []): readonly string[] {
  const content = { text, language: "en", coverageFrom: null, coverageTo: null };
  const draft = { operation: TYPED_OPERATIONS[name], content, files, orderId: "111-1111111-1111111", names: [] };
  return [...new Set(judgeTyped(draft).flatMap(({ rule, severity }) => (severity === "block" ? [rule] : [])))];
}

describe("a typed message", () => {
  it.each<[TypedName, string | null, (typeof pdf)[]]>([
    ["confirmOrderDetails", "The flat number is missing from your address. Which one is it?", []],
    ["confirmCustomizationDetails", "Which name shall we engrave: Ann or Anne?", [pdf]],
    ["confirmDeliveryDetails", "The wardrobe comes by freight. Which day suits you: Monday or Tuesday?", []],
    ["unexpectedProblem", "The parcel came back to us. Which address shall we use for it?", []],
    ["digitalAccessKey", "Your licence key for this order is AB12-CD34.", []],
    ["confirmServiceDetails", "The fitter can come on Monday at 9. Does that time suit you?", []],
    ["invoice", null, [pdf]],
    ["warranty", null, [pdf]],
    ["legalDisclosure", null, [pdf]],
  ])("%s of its purpose passes", (...[name, text, files]) => {
    expect(blocks(name, text, files)).toEqual([]);
  });

  it.each<[string, TypedName, string, string]>([
    [
      "a review request behind a critical question",
      "confirmOrderDetails",
      "Which flat is it? Please also leave us a review.",
      "CRIT-04",
    ],
    [
      "one in a message that is not critical",
      "digitalAccessKey",
      "Your key is AB12. We would love your feedback on Amazon.",
      "CRIT-04",
    ],
    ["one in disguise", "confirmOrderDetails", "Which flat is it? A five star r\u200bating would help us.", "CRIT-04"],
    ["a link", "confirmOrderDetails", "Which flat is it? See https://example.com.", "LIM-04"],
    ["marketing", "unexpectedProblem", "The parcel came back. Use code SAVE10 on your next purchase.", "PROH-03"],
    ["too long a text", "digitalAccessKey", `Your key: ${"A1 ".repeat(200)}`, "LIM-04"],
    ["no text", "confirmOrderDetails", " ", "TYPED-01"],
  ])("%s is blocked", (...[, name, text, rule]) => {
    expect(blocks(name, text)).toContain(rule);
  });
});
