import type { NoticeKind } from "../../notice.ts";
import type { WrittenText } from "./refusals.ts";

export interface WrittenBlock extends WrittenText {
  readonly kind: NoticeKind;
}

/** Other notices about a message of ours; those of the second half were never looked at while writing patterns. */
export const BLOCKS: readonly WrittenBlock[] = [
  {
    kind: "restricted",
    language: "en",
    subject: "Your message was not delivered",
    text: "Hello,\n\nThe message for order # was not delivered because your account is currently restricted from sending proactive messages to buyers.",
  },
  {
    kind: "restricted",
    language: "de",
    subject: "Einschränkung Ihres Kontos",
    text: "Guten Tag,\n\nIhre Nachricht zu Bestellung # wurde nicht zugestellt, da Ihr Konto vorübergehend für das Senden proaktiver Nachrichten gesperrt wurde.",
  },
  {
    kind: "guideline_block",
    language: "en",
    subject: "Your message was blocked",
    text: "Dear Seller,\n\nYour message regarding order # was blocked because it violates our Communication Guidelines. Please review the guidelines before you send another one.",
  },
  {
    kind: "guideline_block",
    language: "fr",
    subject: "Message bloqué",
    text: "Bonjour,\n\nVotre message au sujet de la commande # n'a pas été envoyé car il ne respecte pas les directives de communication.",
  },
  {
    kind: "sender_not_approved",
    language: "en",
    subject: "Message rejected",
    text: "Hello,\n\nYour email for order # was sent from an address that is not authorized for your account and was not delivered. Add it under Messaging Permissions and send again.",
  },
  {
    kind: "sender_not_approved",
    language: "de",
    subject: "Nachricht abgelehnt",
    text: "Guten Tag,\n\nIhre Nachricht zur Bestellung # wurde abgelehnt, weil die E-Mail-Adresse, von der sie gesendet wurde, für Ihr Konto nicht autorisiert ist.",
  },
  {
    kind: "attachment_rejected",
    language: "en",
    subject: "Attachment rejected",
    text: "Hello,\n\nYour message about order # could not be delivered because the attachment exceeds the maximum size of 10 MB.",
  },
  {
    kind: "attachment_rejected",
    language: "de",
    subject: "Anhang abgelehnt",
    text: "Guten Tag,\n\nIhre Nachricht zur Bestellung # wurde nicht zugestellt, weil der Anhang einen nicht unterstützten Dateityp hat.",
  },
];

export const HELD_OUT_BLOCKS: readonly WrittenBlock[] = [
  {
    kind: "restricted",
    language: "en",
    subject: "Proactive messaging restricted",
    text: "Dear Seller,\n\nYour ability to send proactive messages has been restricted, so the message you sent for order # was not delivered.",
  },
  {
    kind: "restricted",
    language: "fr",
    subject: "Votre message n'a pas été transmis",
    text: "Bonjour,\n\nCe message concernant la commande # n'a pas été transmis car votre compte fait temporairement l'objet d'une restriction pour l'envoi de messages proactifs.",
  },
  {
    kind: "restricted",
    language: "ja",
    subject: "メッセージは配信されませんでした",
    text: "出品者様\n\nお客様のアカウントはプロアクティブメッセージの送信が一時的に制限されているため、注文 # のメッセージは配信されませんでした。",
  },
  {
    kind: "restricted",
    language: "es",
    subject: "Tu mensaje no se ha enviado",
    text: "Hola:\n\nEl mensaje del pedido # no se ha entregado porque tu cuenta tiene restringido temporalmente el envío de mensajes proactivos.",
  },
  {
    kind: "guideline_block",
    language: "en",
    subject: "About your message for order #",
    text: "Hello,\n\nWe did not send this message to the buyer because it is not in compliance with the Buyer-Seller Messaging guidelines.",
  },
  {
    kind: "guideline_block",
    language: "de",
    subject: "Ihre Nachricht wurde nicht gesendet",
    text: "Guten Tag,\n\ndiese Nachricht zu Bestellung # wurde nicht gesendet, da sie gegen die Kommunikationsrichtlinien verstößt.",
  },
  {
    kind: "guideline_block",
    language: "it",
    subject: "Il messaggio non è stato inviato",
    text: "Ciao,\n\nil messaggio per l'ordine # non è stato inviato perché non rispetta le linee guida per la comunicazione.",
  },
  {
    kind: "sender_not_approved",
    language: "en",
    subject: "Your e-mail was not delivered",
    text: "Dear Seller,\n\nWe rejected your e-mail concerning order #. It was sent from an unauthorized email address. Only registered or approved addresses may write to buyers.",
  },
  {
    kind: "sender_not_approved",
    language: "fr",
    subject: "Message rejeté",
    text: "Bonjour,\n\nVotre message pour la commande # a été rejeté parce que l'adresse e-mail d'envoi n'est pas autorisée pour votre compte.",
  },
  {
    kind: "attachment_rejected",
    language: "en",
    subject: "Your message to a buyer could not be delivered",
    text: "Dear Seller,\n\nThe e-mail you sent for order # contained an attachment type that we do not allow, so it was not delivered.",
  },
  {
    kind: "attachment_rejected",
    language: "fr",
    subject: "Pièce jointe refusée",
    text: "Bonjour,\n\nVotre message pour la commande # n'a pas été transmis : le format de la pièce jointe n'est pas pris en charge.",
  },
];
