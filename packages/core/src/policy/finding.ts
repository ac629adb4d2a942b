import type { Language, RenderedMessage } from "../template/template.ts";
import type { Markup } from "./guidelines/parse-html.ts";
import type { Wording } from "./guidelines/wording.ts";

export type Severity = "block" | "warn" | "info";

/** Half-open offsets in UTF-16 units of the named part. */
export interface Span {
  readonly part: "subject" | "html" | "headers";
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
}

/** A message as the guideline rules judge it: rendered, with the facts that rules compare against. */
export interface CheckedMessage extends RenderedMessage {
  readonly orderId: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** One guideline check. Ids, classes and sources: Amazon's communication guidelines (compiled 2026-11-23). */
export interface GuidelineRule {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
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
