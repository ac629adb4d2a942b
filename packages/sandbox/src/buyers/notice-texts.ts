import type { NoticeKind } from "../journal/entry.ts";

export type NoticeLanguage = "en" | "fr" | "de" | "ja";

export interface NoticeText {
  readonly subject: string;
  /** Paragraphs; `{order}` stands for the order id. */
  readonly paragraphs: readonly string[];
}

/**
 * Subjects and first sentences carry the key phrases of notices that sellers have published; the rest is our own
 * wording. Sources, read 2026-11: en viral-launch and sagemailer.com/blog; fr forum.cockpitlab.io 1370; ja
 * sellercentral.amazon.co.jp topic 6486; de edesk.com/de. No published German subject was found.
 */
const OPTED_OUT: Readonly<Record<NoticeLanguage, NoticeText>> = {
  en: {
    subject: "Your message to a buyer could not be delivered",
    paragraphs: [
      "Dear Seller,",
      "We were unable to deliver the message you sent for order {order} because the buyer has chosen to opt out of receiving unsolicited messages from sellers.",
      "If the message is needed to complete this order, choose the matching contact reason on the Contact Buyer page. If the buyer wrote to you first, respond on the original message thread.",
      "This mailbox is not monitored. Please do not reply.",
    ],
  },
  fr: {
    subject: "Votre message qui était adressé à un acheteur n'a pas pu être transmis",
    paragraphs: [
      "Cher vendeur,",
      "Nous ne sommes pas parvenus à transmettre votre message au sujet de la commande {order}, car l'acheteur a choisi de ne pas recevoir de messages non sollicités de la part des vendeurs.",
      "Si ce message est indispensable pour terminer la commande, choisissez le motif correspondant sur la page Contacter l'acheteur. Si l'acheteur vous a écrit, répondez dans la même conversation.",
      "Merci de ne pas répondre à cette adresse.",
    ],
  },
  de: {
    subject: "Ihre Nachricht an einen Käufer konnte nicht zugestellt werden",
    paragraphs: [
      "Sehr geehrter Verkäufer,",
      "Wir konnten die Nachricht, die Sie für die Bestellung {order} gesendet haben, nicht zustellen, weil der Käufer die Annahme unerwünschter Nachrichten von Verkäufern deaktiviert hat.",
      "Ist die Nachricht für den Abschluss der Bestellung nötig, wählen Sie auf der Seite „Käufer kontaktieren“ den passenden Grund. Hat der Käufer Ihnen geschrieben, antworten Sie bitte in derselben Unterhaltung.",
      "Bitte antworten Sie nicht auf diese E-Mail.",
    ],
  },
  ja: {
    subject: "購入者へのメッセージを送信できませんでした",
    paragraphs: [
      "出品者様",
      "購入者が出品者からの未承諾広告メールを受信しないように設定しているため、注文 {order}に関するメッセージを送信できませんでした。",
      "注文の完了に必要なご連絡は、購入者に連絡するページで該当する理由を選んでお送りください。購入者からのお問い合わせには、同じスレッドでご返信ください。",
      "このメールには返信できません。",
    ],
  },
};

/** Status lines as quoted by ecomengine.com; the mail around them, and all of the sender's case, is our own wording. */
const OTHERS: Readonly<Record<Exclude<NoticeKind, "opted_out">, NoticeText>> = {
  restricted: {
    subject: "Your message to a buyer could not be delivered",
    paragraphs: [
      "Dear Seller,",
      "Your message about order {order} has been stopped. This message was not delivered because your account was temporarily restricted from sending proactive messages.",
      "For more information please check the email inbox associated with your account for a detailed error notification.",
    ],
  },
  guideline_block: {
    subject: "Your message to a buyer was not sent",
    paragraphs: [
      "Dear Seller,",
      "We reviewed your message about order {order}. This message was not sent as it did not meet the Buyer-Seller Messaging communication guidelines.",
    ],
  },
  sender_not_approved: {
    subject: "Your message to a buyer was rejected",
    paragraphs: [
      "Dear Seller,",
      "Your message about order {order} was rejected because it came from an email address that is not on the list of authorized senders of your account.",
      "Add the address under Messaging Permissions in Seller Central, set it to Approved, and send the message again.",
    ],
  },
};

export function noticeText(kind: NoticeKind, language: NoticeLanguage): NoticeText {
  return kind === "opted_out" ? OPTED_OUT[language] : OTHERS[kind];
}

/** The language of Amazon's mail to the seller of a marketplace; French Canada's sellers are served in English. */
export function noticeLanguage(marketplaceLanguage: string): NoticeLanguage {
  const language = marketplaceLanguage.slice(0, 2);
  return language === "fr" || language === "de" || language === "ja" ? language : "en";
}
