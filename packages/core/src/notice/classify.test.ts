import { describe, expect, it } from "vitest";
import { classifyMail } from "./classify.ts";
import type { Classification } from "./notice.ts";
import { parseMail } from "./parse-mail.ts";
import { composeMail, type MailDraft } from "./testing/compose-mail.ts";
import { type NoticeText, OPTED_OUT, ORDER_ID, OTHER_KINDS } from "./testing/notice-texts.ts";

const SELLER = "Seller <office@shop.example>";

async function classify(draft: MailDraft): Promise<Classification> {
  return classifyMail(await parseMail(composeMail(draft)));
}

function body(notice: NoticeText): string {
  return notice.paragraphs.join("\n\n");
}

function html(notice: NoticeText): string {
  const paragraphs = notice.paragraphs.map(
    (text) => `<p>${text.replaceAll(" ", " \n ").replaceAll("é", "&eacute;")}</p>`,
  );
  return `<html><head><style>p{color:#333}</style><title>x</title></head><body><!-- ${"-".repeat(9)} --><table><tr><td>${paragraphs.join("")}</td></tr></table></body></html>`;
}

/** The same notice as it may reach a mailbox, by the way that it took. */
const WAYS: Readonly<Record<string, (notice: NoticeText) => MailDraft>> = {
  plain: (notice) => ({ subject: notice.subject, text: body(notice) }),
  "quoted-printable": (notice) => ({ subject: notice.subject, text: body(notice), transfer: "quoted-printable" }),
  base64: (notice) => ({ subject: notice.subject, text: body(notice), transfer: "base64" }),
  "HTML only": (notice) => ({ subject: notice.subject, html: html(notice), transfer: "quoted-printable" }),
  "HTML and a stub of text": (notice) => ({
    subject: notice.subject,
    text: "This mail is in HTML.",
    html: html(notice),
  }),
  "wrapped lines": (notice) => ({
    subject: notice.subject,
    text: body(notice).replaceAll(/[ \u3040-\u30ff-](?=[^ ]{3})/g, "$&\n"),
  }),
  "full-width digits": (notice) => ({
    subject: notice.subject,
    text: body(notice).replaceAll(ORDER_ID, "４０３－４５６５６０３－０４５７３１１"),
  }),
  "other dashes": (notice) => ({
    subject: notice.subject,
    text: body(notice).replaceAll("-4", "‑4").replaceAll("-0", "–0"),
  }),
  "invisible characters": (notice) => ({
    subject: notice.subject,
    text: body(notice).replaceAll(ORDER_ID, "403-45\u200b65603-\u20600457311"),
  }),
  "banner and footer": (notice) => ({
    subject: `[EXTERNAL] ${notice.subject}`,
    text: `CAUTION: This email originated from outside of the organization. Do not click links.\n\n${body(notice)}\n\n--\nThis e-mail and any attachment are confidential. To unsubscribe from this group write to notices+unsubscribe@shop.example. Case 300-1111111-2222222 is unrelated.`,
  }),
  "forwarded inline by Gmail": (notice) => ({
    from: SELLER,
    subject: `Fwd: ${notice.subject}`,
    headers: { "In-Reply-To": "<01020152@eu-west-1.amazonses.com>" },
    text: `FYI\n\n---------- Forwarded message ---------\nFrom: <auto-communication@amazon.de>\nDate: Mon, 5 Oct 2026\nSubject: ${notice.subject}\nTo: <office@shop.example>\n\n${body(notice)}`,
  }),
  "forwarded inline by Outlook": (notice) => ({
    from: SELLER,
    subject: `WG: ${notice.subject}`,
    text: `\n\nVon: auto-communication@amazon.de <auto-communication@amazon.de>\nGesendet: Montag, 5. Oktober 2026 12:00\nAn: office@shop.example\nBetreff: ${notice.subject}\n\n${body(notice)}`,
  }),
  "forwarded inline by Apple Mail": (notice) => ({
    from: SELLER,
    subject: `Fwd: ${notice.subject}`,
    text: `Begin forwarded message:\n\n> From: auto-communication@amazon.de\n> Subject: ${notice.subject}\n> Date: 5 October 2026\n> To: office@shop.example\n> \n${body(notice).replaceAll(/^/gm, "> ")}`,
  }),
  "forwarded with the sender's name alone": (notice) => ({
    from: SELLER,
    subject: `FW: ${notice.subject}`,
    text: `From: Amazon\nSent: Monday, October 5, 2026\nTo: office\nSubject: ${notice.subject}\n\n${body(notice)}`,
  }),
  "forwarded as an attachment": (notice) => ({
    from: SELLER,
    subject: "Fwd: notice",
    text: "See attached.",
    attached: [composeMail({ subject: notice.subject, text: body(notice), transfer: "base64" })],
  }),
  "through a group that rewrites From": (notice) => ({
    from: '"auto-communication@amazon.de via Notices" <notices@shop.example>',
    headers: { "List-ID": "<notices.shop.example>", "X-Original-From": "auto-communication@amazon.de" },
    subject: notice.subject,
    text: body(notice),
  }),
  "with a copy of our message": (notice) => ({
    subject: notice.subject,
    text: `${body(notice)}\n\n-----Original Message-----\nYour order 302-7777777-7777777: would you write a review?`,
  }),
};

