import { describe, expect, it } from "vitest";
import { checkMessage } from "./check-message.ts";
import type { MessageDraft } from "./finding.ts";

const ORDER_ID = "302-1234567-1234567";

function critical(text: string, change: Partial<MessageDraft> = {}): MessageDraft {
  return {
    language: "en",
    subject: `Order ${ORDER_ID}`,
    html: "",
    text,
    format: "plain",
    orderId: ORDER_ID,
    purpose: "address_issue",
    critical: true,
    ...change,
  };
}

function blocking(draft: MessageDraft): readonly string[] {
  const { findings } = checkMessage(draft);
  return [...new Set(findings.filter(({ severity }) => severity === "block").map(({ rule }) => rule))];
}

describe("the critical pack lets pass", () => {
  it.each([
    ["en", "The apartment number is missing from the address of your order. Please send it to us so that we can ship."],
    ["en", "To avoid any delay, please confirm the house number of your shipping address."],
    ["en", "Your wardrobe is delivered by a freight company. Which day suits you: 3, 4 or 5 December?"],
    ["de", "Die Hausnummer fehlt in der Lieferadresse. Bitte teilen Sie uns diese mit, damit wir liefern können."],
    ["de", "Um Verzögerungen zu vermeiden, bestätigen Sie bitte den Text der Gravur."],
    ["fr", "Le numéro de rue manque dans votre adresse de livraison. Pourriez-vous nous l'indiquer ?"],
    ["es", "Falta el número de portal en la dirección de entrega. ¿Podría indicárnoslo, por favor?"],
    ["it", "Nell'indirizzo di consegna manca il numero civico. Potrebbe indicarcelo?"],
    ["nl", "In uw bezorgadres ontbreekt het huisnummer. Kunt u ons dit doorgeven?"],
    ["pl", "W adresie dostawy brakuje numeru mieszkania. Prosimy o podanie go."],
    ["sv", "Portkoden saknas i din leveransadress. Kan du skicka den till oss?"],
    ["pt", "Falta o número da porta na morada de entrega. Pode indicá-lo, por favor?"],
    ["ja", "お届け先の部屋番号が不足しております。お手数ですが、番号をお知らせください。"],
    ["tr", "Teslimat adresinizde daire numarası eksik. Lütfen bize bildirir misiniz?"],
    ["ar", "رقم الشقة ناقص في عنوان التسليم. يرجى تزويدنا به حتى نتمكن من الشحن."],
  ])("%s: %s", (language, text) => {
    expect(blocking(critical(text, { language }))).toEqual([]);
  });

  it("a message without the order id, which Amazon shows beside it", () => {
    expect(blocking(critical("Which name shall we engrave?", { subject: "Your order" }))).toEqual([]);
  });

  it("paragraphs that were handed in as HTML", () => {
    const html = "<p>Which name shall we engrave?</p><p>Kind regards</p>";
    expect(blocking(critical("", { html, format: "html", purpose: "customization_question" }))).toEqual([]);
  });
});

describe("the critical pack blocks", () => {
  it.each([
    ["CRIT-04", "Please confirm your house number. We would also value your product review."],
    ["CRIT-04", "Please confirm the engraving. Your feedback on Amazon would mean a lot."],
    ["CRIT-05", "Your order has been shipped and will reach you soon."],
    ["CRIT-06", "Here are some tips for cleaning your pan."],
    ["CRIT-06", "You will find the user manual and our FAQ below."],
    ["CRIT-07", "The blue version is out of stock; would you take the green one?"],
    ["CRIT-07", "Your parcel is delayed by a week."],
    ["CRIT-07", "We can offer you a similar product instead."],
    ["LIM-04", "Please open https://www.amazon.com/gp/help and confirm."],
    ["LIM-04", "Please confirm <b>your house number</b>."],
    ["LIM-04", `Which size? ${"x ".repeat(1_100)}`],
    ["PROH-03", "Please confirm the size. Use code SAVE10 on your next purchase."],
  ])("%s: %.80s", (rule, text) => {
    expect(blocking(critical(text))).toContain(rule);
  });

  it.each([
    ["de", "CRIT-04", "Bitte bestätigen Sie die Adresse. Über eine Bewertung würden wir uns freuen."],
    ["de", "CRIT-07", "Der Artikel ist derzeit leider nicht lieferbar."],
    ["fr", "CRIT-07", "Votre colis aura du retard."],
    ["fr", "CRIT-04", "Confirmez votre adresse, et laissez-nous un avis."],
    ["es", "CRIT-07", "El artículo está agotado."],
    ["it", "CRIT-06", "In allegato trova il manuale di istruzioni."],
    ["nl", "CRIT-07", "Uw bestelling is vertraagd."],
    ["pl", "CRIT-07", "Produkt jest niedostępny, proponujemy inny model."],
    ["sv", "CRIT-07", "Varan är slut i lager."],
    ["pt", "CRIT-06", "Veja as dicas de utilização do produto."],
    ["ja", "CRIT-07", "誠に申し訳ございませんが、商品が在庫切れとなりました。"],
    ["tr", "CRIT-04", "Adresinizi onaylayın ve ürünümüz için yorum yapın."],
    ["ar", "CRIT-07", "المنتج غير متوفر حاليا."],
  ])("in %s, %s: %s", (language, rule, text) => {
    expect(blocking(critical(text, { language }))).toContain(rule);
  });

  it("what is not critical by its purpose", () => {
    expect(blocking(critical("Which invoice address?", { purpose: "invoice" }))).toContain("CRIT-01");
  });

  it("more text than the operation takes, pointing at what is too much", () => {
    const text = `Which name? ${"a".repeat(800)}`;
    const { findings } = checkMessage(critical(text, { purpose: "customization_question" }));
    const finding = findings.find(({ rule }) => rule === "LIM-04");
    expect(finding?.span).toEqual({ part: "text", from: 800, to: text.length });
  });

  it("the subject's tag that once passed an opt-out", () => {
    expect(blocking(critical("Which size?", { subject: `[Important] ${ORDER_ID}` }))).toContain("LIM-06");
    expect(blocking(critical("Welche Größe?", { language: "de", subject: `[Wichtig] ${ORDER_ID}` }))).toContain(
      "LIM-06",
    );
  });
});

describe("attachments", () => {
  const attach = (name: string, kind: "invoice" | "other", bytes = 1_000): MessageDraft =>
    critical("Your invoice is attached.", {
      critical: false,
      purpose: "invoice",
      attachments: [{ name, kind, bytes }],
    });

  it("are documents of an allowed kind and size", () => {
    expect(blocking(attach("invoice.pdf", "invoice"))).toEqual([]);
    expect(blocking(attach("flyer.pdf", "other"))).toEqual(["PROH-09"]);
    expect(blocking(attach("invoice.exe", "invoice"))).toEqual(["PROH-09"]);
    expect(blocking(attach("invoice.pdf", "invoice", 11_000_000))).toEqual(["LIM-05"]);
  });
});
