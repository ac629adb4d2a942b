/** A line that separates the mails of an mbox file (RFC 4155), as far as programs agree on it. */
const SEPARATOR = /^From \S+ .*\d{4}\s*$/;

/** The raw mails of an mbox file, or the one mail of an .eml file. Text is Latin-1, so that bytes stay bytes. */
export function splitMails(latin1: string): readonly string[] {
  if (!latin1.startsWith("From ")) return latin1.trim() === "" ? [] : [latin1];
  const mails: string[] = [];
  let current: string[] = [];
  for (const line of latin1.split("\n")) {
    if (SEPARATOR.test(line.trimEnd())) {
      push(mails, current);
      current = [];
    } else {
      // mboxrd: one ">" was put before "From " in bodies.
      current.push(line.replace(/^>(>*From )/, "$1"));
    }
  }
  push(mails, current);
  return mails;
}

function push(mails: string[], lines: readonly string[]): void {
  const mail = lines.join("\n");
  if (mail.trim() !== "") mails.push(mail);
}
