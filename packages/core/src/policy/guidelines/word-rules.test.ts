import { describe, expect, it } from "vitest";
import type { Finding, MessageDraft } from "../finding.ts";
import { guidelineRules } from "./first-set.ts";
import { lintMessage } from "./lint.ts";

const ORDER_ID = "302-1234567-1234567";

function lint(html: string, change: Partial<MessageDraft> = {}): readonly Finding[] {
  const message: MessageDraft = {
    language: "en",
    subject: `Order ${ORDER_ID}`,
    html,
    text: "",
    orderId: ORDER_ID,
    purpose: "review_request",
  };
  return lintMessage({ ...message, ...change }, guidelineRules);
}

function rules(html: string, change: Partial<MessageDraft> = {}): readonly string[] {
  return [...new Set(lint(html, change).map(({ rule, severity }) => `${rule} ${severity}`))];
}

function marked(html: string, rule: string): readonly string[] {
  return lint(html)
    .filter((finding) => finding.rule === rule && finding.span?.part === "html")
    .map(({ span }) => html.slice(span?.from, span?.to));
}

describe("places", () => {
  it.each([
    ["PROH-04", "<p>Review it and get a <b>gi</b>ft c&#97;rd.</p>", "Review it and get a <b>gi</b>ft c&#97;rd"],
    ["PROH-03", "<p>Use c\u200bode SAVE now for the return.</p>", "Use c\u200bode"],
    ["PROH-18", "<p>Sold out: please cancel your order.</p>", "please cancel"],
    ["PROH-14", "<p>The invoice: write to us@shop.example today</p>", "us@shop.example"],
  ])("%s points into %s", (rule, html, place) => {
    expect(marked(html, rule)).toEqual([place]);
  });

  it("lie in the subject as well", () => {
    const [finding] = lint("<p>Which size?</p>", { subject: `${ORDER_ID}: 20% off` });
    expect(finding).toMatchObject({ rule: "PROH-03", span: { part: "subject", from: 23, to: 28 }, fix: "" });
  });
});

describe("PROH-14: contact details", () => {
  it.each([
    "Which size? Write to anna.b@shop.example",
    "Which size? anna (at) shop (dot) example",
    "Which size? Call +49 30 1234567",
    "Which size? Phone: 030 1234 5678",
    "Which size? (415) 555-0132",
    "Which size? WhatsApp 0176 12345678",
  ])("blocks %s", (text) => {
    expect(rules(`<p>${text}</p>`)).toContain("PROH-14 block");
  });

  it.each([
    `Which size for ${ORDER_ID}?`,
    "Which size? It was ordered on 2026-11-23.",
    "Which size? The parcel has the number 00340434161094042557.",
    "Which size? It weighs 1 200 g and costs 1.299,00 EUR.",
    "Meet us at noon? Which size?",
  ])("lets %s pass", (text) => {
    expect(rules(`<p>${text}</p>`)).toEqual([]);
  });

  it("only notes the contact of a warranty, a carrier or a manufacturer", () => {
    expect(rules("<p>Your invoice. Warranty claims: care@maker.example</p>")).toEqual(["PROH-14 info"]);
  });
});

describe("REQ-03: the buyer's language", () => {
  const german =
    "<p>Bitte teilen Sie uns mit, welche Farbe Sie für das Schild wünschen, und ob die Adresse stimmt.</p>";
  const english = "<p>Please tell us which colour you would like for the sign and whether the address is right.</p>";

  it("is the text's", () => {
    expect(rules(german, { language: "de-AT" })).toEqual([]);
    expect(rules(english, { language: "de" })).toEqual(["REQ-03 block"]);
    expect(rules(german)).toEqual(["REQ-03 block"]);
    expect(rules(english, { language: "ja" })).toEqual(["REQ-03 block"]);
    expect(
      rules("<p>请告诉我们您想要哪种颜色的名牌，以及您的送货地址是否正确，我们将尽快为您安排发货。</p>", {
        language: "ja",
      }),
    ).toEqual(["REQ-03 block"]);
  });

  it("cannot be told from a few words", () => {
    expect(rules("<p>Which size?</p>", { language: "de" })).toEqual([]);
  });

  it("is said to be unknown to the rules where it is", () => {
    expect(rules("<p>Hvilken farve ønsker du til skiltet?</p>", { language: "da" })).toEqual(["REQ-03 info"]);
  });
});

describe("names of products and stores", () => {
  const text = "<p>Would you review the Free Gift Card Holder, 20% off edition?</p>";

  it("promise nothing", () => {
    expect(rules(text)).toContain("PROH-04 block");
    expect(rules(text, { names: ["Free Gift Card Holder, 20% off edition"] })).toEqual([]);
  });

  it("excuse nothing beside them", () => {
    const more = `${text}<p>We send you a gift card for it.</p>`;
    expect(rules(more, { names: ["Free Gift Card Holder, 20% off edition"] })).toEqual(["PROH-04 block"]);
  });
});

describe("pictures and markup", () => {
  it.each([
    ["REQ-04 block", '<p>Which size? <img src="cid:a"></p>'],
    ["REQ-04 block", '<p>Which size? <a href="https://www.amazon.de/"><b> </b></a></p>'],
    ["REQ-04 warn", "<h1>Size</h1><h3>Which size?</h3>"],
    ["PROH-10 block", '<p>Which size? <img src="cid:a" alt="www.shop.example"></p>'],
    ["PROH-10 block", '<p>Which size? <a href="https://shop.example/"><img src="cid:a" alt="Logo"></a></p>'],
    ["PROH-15 block", '<p>Which size? <img src="https://m.media-amazon.com/images/I/71x.jpg" alt="Kettle"></p>'],
    ["PROH-15 block", '<p>Which size? <img src="cid:a" alt="Product image"></p>'],
    ["PROH-16 block", '<p>Which size? <img src="http://static.example/a.png" alt="Logo"></p>'],
    ["STYLE-09 warn", "<p>Which size is the the right one?</p>"],
  ])("%s for %s", (rule, html) => {
    expect(rules(html)).toContain(rule);
  });

  it.each([
    '<h1>Size</h1><h2>Which size?</h2><h1>Colour</h1><p><img src="cid:a" alt="Brand logo"></p>',
    '<p>Which size? <a href="https://www.amazon.de/"><img src="cid:a" alt="Your orders"></a></p>',
    "<p>Which size had had the the same length that that one has: 20 20?</p>".replace("the the", "the"),
  ])("nothing for %s", (html) => {
    expect(rules(html)).toEqual([]);
  });
});
