/** Notices as sellers have published them (key phrases, compiled 2026-11-23); the rest of each mail is our own. */
export interface NoticeText {
  readonly language: "en" | "fr" | "de" | "ja";
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

export const ORDER_ID = "403-4565603-0457311";

export const OPTED_OUT: readonly NoticeText[] = [
  {
    language: "en",
    subject: "Your message to a buyer could not be delivered",
    paragraphs: [
      "Dear Seller,",
      `We were unable to deliver the message you sent for order ${ORDER_ID} because the buyer has chosen to opt out of receiving unsolicited messages from sellers.`,
      "If you tried to respond to a buyer and received a message that the buyer has opted out, respond on the original message thread.",
      'For your reference, the following messages are considered "critical": product customization questions, delivery scheduling, issues with a shipping address.',
    ],
  },
  {
    language: "fr",
    subject: "Votre message qui était adressé à un acheteur n'a pas pu être transmis",
    paragraphs: [
      "Cher vendeur,",
      `Nous ne sommes pas parvenus à transmettre votre message au sujet de la commande ${ORDER_ID}, car l'acheteur a choisi de ne pas recevoir de messages non sollicités de la part des vendeurs.`,
      "Si votre message est critique pour terminer une commande, incluez la mention [Important] dans l'objet.",
    ],
  },
  {
    language: "de",
    subject: "Ihre Nachricht an einen Käufer konnte nicht zugestellt werden",
    paragraphs: [
      "Sehr geehrter Verkäufer,",
      `Wir konnten die Nachricht, die Sie gesendet haben, für die Bestellung ${ORDER_ID} nicht zustellen, weil der Käufer die Annahme unerwünschter Nachrichten von Verkäufern deaktiviert hat.`,
      "Für wichtige Nachrichten wählen Sie bitte: Zusätzliche Informationen erforderlich.",
    ],
  },
  {
    language: "ja",
    subject: "購入者へのメッセージを送信できませんでした",
    paragraphs: [
      "出品者様",
      `購入者が出品者からの未承諾広告メールを受信しないように設定しているため、注文 ${ORDER_ID}に関するメッセージを送信できませんでした。`,
      "注文完了に必要なメッセージは、[重要]のように件名に追加してください。",
    ],
  },
];

export const OTHER_KINDS = {
  restricted: `This message was not delivered because your account was temporarily restricted from sending proactive messages. Order: ${ORDER_ID}.`,
  guideline_block: `This message was not sent as it did not meet the Buyer-Seller Messaging communication guidelines. Order ${ORDER_ID}.`,
  sender_not_approved: `Your message about order ${ORDER_ID} was rejected because the email address it came from is not an authorized email address of your account.`,
  attachment_rejected: `The message you sent for order ${ORDER_ID} was not delivered: its attachment is of a file type that is not supported.`,
} as const;
