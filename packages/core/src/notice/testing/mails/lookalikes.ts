import type { MailDraft } from "../compose-mail.ts";

const SENTENCE =
  "We were unable to deliver the message you sent for order 403-4565603-0457311 because the buyer has chosen to opt out of receiving unsolicited messages from sellers.";
const SUBJECT = "Your message to a buyer could not be delivered";
const BLOCK = `Dear Seller,\n\n${SENTENCE}`;
const SELLER = "Seller <office@shop.example>";
const INLINE = `---------- Forwarded message ---------\nFrom: <auto-communication@amazon.de>\nSubject: ${SUBJECT}\nTo: <office@shop.example>\n\n${BLOCK}`;

/** Mails that speak of a refusal or quote one, and are none. */
export const LOOKALIKES: Readonly<Record<string, MailDraft>> = {
  "Amazon's newsletter with an example": {
    from: "seller-news@amazon.com",
    subject: "What happens when a buyer opts out",
    headers: { "List-Unsubscribe": "<https://sellercentral.amazon.com/x>" },
    text: `Dear Seller,\n\nIf a buyer opts out you get a notice like this one: ${SENTENCE}`,
  },
  "Amazon's help answer in quotation marks": {
    from: "no-reply@amazon.com",
    subject: "Your question about messages",
    text: `Hello,\n\nThank you for contacting us. You received the notice "${SENTENCE}" This means that the buyer changed a setting.`,
  },
  "an announcement of a rule": {
    from: "auto-communication@amazon.com",
    subject: "Changes to buyer opt-out",
    text: "Dear Seller,\n\nStarting in May, when a buyer has opted out of receiving unsolicited messages, your message will not be delivered and you will receive a notice.",
  },
  "a read receipt of a notice": {
    from: SELLER,
    subject: `Read: ${SUBJECT}`,
    text: `Your message was read.\n\nFrom: auto-communication@amazon.de\nSubject: ${SUBJECT}\n\n${BLOCK}`,
  },
  "a responder that quotes a forwarded notice": {
    from: "colleague@shop.example",
    subject: "Office closed until Monday",
    text: `We are closed.\n\n${INLINE.replaceAll(/^/gm, "> ")}`,
  },
  "a helpdesk that confirms a ticket": {
    from: "support@tool.example",
    subject: "[Ticket #88123] We received your request",
    text: `We received your request. You wrote:\n\n${INLINE}`,
  },
  "a helpdesk that closes one": {
    from: "support@tool.example",
    subject: "Your request 4711 was solved",
    headers: { "Auto-Submitted": "auto-generated" },
    text: `Solved: buyers may refuse messages.\n\n> ${BLOCK.replaceAll("\n", "\n> ")}`,
  },
  "a digest of a forum": {
    from: "digest@sellers.example",
    subject: "Today in the seller forum",
    headers: { "List-ID": "<forum.sellers.example>", Precedence: "bulk" },
    text: `Somebody asks: I got "${SENTENCE}" What can I do?`,
  },
  "a buyer who wants no more messages": {
    from: "a1b2c3d4e5f6g7@marketplace.amazon.de",
    subject: "Order 403-4565603-0457311",
    text: "Please stop. I opted out of receiving messages from sellers.",
  },
  "Amazon's relay of a buyer's words": {
    from: "auto-communication@amazon.de",
    subject: "Inquiry from Amazon customer (Order: 403-4565603-0457311)",
    text: "You have received a message.\n\n# 403-4565603-0457311:\n\nMessage:\nI have opted out of receiving emails, why do you write? Your message was not delivered to my heart.",
  },
  "a colleague's answer": {
    from: SELLER,
    subject: `AW: WG: ${SUBJECT}`,
    text: `Das ist normal.\n\n${INLINE}`,
  },
  "a refund notice": {
    from: "payments-messages@amazon.com",
    subject: "Refund initiated for order 403-4565603-0457311",
    text: "Dear Seller,\n\nWe refunded the buyer of order 403-4565603-0457311. The buyer was sent a message.",
  },
  "an order with a gift message that was not delivered": {
    from: "ship-confirm@amazon.de",
    subject: "Zustellung fehlgeschlagen: Bestellung 403-4565603-0457311",
    text: "Guten Tag,\n\ndie Sendung konnte nicht zugestellt werden. Der Käufer hat die Annahme verweigert.",
  },
};

/** The half that was never looked at while writing guards. */
export const HELD_OUT_LOOKALIKES: Readonly<Record<string, MailDraft>> = {
  "a policy reminder": {
    from: "seller-performance@amazon.com",
    subject: "Reminder: messaging guidelines",
    text: "Hello,\n\nFor example, messages may be blocked because the buyer has opted out of receiving unsolicited messages from sellers, or could not be delivered for other reasons.",
  },
  "a survey of Amazon": {
    from: "seller-survey@amazon.com",
    subject: "Tell us about Buyer-Seller Messaging",
    text: "How often have you seen this text? (a) The buyer opted out from receiving this message. (b) Your message was not delivered. (c) never",
  },
  "a delivery confirmation of a mail server": {
    from: "MAILER-DAEMON@mx.shop.example",
    subject: "Successful Mail Delivery Report",
    text: `This is the mail system. Your message was successfully delivered.\n\nFrom: auto-communication@amazon.de\nSubject: ${SUBJECT}\n\n${SENTENCE}`,
  },
  "an answer below a quoted notice in a thread": {
    from: "helen@agency.example",
    subject: "RE: Opt-out question",
    text: `Hi,\n\nsee my answer inline.\n\nFrom: auto-communication@amazon.de\nSent: Monday\nSubject: ${SUBJECT}\n\n${BLOCK}`,
  },
  "a blog's newsletter": {
    from: "news@tools.example",
    subject: "Fwd: this week: opt-out notices explained",
    headers: { "List-Unsubscribe": "<mailto:u@tools.example>", Precedence: "bulk" },
    text: `This week we explain a notice that looks like this:\n\n${INLINE}`,
  },
  "a vacation reply in Spanish": {
    from: "ana@shop.example",
    subject: "Respuesta automática: mensaje",
    text: `Estoy de vacaciones.\n\n${INLINE}`,
  },
  "a lookalike sender": {
    from: "auto-communication@amazon.com.seller-alerts.example",
    subject: SUBJECT,
    text: BLOCK,
  },
  "a claim of a buyer": {
    from: "atoz-guarantee-no-reply@amazon.com",
    subject: "A-to-z claim for order 403-4565603-0457311",
    text: "Dear Seller,\n\nA claim was filed for order 403-4565603-0457311. The buyer says: the seller could not be reached and my message was not delivered.",
  },
  "a weekly summary of a tool": {
    from: "reports@tool.example",
    subject: "Your weekly opt-outs",
    text: "12 buyers opted out of receiving messages. Last: order 403-4565603-0457311, could not be delivered.",
  },
};
