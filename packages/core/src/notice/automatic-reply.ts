import type { ParsedMail } from "./notice.ts";

const REPLY_SUBJECT =
  /^\s*(?:(?:re|aw|sv)\s*:\s*)?(?:auto(?:matic|mated)?[ -]?(?:reply|response|answer)|out of (?:the )?office|away (?:from|until)|on vacation|vacation|abwesen|automatische (?:antwort|abwesenheit)|auto-?antwort|réponse automatique|absence|absent|自動返信|自動応答|【自動|不在|risposta automatica|fuori ufficio|respuesta automática|fuera de (?:la )?oficina|autosvar|frånvaro|automatisch antwoord|afwezig|odpowiedź automatyczna|autoodpowiedź|poza biurem|resposta automática|ausência|otomatik yanıt|رد تلقائي)/i;

/** Whether a responder wrote the mail (RFC 3834 and the headers that came before it). */
export function isAutomaticReply(mail: ParsedMail): boolean {
  return REPLY_SUBJECT.test(mail.subject) || mail.headers.some(({ name, value }) => tellsReply(name, value));
}

/** The reply's own words of its subject: after them stands the subject of the mail that it answers. */
export function ownSubject(subject: string): string {
  return REPLY_SUBJECT.exec(subject)?.[0] ?? subject;
}

function tellsReply(name: string, value: string): boolean {
  if (name === "auto-submitted") {
    return /^auto-replied/i.test(value.trim());
  }
  if (name === "precedence" || name === "x-precedence") {
    return /^auto[_-]?reply/i.test(value.trim());
  }
  return (
    (name === "x-autoreply" || name === "x-autorespond" || name === "x-autoreply-from") &&
    !/^(?:no|false)$/i.test(value.trim())
  );
}
