import type { Finding } from "../policy/finding.ts";
import type { TypedOperation } from "./typed-operation.ts";

/** What a person wrote for a typed message. Files stand beside it (`attachment`). */
export interface TypedContent {
  readonly text: string | null;
  /** Of the text; what it must be in is the buyer's language (GetAttributes). */
  readonly language: string;
  /** ISO days, of a warranty. */
  readonly coverageFrom: string | null;
  readonly coverageTo: string | null;
}

export interface TypedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
}

/** Help page 200389080: attachments up to 10 MB. */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;

/** Types that Buyer-Seller Messaging takes (help page 200389080, read 2026-11-23): documents and images. */
export const FILE_TYPES: Readonly<Record<string, readonly string[]>> = {
  "application/pdf": ["pdf"],
  "text/plain": ["txt"],
  "image/png": ["png"],
  "image/jpeg": ["jpg", "jpeg"],
  "image/gif": ["gif"],
  "application/msword": ["doc"],
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ["docx"],
};

type ShapeRule = "TYPED-01" | "TYPED-02" | "TYPED-03" | "TYPED-04";

/**
 * Whether the model of the operation takes the content (limits in typed-operation.ts).
 *
 * | rule     | about                                                     |
 * |----------|-----------------------------------------------------------|
 * | TYPED-01 | the text: there, and not too long                         |
 * | TYPED-02 | the number of files                                       |
 * | TYPED-03 | a file: its size, type and name                           |
 * | TYPED-04 | the days of a warranty                                    |
 */
export function shapeFindings(
  operation: TypedOperation,
  content: TypedContent,
  files: readonly TypedFile[],
): readonly Finding[] {
  return [
    ...textFindings(operation, content.text),
    ...countFindings(operation, files.length),
    ...files.flatMap(fileFindings),
    ...coverageFindings(operation, content),
  ];
}

function textFindings({ text: longest }: TypedOperation, text: string | null): readonly Finding[] {
  const length = text?.trim().length ?? 0;
  if (longest === null) return length === 0 ? [] : [block("TYPED-01", "This kind of message has no text.")];
  if (length === 0) return [block("TYPED-01", "Write the text of the message.")];
  const over = (text ?? "").length - longest;
  return over <= 0 ? [] : [block("TYPED-01", `The text is ${over} characters too long; Amazon takes ${longest}.`)];
}

function countFindings({ attachments: { least, most } }: TypedOperation, count: number): readonly Finding[] {
  if (count < least) return [block("TYPED-02", "This kind of message needs an attachment.")];
  if (count <= most) return [];
  const limit = most === 0 ? "This kind of message takes no attachments." : `Amazon takes at most ${most} attachments.`;
  return [block("TYPED-02", limit)];
}

function fileFindings({ fileName, contentType, size }: TypedFile): readonly Finding[] {
  const endings = FILE_TYPES[contentType] ?? [];
  const ending = fileName.split(".").at(-1)?.toLowerCase() ?? "";
  const found: Finding[] = [];
  if (size === 0) found.push(block("TYPED-03", `The file ${fileName} is empty.`));
  if (size > MOST_FILE_BYTES) found.push(block("TYPED-03", `The file ${fileName} is larger than 10 MB.`));
  if (!endings.includes(ending)) {
    found.push(block("TYPED-03", `Amazon takes PDF, Word, text and image files; ${fileName} is none of them.`));
  }
  return found;
}

function coverageFindings({ coverage }: TypedOperation, content: TypedContent): readonly Finding[] {
  const { coverageFrom: from, coverageTo: to } = content;
  if (!coverage)
    return from === null && to === null ? [] : [block("TYPED-04", "Only a warranty has days of coverage.")];
  if (from !== null && to !== null && from > to) return [block("TYPED-04", "The warranty ends before it starts.")];
  return [];
}

function block(rule: ShapeRule, message: string): Finding {
  return { rule, severity: "block", message, span: null, fix: null };
}
