import { PURPOSE_MEANINGS } from "../message/purpose.ts";
import { shapeFindings, type TypedContent, type TypedFile } from "../message/typed-content.ts";
import type { TypedName, TypedOperation } from "../message/typed-operation.ts";
import { checkMessage } from "./check-message.ts";
import type { AttachmentKind, Finding, MessageDraft, RulePack } from "./finding.ts";

export interface TypedDraft {
  readonly operation: TypedOperation;
  readonly content: TypedContent;
  readonly files: readonly TypedFile[];
  readonly orderId: string;
  /** Titles of the order's items and the store's name. */
  readonly names: readonly string[];
}

/** What a file of the operation is: the operation says it, so that nobody has to declare it. */
const KINDS: Readonly<Partial<Record<TypedName, AttachmentKind>>> = {
  invoice: "invoice",
  warranty: "warranty",
  legalDisclosure: "legal",
  confirmCustomizationDetails: "instructions",
  digitalAccessKey: "instructions",
};

/** Asks for a review or for feedback: no typed message may, critical or not, as each order has one request only. */
const REVIEW_RULE = "CRIT-04";

/**
 * The one way to judge a typed message: while a person writes, when it is handed in, and again at the moment of sending.
 * What passes a buyer's opt-out is judged by the critical pack.
 */
export function judgeTyped(draft: TypedDraft, pack?: RulePack): readonly Finding[] {
  const { operation, content, files } = draft;
  const shape = shapeFindings(operation, content, files);
  const { critical } = PURPOSE_MEANINGS[operation.purpose];
  const asked = draftOf(draft, critical);
  const found = checkMessage(asked, pack).findings;
  const review = critical ? [] : checkMessage({ ...asked, critical: true }, pack).findings.filter(isReview);
  return [
    ...shape,
    ...[...found, ...review].filter((finding) => content.text !== null || finding.severity === "block"),
  ];
}

function draftOf({ operation, content, files, orderId, names }: TypedDraft, critical: boolean): MessageDraft {
  const kind = KINDS[operation.name] ?? "other";
  return {
    format: "plain",
    language: content.language,
    subject: "",
    html: "",
    text: content.text ?? "",
    orderId,
    names,
    purpose: operation.purpose,
    operation: operation.name,
    critical,
    attachments: files.map(({ fileName, size }) => ({ name: fileName, kind, bytes: size })),
  };
}

function isReview({ rule }: Finding): boolean {
  return rule === REVIEW_RULE;
}
