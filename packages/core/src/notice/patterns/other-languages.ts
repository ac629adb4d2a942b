import type { MessageWords } from "./pattern.ts";

/**
 * Languages whose notice texts are not known. A mail from Amazon that speaks of our message and of a failure in one
 * of them waits for a person. Words: Seller Central help pages 200383320 and GTV8NTY5RM6N9LUN where they exist in
 * that language, else the plain words for "your message" and "not delivered".
 */
export const OTHER_WORDS: readonly MessageWords[] = [
  {
    language: "it",
    message: [
      "tuo messaggio",
      "suo messaggio",
      "vostro messaggio",
      "messaggio che hai inviato",
      "messaggio a un acquirente",
      "messaggio all'acquirente",
      "il messaggio inviato",
    ],
    failure: ["consegna", "recapitat", "non è stato", "bloccat", "impossibile", "rifiutat"],
  },
  {
    language: "es",
    message: [
      "tu mensaje",
      "su mensaje",
      "mensaje que enviaste",
      "mensaje que envió",
      "mensaje que ha enviado",
      "mensaje a un comprador",
      "mensaje al comprador",
    ],
    failure: ["entregar", "entregado", "enviar", "bloquead", "rechazad", "no se pudo", "no se ha podido"],
  },
  {
    language: "nl",
    message: ["uw bericht", "je bericht", "bericht dat u", "bericht dat je", "bericht aan een koper"],
    failure: [
      "niet worden bezorgd",
      "niet bezorgd",
      "niet afgeleverd",
      "niet bezorgen",
      "geblokkeerd",
      "geweigerd",
      "niet worden",
    ],
  },
  {
    language: "sv",
    message: ["ditt meddelande", "meddelandet du", "meddelande till en köpare", "meddelandet som du"],
    failure: ["inte levereras", "kunde inte", "inte leverera", "blockerats", "avvisats", "inte skickas"],
  },
  {
    language: "pl",
    message: [
      "twoja wiadomość",
      "twojej wiadomości",
      "wiadomość do kupującego",
      "wiadomości do kupującego",
      "wysłana wiadomość",
      "wiadomości wysłanej",
    ],
    failure: ["nie mogła", "nie udało", "nie została", "dostarcz", "zablokowan", "odrzucon"],
  },
  {
    language: "pt",
    message: [
      "sua mensagem",
      "tua mensagem",
      "mensagem que você enviou",
      "mensagem que enviou",
      "mensagem a um comprador",
      "mensagem para um comprador",
      "mensagem ao comprador",
    ],
    failure: ["não pôde", "não foi", "não conseguimos", "entreg", "bloquead", "rejeitad", "recusad"],
  },
  {
    language: "tr",
    message: ["mesajınız", "gönderdiğiniz mesaj", "alıcıya gönderilen mesaj", "alıcıya mesaj"],
    failure: [
      "iletilemedi",
      "gönderilemedi",
      "teslim edilemedi",
      "engellendi",
      "reddedildi",
      "iletemedik",
      "ulaştırılamadı",
      "teslim edemedik",
    ],
  },
  {
    language: "ar",
    message: ["رسالتك", "الرسالة التي أرسلتها", "رسالة إلى المشتري", "رسالتكم"],
    failure: ["تعذر", "لم نتمكن", "لم يتم", "حظر", "رفض"],
  },
  {
    language: "zh",
    message: ["您的消息", "您发送的", "您的邮件", "发送给买家"],
    failure: ["无法", "未能", "被阻止", "拒绝"],
  },
];
