/**
 * Somebody's words on one line: no line break that could start another header, and no marks that turn the reading
 * direction of what follows.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim();
}

/** RFC 5322 §2.1.1 allows 998 octets on a line; nobody reads more than this. */
const LONGEST_SUBJECT = 200;

export function subjectLine(text: string): string {
  const line = oneLine(text);
  return line.length > LONGEST_SUBJECT ? `${line.slice(0, LONGEST_SUBJECT - 1).toWellFormed()}…` : line;
}
