import type { MessageDraft } from "@heed/core/policy/finding";
import { guidelineRules } from "@heed/core/policy/guidelines/first-set";
import { lintMessage } from "@heed/core/policy/guidelines/lint";
import { REVIEW_REQUEST } from "@heed/core/template/built-in";
import { renderTemplate } from "@heed/core/template/render";
import { EXAMPLE_VARIABLES } from "@heed/core/template/variables";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { type BuyerMail, buyerMail } from "./buyer-layout.ts";

const BARE = new Set("html head meta title body p a ul ol li br strong em".split(" "));

function render(language: string): BuyerMail {
  const text = REVIEW_REQUEST.texts.find((one) => one.language === language);
  const rendered = text === undefined ? null : renderTemplate({ text, variables: EXAMPLE_VARIABLES });
  if (rendered === null || "problem" in rendered) {
    throw new Error(`no text in ${language}`);
  }
  return buyerMail(rendered);
}

describe("the layout of messages to buyers", () => {
  it.each(["en", "de", "fr", "ja"])("breaks no rule of the guidelines in %s", (language) => {
    const message: MessageDraft = {
      ...render(language),
      language,
      orderId: EXAMPLE_VARIABLES.order.id,
      purpose: "review_request",
    };
    expect(lintMessage(message, guidelineRules)).toEqual([]);
  });

  it("consists of bare elements without style, class or event", () => {
    const elements = elementsOf(parse(render("de").html));
    expect(elements.filter(({ nodeName }) => !BARE.has(nodeName)).map(({ nodeName }) => nodeName)).toEqual([]);
    expect(elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)).toSorted()).toEqual(["charset", "lang"]);
  });

  it("says the same in its text part", () => {
    const { text } = render("en");
    expect(text).toContain("302-1234567-1234567");
    expect(text).not.toMatch(/[<>]/);
  });

  it("keeps a hostile subject inside the title", () => {
    const mail = buyerMail({ language: 'en"><script>', subject: "</title><script>x</script>", html: "<p>x</p>" });
    expect(elementsOf(parse(mail.html)).map(({ nodeName }) => nodeName)).not.toContain("script");
  });

  it("writes Arabic from right to left", () => {
    expect(buyerMail({ language: "ar-AE", subject: "x", html: "<p>x</p>" }).html).toContain(
      '<html lang="ar-AE" dir="rtl">',
    );
  });
});

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

function elementsOf(node: Node): Element[] {
  const own = "attrs" in node ? [node] : [];
  return "childNodes" in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own;
}
