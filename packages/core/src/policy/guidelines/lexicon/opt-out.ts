import type { Lexicon } from "./lexicon.ts";

/** Words for leaving a mailing. */
export const optOut: Lexicon = {
  en: "unsubscri* | opt out* | opted out* | opting out | stop receiving {these,our,such} {emails,e mails,messages}",
  de: "abmelden | abmeldung | abbestell* | austragen | keine weiteren nachrichten {mehr,} erhalten",
  fr: "désinscri* | désabonn*",
  es: "cancelar la suscripción | {darse,darme,darte,dar} de baja | de baja de {esta,la,nuestra} lista",
  it: "disiscri* | annulla{,re} l iscrizione | cancellarsi dalla lista",
  nl: "afmelden | uitschrijven | uitschrijflink*",
  pl: "wypisz | wypisać się | wypisanie się | anulować subskrypcj*",
  sv: "avregistrera* | avprenumerera* | avsluta prenumerationen",
  pt: "cancelar {a,} {inscrição,subscrição,assinatura} | descadastr*",
  ja: "配信停止 | 配信を停止 | 購読解除 | メール停止",
  tr: "abonelikten çık* | aboneliği iptal | listeden çık*",
  ar: "إلغاء الاشتراك",
};