describe.each(Object.entries(WAYS))("an opt-out, %s", (_way, write) => {
  it.each(OPTED_OUT)("is found in $language, with its order id", async (notice) => {
    const { kind, orderId, language } = await classify(write(notice));
    expect({ kind, orderId, language }).toEqual({ kind: "opted_out", orderId: ORDER_ID, language: notice.language });
  });
});

describe("charsets", () => {
  const [, french, , japanese] = OPTED_OUT;

  it.each([
    ["iso-2022-jp", undefined],
    ["shift_jis", undefined],
    ["iso-2022-jp", "us-ascii"],
    ["shift_jis", "utf-8"],
    ["utf-8", "windows-1252"],
    ["utf-8", "no-such-charset"],
  ] as const)("Japanese in %s, declared %s", async (charset, declared) => {
    const draft = { subject: japanese?.subject ?? "", text: japanese === undefined ? "" : body(japanese), charset };
    const result = await classify(declared === undefined ? draft : { ...draft, declared });
    expect(result).toMatchObject({ kind: "opted_out", orderId: ORDER_ID, language: "ja" });
  });

  it.each([
    ["iso-8859-1", "utf-8"],
    ["utf-8", "iso-8859-1"],
  ] as const)("French in %s, declared %s", async (charset, declared) => {
    const draft = {
      subject: "notice",
      text: french === undefined ? "" : body(french),
      charset,
      declared,
      transfer: "quoted-printable" as const,
    };
    expect(await classify(draft)).toMatchObject({ kind: "opted_out", orderId: ORDER_ID, language: "fr" });
  });
});

describe("other notices of Amazon about a message", () => {
  it.each(Object.entries(OTHER_KINDS))("%s", async (kind, text) => {
    expect(await classify({ subject: "About your message", text: `Dear Seller,\n\n${text}` })).toMatchObject({
      kind,
      orderId: ORDER_ID,
    });
  });

  it.each([
    [
      "en",
      "The buyer has opted out of receiving unsolicited messages from sellers, so your message for order # was not delivered.",
    ],
    [
      "en",
      "We could not deliver your message about order # since the customer chose to opt out of receiving unsolicited messages.",
    ],
    [
      "fr",
      "Nous n’avons pas pu remettre le message que vous avez envoyé pour la commande #, car l’acheteur a choisi de ne plus recevoir de messages non sollicités.",
    ],
    [
      "de",
      "Ihre Nachricht zur Bestellung # wurde nicht zugestellt, da der Käufer keine unaufgeforderten Nachrichten von Verkäufern erhalten möchte.",
    ],
    [
      "ja",
      "注文 # に関するメッセージは送信されませんでした。購入者が出品者からの未承諾メールを受け取らない設定にしています。",
    ],
  ])("an opt-out in other words (%s): %s", async (language, text) => {
    const result = await classify({ subject: "Notice", text: text.replace("#", ORDER_ID) });
    expect(result).toMatchObject({ kind: "opted_out", orderId: ORDER_ID, language });
  });

  it("a status line without an order id is known by its sender", async () => {
    const text = "The buyer opted out from receiving this message, for more details click here.";
    expect(await classify({ subject: "Message status", text })).toMatchObject({ kind: "opted_out", orderId: null });
  });

  it.each([
    [
      "it",
      "Il tuo messaggio a un acquirente non è stato recapitato",
      "Non è stato possibile consegnare il tuo messaggio.",
    ],
    ["es", "No se ha podido entregar su mensaje", "No se ha podido entregar su mensaje al comprador."],
    ["nl", "Uw bericht kon niet worden bezorgd", "Uw bericht aan een koper kon niet worden bezorgd."],
    ["pl", "Twoja wiadomość nie została dostarczona", "Twoja wiadomość do kupującego nie została dostarczona."],
    ["tr", "Mesajınız iletilemedi", "Alıcıya gönderdiğiniz mesaj, iletilemedi."],
    ["en", "Your message to a buyer is on hold", "Your message is being held until a review ends."],
    ["en", "About your message", "The message you sent could not be shown to the customer."],
  ])("in unknown words (%s) waits for a person", async (language, subject, text) => {
    const result = await classify({ subject, text: `${text} ${ORDER_ID}` });
    expect(result).toMatchObject({ kind: "unknown", language, orderId: ORDER_ID, pattern: null });
  });
});

