import type { Finding } from "../policy/finding.ts";
import { MESSAGING_MODEL } from "../policy/guidelines/report.ts";
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
 * Whether the content has what the model of the operation wants (limits in typed-operation.ts). How long a text may be,
 * what stands in it and how large a file may be is for the guideline rules (LIM-04, LIM-05).
 *
 * | rule     | about                                            |
 * |----------|--------------------------------------------------|
 * | TYPED-01 | whether there is a text                          |
 * | TYPED-02 | the number of files                              |
 * | TYPED-03 | a file: empty, or of a type that Amazon refuses  |
 * | TYPED-04 | the days of a warranty                           |
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
  const isThere = text !== null && text.trim() !== "";
  if (longest === null) return isThere ? [block("TYPED-01", "This kind of message has no text.")] : [];
  return isThere ? [] : [block("TYPED-01", "Write the text of the message.")];
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
  return { rule, severity: "block", message, span: null, fix: null, source: MESSAGING_MODEL };
}
