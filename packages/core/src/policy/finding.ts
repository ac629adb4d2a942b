import type { Purpose } from "../message/message.ts";
import type { Language, RenderedMessage } from "../template/template.ts";
import type { Markup } from "./guidelines/parse-html.ts";
import type { Wording } from "./guidelines/wording.ts";

export type Severity = "block" | "warn" | "info";

/** Half-open offsets in UTF-16 units of the named part. */
export interface Span {
  readonly part: "subject" | "html" | "text" | "headers";
  readonly from: number;
  readonly to: number;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span | null;
  /** Text that would replace the span, where a program can tell. */
  readonly fix: string | null;
  /** Where a guideline rule was read, with its date; other checks have none. */
  readonly source?: string;
}

/** The kinds of documents that a message may carry, and the kind that none may. */
export type AttachmentKind = "instructions" | "warranty" | "invoice" | "legal" | "other";

export interface Attachment {
  readonly name: string;
  readonly kind: AttachmentKind;
  readonly bytes: number;
}

/** What a rule may know of a message beside its words. Everything but the order id may be left out by who asks. */
export interface MessageFacts {
  /** Null where no order is at hand yet: then any order id counts. */
  readonly orderId: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Why it is sent, as declared; null where nobody said. */
  readonly purpose: Purpose | null;
  /** Whether it takes the way that passes a buyer's opt-out. */
  readonly critical: boolean;
  /** Operation of the Messaging API that carries it; null for an e-mail. */
  readonly operation: string | null;
  readonly attachments: readonly Attachment[];
  /** Titles of the items and the store's name: what a product is called promises nothing. */
  readonly names: readonly string[];
}

/** A message as the guideline rules judge it: rendered, with the facts that rules compare against. */
export type CheckedMessage = RenderedMessage &
  MessageFacts & {
    /** Plain text stands in `text`, and `html` is empty. */
    readonly format: "html" | "plain";
  };

/** A message as somebody hands it in. */
export type MessageDraft = RenderedMessage &
  Pick<MessageFacts, "orderId"> &
  Partial<MessageFacts> & { readonly format?: "html" | "plain" };

export type RuleClass =
  | "permitted-purpose"
  | "required"
  | "prohibited-content"
  | "prohibited-style"
  | "critical"
  | "not-critical"
  | "limit";

/** One guideline check. Ids, classes and sources: Amazon's communication guidelines (compiled 2026-11-23). */
export interface GuidelineRule {
  readonly id: string;
  readonly class: RuleClass;
  readonly severity: Severity;
  readonly title: string;
  /** Where it was read, with the date. */
  readonly source: string;
  /** `all` for checks that read markup or characters, not words. */
  readonly languages: readonly Language[] | "all";
  /** `markup` is the message's HTML, parsed once for all rules; `wording` its words, looked up once. */
  check(message: CheckedMessage, markup: Markup, wording: Wording): readonly Finding[];
}

/** A dated, versioned set of rules; the ledger names its id. */
export interface RulePack {
  /** `YYYY-MM-DD`, the day from which it applies. */
  readonly id: string;
  readonly guidelineRules: readonly GuidelineRule[];
  /** Days after shipment in which a review e-mail may go ("order completion" read conservatively). */
  readonly emailWindowDays: number;
}

/** Stands beside the types, without the rules: pages ask it about findings that were made elsewhere. */
export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "block");
}
