/** Lines that announce the returned mail, or with which it begins. */
const ANNOUNCED =
  /\n[ \t]*(?:-{2,}\s*(?:below this line|original message|the header of the original|unsent message|returned message|this is a copy|message header|included is|enclosed is|undelivered message|original mail)|-+ (?:this is a copy of|returned message|original message|unsent message|non-delivered message|message header)|(?:original )?message headers? follow|original message follows|below is a copy|included is a copy|message contents follow|message details:|return-path: ?<|received: ?(?:from|by)|bounced e-mail:)/i;
const RULED_OFF = /\n[ \t]*-{20,}[ \t]*\n[ \t]*(?:return-path|received|from)\b/i;

/** A report's fields fill some lines, then comes an empty one. */
const MOST_FIELDS = 13;
const LONGEST_FIELD = 200;

/** Where the report ends and the returned mail begins; null where none comes back. The text begins with a line's end. */
export function findReturnedMail(text: string): number | null {
  const places = [text.search(ANNOUNCED), text.search(RULED_OFF), findBehindFields(text)].filter((at) => at >= 0);
  return places.length === 0 ? null : Math.min(...places);
}

function findBehindFields(text: string): number {
  const lines = text.split("\n");
  let at = -1;
  for (const [index, line] of lines.entries()) {
    if (
      index > 0 &&
      /^[ \t]*reporting-mta: /i.test(line) &&
      endsInMail(lines.slice(index + 1, index + MOST_FIELDS + 2))
    ) {
      return at;
    }
    at += line.length + 1;
  }
  return -1;
}

function endsInMail(lines: readonly string[]): boolean {
  const tooLong = lines.findIndex((line) => line.length > LONGEST_FIELD);
  const fields = tooLong === -1 ? lines : lines.slice(0, tooLong + 1);
  return fields.some(
    (line, index) => index > 0 && /^(?:return-path|received)/i.test(line) && isBlank(fields[index - 1]),
  );
}

function isBlank(line: string | undefined): boolean {
  return line !== undefined && /^[ \t]*$/.test(line);
}
