/** Lines that announce the returned mail, or with which it begins. */
const ANNOUNCED =
  /^(?:-{2,}\s*(?:below this line|original message|the header of the original|unsent message|returned message|this is a copy|message header|included is|enclosed is|undelivered message|original mail)|-+ (?:this is a copy of|returned message|original message|unsent message|non-delivered message|message header)|(?:original )?message headers? follow|original message follows|below is a copy|included is a copy|message contents follow|message details:|return-path: ?<|received: ?(?:from|by)|bounced e-mail:)/i;
const RULE = /^-{2,}\s*$/;
const LONGEST_SHORT_RULE = 20;

/** A report's fields fill some lines, then comes an empty one. */
const MOST_FIELDS = 13;
const LONGEST_FIELD = 200;

/** Where the report ends and the returned mail begins; null where none comes back. The text begins with a line's end. */
export function findReturnedMail(text: string): number | null {
  const lines = text.split("\n");
  let at = -1;
  for (const [index, line] of lines.entries()) {
    if (index > 0 && beginsMail(line.trimStart(), lines, index)) return at;
    at += line.length + 1;
  }
  return null;
}

function beginsMail(line: string, lines: readonly string[], index: number): boolean {
  if (ANNOUNCED.test(line)) return true;
  if (/^reporting-mta: /i.test(line)) return endsInMail(lines.slice(index + 1, index + MOST_FIELDS + 2));
  const next = lines[index + 1]?.trimStart() ?? "";
  if (!RULE.test(line)) return false;
  const isLong = line.trimEnd().length >= LONGEST_SHORT_RULE;
  return ANNOUNCED.test(`--${next}`) || (isLong && /^(?:return-path|received|from)\b/i.test(next));
}

function endsInMail(lines: readonly string[]): boolean {
  const tooLong = lines.findIndex((line) => line.length > LONGEST_FIELD);
  const fields = tooLong === -1 ? lines : lines.slice(0, tooLong + 1);
  return fields.some(
    (line, index) => index > 0 && /^(?:return-path|received)/i.test(line) && (fields[index - 1] ?? "x").trim() === "",
  );
}
