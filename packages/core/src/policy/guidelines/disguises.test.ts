import { describe, expect, it } from "vitest";
import { checkMessage } from "../check-message.ts";

const ID = "302-1234567-1234567";

function rulesOf(html: string, language = "en"): readonly string[] {
  const message = { language, subject: `Amazon ${ID}`, html: `${html}<p>${ID}</p>`, text: "", orderId: ID };
  const { findings } = checkMessage({ ...message, purpose: "review_request" });
  return findings.filter(({ severity }) => severity === "block").map(({ rule }) => rule);
}

const OFFER = "Leave a review and get a";

describe("an offer in disguise", () => {
  it.each([
    ["digits and signs for letters", `<p>Leave a rev1ew and get a g1ft c@rd.</p>`],
    ["invisible characters", `<p>${OFFER} gi\u200bft ca\u200brd.</p>`],
    ["tags inside words", `<p>${OFFER} gi<i>ft</i> card.</p>`],
    ["character references", `<p>${OFFER} &#103;&#x69;ft&nbsp;card.</p>`],
    ["letters of other scripts", `<p>${OFFER} g\u0456ft c\u0430rd.</p>`],
    ["full-width letters", `<p>${OFFER} ｇｉｆｔ ｃａｒｄ.</p>`],
    ["mathematical letters", `<p>${OFFER} 𝓰𝓲𝓯𝓽 𝓬𝓪𝓻𝓭.</p>`],
    ["points between letters", `<p>${OFFER} g.i.f.t c.a.r.d.</p>`],
    ["letters drawn out", `<p>${OFFER} giiiift card.</p>`],
    ["capitals drawn out", `<p>${OFFER} GIIIFT card.</p>`],
    [
      "a picture's description",
      `<p>Leave a review.</p><p><img src="https://m.media-amazon.com/a.png" alt="Get a gift card for it"></p>`,
    ],
    ["a tool tip", `<p title="Get a $10 gift card">Leave a review.</p>`],
    ["a label that is read aloud", `<p aria-label="Get a gift card for your review">Thanks.</p>`],
  ])("is found: %s", (_name, html) => {
    expect(rulesOf(html)).toContain("PROH-04");
  });

  it("is not hidden by marks that turn letters around", () => {
    expect(rulesOf("<p>\u202edrac tfig a teg\u202c Please review us.</p>")).toContain("REQ-04");
    expect(rulesOf(`<p><bdo dir="rtl">drac tfig</bdo> Please review us.</p>`)).toContain("REQ-04");
  });
});

describe("a telephone number", () => {
  it.each([
    ["en", "Call us: 0800 123 4567."],
    ["en", "Call us: 0800\u2011123\u20114567."],
    ["ja", "お電話は０３－１２３４－５６７８まで。"],
    ["ja", "お電話は03ー1234ー5678まで。"],
    ["ar", "اتصل بنا ٠٨٠٠١٢٣٤٥٦٧"],
  ])("is found in the digits of any script: %s %s", (language, text) => {
    expect(rulesOf(`<p>${text}</p>`, language)).toContain("PROH-14");
  });

  it("is told from measures, dates and numbers of parcels", () => {
    expect(rulesOf("<p>It needs 220-240 V until 12.05.2028; please review the 120 x 45 x 30 cm shelf.</p>")).toEqual(
      [],
    );
    expect(rulesOf("<p>Parcel 00340434161094042557: please tell us the correct flat number.</p>")).toEqual([]);
  });
});
