import { describe, expect, it } from "vitest";
import { BUILT_IN_TEMPLATES } from "./built-in.ts";
import { STARTERS } from "./gallery/all.ts";
import { judgeTemplate, judgeText, mayServe } from "./judge-template.ts";
import { toSourceSpan } from "./source-span.ts";

function text(body: string, subject = "Your order {{ order.id }}") {
  return { language: "en", subject, body };
}

describe("a text as it is written", () => {
  it("the built-in ones may serve in every language", () => {
    for (const template of BUILT_IN_TEMPLATES) {
      const judged = judgeTemplate(template);
      expect(judged.map(({ language, verdict, problem }) => [language, verdict, problem])).toEqual(
        template.texts.map(({ language }) => [language, "pass", null]),
      );
    }
  });

  it.each(STARTERS)("the starter $title finds nothing in any of its languages", ({ texts, purpose }) => {
    const judged = judgeTemplate({ texts, purpose });
    expect(judged.map(({ language, verdict, findings }) => [language, verdict, findings])).toEqual(
      texts.map(({ language }) => [language, "pass", []]),
    );
  });

  it("a typed message is judged by the rules of its kind, at its place", () => {
    const body = "Order {{ order.id }}: please leave a review once the size is right. Which size do you need?";
    const asked = { language: "en", subject: "x", body };
    const { findings, verdict, rendered } = judgeText({ text: asked, purpose: "order_problem" });
    expect(verdict).toBe("block");
    const review = findings.find(({ rule }) => rule === "CRIT-04");
    expect(body.slice(review?.span?.from, review?.span?.to)).toContain("review");
    expect(rendered?.html).toBe("");
    const long = { ...asked, body: `{{ order.id }} ${"Which size do you need? ".repeat(200)}` };
    expect(judgeText({ text: long, purpose: "order_problem" }).verdict).toBe("block");
  });

  it("a finding points at the words in the source, behind variables and their values", () => {
    const body =
      "<p>Hello, this is about order {{ order.id }} from {{ store.name }}.</p><p>You get a gift card if you leave a review.</p>";
    const { findings, verdict } = judgeText({ text: text(body) });
    expect(verdict).toBe("block");
    const incentive = findings.find(({ rule, span }) => rule === "PROH-04" && span !== null);
    const { from, to } = incentive?.span ?? { from: 0, to: 0 };
    expect(body.slice(from, to)).toContain("gift card");
    expect(body.slice(from, to)).not.toContain("{{");
  });

  it.each([
    ["a branch that is not taken", "{% if order.items.size > 9 %}<p>A gift card for your review.</p>{% endif %}"],
    ["the other branch", "{% if order.id %}<p>x</p>{% else %}<p>A gift card for your review.</p>{% endif %}"],
    [
      "both",
      "<p>A gift card for your review.</p><p>It is made by hand.</p>{% unless order.id %}<p>A gift card for your review.</p>{% endunless %}",
    ],
  ])("a forbidden sentence blocks in %s, at its place", (_, branch) => {
    const body = `<p>Your honest review of order {{ order.id }}, please.</p>${branch}`;
    const judged = judgeText({ text: text(body) });
    const places = judged.findings.flatMap(({ rule, span }) =>
      rule === "PROH-04" && span !== null ? [body.slice(span.from, span.to)] : [],
    );
    expect(places).toEqual(body.match(/A gift card for your review/g));
    expect(mayServe([judged])).toBe(false);
  });

  it.each([
    ["an endless loop", "{% for a in (1..100000000) %}x{% endfor %}"],
    ["an unknown variable", "<p>{{ buyer.name }}</p>"],
    ["an unclosed tag", "<p>{% if order.id %}</p>"],
    ["a megabyte", "x".repeat(1_000_000)],
  ])("%s is a problem with its place, and may not serve", (_, body) => {
    const judged = judgeText({ text: text(body) });
    expect(judged.problem).toMatchObject({ part: "body", line: expect.any(Number), message: expect.any(String) });
    expect(mayServe([judged])).toBe(false);
  });
});

describe("a span of the output", () => {
  const source = "Dear {{ a }}, bye {{ b }}";
  const output = "Dear Someone, bye you";
  it.each([
    ["in plain text", 14, 17, "bye"],
    ["within a value: its tag", 5, 12, "{{ a }}"],
    ["over a value", 0, 13, "Dear {{ a }},"],
    ["to the end", 18, 21, "{{ b }}"],
  ] as const)("%s", (...[, from, to, expected]) => {
    const span = toSourceSpan({ source, output, from, to });
    expect(source.slice(span?.from, span?.to)).toBe(expected);
  });
});
