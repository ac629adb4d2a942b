import type { TemplateVersion } from "./template.ts";

export const REVIEW_REQUEST_KEY = "review-request";

/**
 * The e-mail that every workspace starts with: it names the order, asks neutrally, promises nothing, links nowhere
 * and depends on no condition (Amazon's communication guidelines, compiled 2026-11-23).
 */
export const REVIEW_REQUEST: TemplateVersion = {
  templateKey: REVIEW_REQUEST_KEY,
  version: 1,
  purpose: "review_request",
  texts: [
    {
      language: "en",
      subject: "Your review of Amazon order {{ order.id }}",
      body: [
        "<p>Hello,</p>",
        "<p>this message is about your Amazon order {{ order.id }}.</p>",
        "<p>Would you share your honest opinion of what you received? You can write a product review or leave seller feedback under “Your Orders” in your Amazon account. Other customers find any opinion useful, whatever it says.</p>",
        "<p>This is the only time we ask about this order.</p>",
        "<p>Kind regards<br>{{ store.name }}</p>",
      ].join("\n"),
    },
    {
      language: "de",
      subject: "Ihre Bewertung zur Amazon-Bestellung {{ order.id }}",
      body: [
        "<p>Guten Tag,</p>",
        "<p>diese Nachricht betrifft Ihre Amazon-Bestellung {{ order.id }}.</p>",
        "<p>Möchten Sie uns Ihre ehrliche Meinung zu dieser Bestellung mitteilen? Unter „Meine Bestellungen“ in Ihrem Amazon-Konto können Sie eine Produktrezension schreiben oder den Verkäufer bewerten. Für andere Kundinnen und Kunden ist jede Meinung hilfreich, gleich wie sie ausfällt.</p>",
        "<p>Wir fragen zu dieser Bestellung nur dieses eine Mal.</p>",
        "<p>Mit freundlichen Grüßen<br>{{ store.name }}</p>",
      ].join("\n"),
    },
    {
      language: "fr",
      subject: "Votre avis sur la commande Amazon {{ order.id }}",
      body: [
        "<p>Bonjour,</p>",
        "<p>Ce message concerne votre commande Amazon {{ order.id }}.</p>",
        "<p>Souhaitez-vous donner votre avis en toute franchise ? Depuis la page « Vos commandes » de votre compte Amazon, vous pouvez écrire un commentaire sur le produit ou évaluer le vendeur. Chaque avis, quel qu’il soit, est utile aux autres clients.</p>",
        "<p>Nous ne vous solliciterons plus au sujet de cette commande.</p>",
        "<p>Cordialement,<br>{{ store.name }}</p>",
      ].join("\n"),
    },
    {
      language: "ja",
      subject: "Amazonでのご注文 {{ order.id }} に関するレビューのお願い",
      body: [
        "<p>お客様</p>",
        "<p>Amazonでのご注文（注文番号：{{ order.id }}）についてご連絡いたします。</p>",
        "<p>差し支えなければ、商品や取引についてのご感想を率直にお聞かせください。Amazonアカウントの「注文履歴」から、商品レビューの投稿や出品者の評価ができます。どのようなご意見も、ほかのお客様の参考になります。</p>",
        "<p>このご注文について、レビューのお願いをお送りするのは今回限りです。</p>",
        "<p>どうぞよろしくお願いいたします。<br>{{ store.name }}</p>",
      ].join("\n"),
    },
  ],
};

export const BUILT_IN_TEMPLATES: readonly TemplateVersion[] = [REVIEW_REQUEST];
