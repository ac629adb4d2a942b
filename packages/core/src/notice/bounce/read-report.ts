import type { ParsedMail } from "../notice.ts";

/** What a delivery report says of one recipient (RFC 3464 §2.3). */
export interface RecipientReport {
  readonly action: string;
  readonly status: string | null;
  /** The server's words: Diagnostic-Code and comments, folded lines joined, as written. */
  readonly diagnostic: string;
}

const STATUS = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/;
const REPORT_PART = /^message\/(?:global-)?delivery-status$/;

/** The recipients of a delivery report in order; empty where the mail carries none. */
export function readReport(mail: ParsedMail): readonly RecipientReport[] {
  const part = mail.parts.find(({ type }) => REPORT_PART.test(type))?.text ?? findReportInText(mail.text);
  return part === null ? [] : splitGroups(part).flatMap((group) => readGroup(group));
}

/** The first RFC 3463 code in a text. */
export function findStatus(text: string): string | null {
  return STATUS.exec(text)?.[0] ?? null;
}

/** Some servers put the report's fields into the text itself. */
function findReportInText(text: string): string | null {
  const at = text.search(/^[ \t>]*(?:final-recipient|reporting-mta|original-recipient):/im);
  return at < 0 || !/^[ \t>]*(?:action|status):/im.test(text.slice(at))
    ? null
    : text.slice(at).split("\n").map(unindented).join("\n");
}

function unindented(line: string): string {
  const own = line.replace(/^[ \t>]+/, "");
  return /^[\w-]+:/.test(own) ? own : line;
}

function splitGroups(text: string): readonly string[] {
  return text.slice(0, 50_000).split(/\n\s*\n/);
}

function readGroup(group: string): readonly RecipientReport[] {
  const fields = new Map<string, string>();
  for (const line of group.replace(/\n[ \t]+/g, " ").split("\n")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (colon > 0 && !fields.has(name)) {
      fields.set(name, line.slice(colon + 1).trim());
    }
  }
  const action = fields.get("action");
  const statusField = fields.get("status");
  if (action === undefined && statusField === undefined) {
    return [];
  }
  const words = fields.get("diagnostic-code") ?? "";
  const comment = commentOf(statusField ?? "");
  const diagnostic = `${words} ${comment}`.trim();
  return [{ action: readAction(action), status: surestStatus(diagnostic, statusField ?? ""), diagnostic }];
}

/** What stands from the first bracket to the last. */
function commentOf(field: string): string {
  const [open, close] = [field.indexOf("("), field.lastIndexOf(")")];
  return open === -1 || close <= open ? "" : field.slice(open + 1, close);
}

function readAction(action: string | undefined): string {
  return /^[a-z]+/i.exec(action ?? "")?.[0].toLowerCase() ?? "failed";
}

/** `5.0.0` says nothing; then the code inside the server's words is surer. */
function surestStatus(diagnostic: string, field: string): string | null {
  const [own, said] = [findStatus(field), findStatus(diagnostic)];
  const vague = own === null || /^[245]\.0\.0$/.test(own);
  return vague ? (said ?? own) : own;
}
