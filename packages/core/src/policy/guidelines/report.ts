import type { Finding, GuidelineRule, Severity, Span } from "../finding.ts";
import type { Range } from "./parse-html.ts";

/** Where the classes of Amazon's guidelines were read (compiled 2026-11-23; to be compared with help page G1701). */
export const ANNOUNCEMENT = "Amazon's announcement of the guidelines, 2020-09-08 (seller forum 0280ebb5)";
export const CONTENT_LIST =
  "Guidelines as listed on blog.zonmaster.com/2021/amazon-ai-identifies-non-compliant-emails (2021; read 2026-11-23)";
export const CRITICAL_LIST =
  "Amazon's list of critical and not critical messages, seller forum db680d22 (read 2026-11-23)";
export const MESSAGING_MODEL = "Messaging API v1, amzn/selling-partner-api-models 34dc93fe (2026-08-05)";

type RuleFacts = Pick<GuidelineRule, "id" | "severity" | "source">;

export interface Complaint {
  readonly message: string;
  readonly range?: Range;
  readonly part?: Span["part"];
  readonly fix?: string;
  readonly severity?: Severity;
}

/** A finding of a rule, in the HTML unless it says otherwise. */
export function report(rule: RuleFacts, complaint: Complaint): Finding {
  const { message, range, part = "html", fix, severity = rule.severity } = complaint;
  const span = range === undefined ? null : { part, from: range.from, to: range.to };
  return { rule: rule.id, severity, message, span, fix: fix ?? null, source: rule.source };
}

/** Enough to see what is wrong; a hostile message could otherwise be answered with thousands. */
const MOST_FINDINGS = 20;

/** Every match of an expression (with the flag g, and never empty) in a text; `matchAll` would copy the expression. */
export function findAll(expression: RegExp, text: string, from = 0): readonly { text: string; range: Range }[] {
  const found: { text: string; range: Range }[] = [];
  expression.lastIndex = from;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    found.push({ text: match[0], range: { from: match.index, to: match.index + match[0].length } });
    if (found.length === MOST_FINDINGS) {
      break;
    }
  }
  return found;
}