describe("what only looks like a notice", () => {
  const [english] = OPTED_OUT;
  const quote = english === undefined ? "" : body(english);
  const quoted = quote.replaceAll(/^/gm, "> ");

  it.each<readonly [string, MailDraft]>([
    [
      "a vacation reply that quotes one",
      {
        from: "a@shop.example",
        subject: "Automatic reply: Your message",
        headers: { "Auto-Submitted": "auto-replied" },
        text: `I am away.\n\n${quote}`,
      },
    ],
    [
      "a vacation reply that repeats its subject",
      {
        from: "a@shop.example",
        subject: "Automatic reply: Your message to a buyer could not be delivered",
        headers: { "Auto-Submitted": "auto-replied" },
        text: `I am away until Monday.\n\n${quoted}`,
      },
    ],
    [
      "a vacation reply without headers",
      { from: "a@shop.example", subject: "Abwesenheitsnotiz", text: `Ich bin im Urlaub.\n\n${quoted}` },
    ],
    [
      "a support thread that quotes one",
      {
        from: "help@tool.example",
        subject: "Re: opt-outs",
        text: `We will look into it.\n\nOn Mon, 5 Oct 2026, Seller wrote:\n${quoted}`,
      },
    ],
    [
      "a question that quotes one",
      {
        from: SELLER,
        subject: "Re: Fwd: Your message to a buyer could not be delivered",
        text: `What does this mean?\n\n---------- Forwarded message ---------\nFrom: auto-communication@amazon.de\nSubject: x\n\n${quote}`,
      },
    ],
    [
      "a ticket that repeats one without quotation marks",
      { from: "help@tool.example", subject: "Ticket 4711", text: `You wrote: ${quote}` },
    ],
    [
      "Amazon's support in a case",
      {
        from: "seller-support@amazon.com",
        subject: "[CASE 1234567890] Opt-out question",
        text: `You asked about this notice: ${quote}`,
      },
    ],
    [
      "Amazon's newsletter about opt-outs",
      {
        from: "seller-news@amazon.com",
        subject: "Changes to Buyer-Seller Messaging",
        text: "A buyer can opt out of receiving unsolicited messages from all sellers. Messages could not be delivered because the buyer has opted out of receiving messages.",
      },
    ],
    [
      "a notice from a domain that resembles Amazon",
      { from: "auto-communication@amazon-notices.example", subject: english?.subject ?? "", text: quote },
    ],
    [
      "a buyer who writes like one",
      { from: "a1b2c3d4e5f6g7@marketplace.amazon.de", subject: `Inquiry ${ORDER_ID}`, text: quote },
    ],
    [
      "a cancel request of the same sender",
      {
        from: "auto-communication@amazon.co.jp",
        subject: "キャンセルリクエスト",
        text: `注文 ${ORDER_ID} のキャンセルリクエストが届きました。購入者からのメッセージをご確認ください。`,
      },
    ],
    [
      "a copy of our own message",
      {
        subject: `Your message to the buyer of order ${ORDER_ID}`,
        text: "This is a copy of the message you sent to the buyer.",
      },
    ],
    [
      "an order notice",
      { from: "auto-confirm@amazon.com", subject: "Sold, ship now", text: `Order ${ORDER_ID}. Ship by tomorrow.` },
    ],
    [
      "a buyer's message",
      {
        subject: "Inquiry from Amazon customer",
        text: `You have received a message about order ${ORDER_ID}: it was not delivered.`,
      },
    ],
  ])("%s is other", async (_name, draft) => {
    expect((await classify(draft)).kind).toBe("other");
  });
});

describe("order ids", () => {
  it("is null where several stand and none in the deciding sentence", async () => {
    const text = `Orders 403-4565603-0457311 and 302-1234567-1234567.\n\n${"-".repeat(400)}\n\n${OTHER_KINDS.restricted.replace(/Order: .*/, "")}`;
    expect(await classify({ subject: "Notice", text })).toMatchObject({ kind: "restricted", orderId: null });
  });

  it("is null where none stands", async () => {
    const text = "This message was not delivered because your account was restricted from sending proactive messages.";
    expect(await classify({ subject: "Notice", text })).toMatchObject({ kind: "restricted", orderId: null });
  });

  it("does not take longer numbers or multi-channel orders for one", async () => {
    const text = `${OTHER_KINDS.restricted.replace(ORDER_ID, "")} Ids: 1403-4565603-0457311, 403-4565603-04573112, S03-4565603-0457311, 403-4565603-0457311-1.`;
    expect((await classify({ subject: "Notice", text })).orderId).toBeNull();
  });
});
