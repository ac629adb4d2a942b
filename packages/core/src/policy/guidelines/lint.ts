import type { CheckedMessage, Finding, GuidelineRule, MessageDraft, Severity } from "../finding.ts";
import { parseHtml } from "./parse-html.ts";
import { plainMarkup } from "./plain-markup.ts";
import { report } from "./report.ts";
import { accessibleMarkup } from "./req-04-accessible.ts";
import { readWording } from "./wording.ts";

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { block: 0, warn: 1, info: 2 };

/** Longer than any message that Amazon would show; such a text is refused unread. */
const LONGEST = 200_000;

const NO_HEADERS: CheckedMessage["headers"] = {};
const NOTHING: readonly never[] = [];

/** All findings of all rules: the gravest first, then in the order of the text. */
export function lintMessage(draft: MessageDraft, rules: readonly GuidelineRule[]): readonly Finding[] {
  const message = complete(draft);
  const source = message.format === "plain" ? message.text : message.html;
  if (source.length > LONGEST || message.subject.length > LONGEST) {
    return [unreadable("The message is too long to be judged.")];
  }
  const markup = message.format === "plain" ? plainMarkup(source) : parseHtml(source);
  if (markup.tooDeep) {
    return [unreadable("The markup is nested too deeply to be judged.")];
  }
  const wording = readWording(message, markup);
  const findings: Finding[] = [];
  for (const rule of rules) {
    findings.push(...rule.check(message, markup, wording));
  }
  const placed = message.format === "plain" ? findings.map(inText) : findings;
  return placed.length > 1 ? placed.sort(compare) : placed;
}

function complete(draft: MessageDraft): CheckedMessage {
  const { language, subject, html, text, orderId, format = "html" } = draft;
  const { headers = NO_HEADERS, purpose = null, critical = false, operation = null } = draft;
  const { attachments = NOTHING, names = NOTHING } = draft;
  return { language, subject, html, text, orderId, format, headers, purpose, critical, operation, attachments, names };
}

/** Rules point into "the body"; of a plain message that is its text. */
function inText(finding: Finding): Finding {
  return finding.span?.part === "html" ? { ...finding, span: { ...finding.span, part: "text" } } : finding;
}

/** REQ-04 asks for a logical structure; what a program cannot read has none. */
function unreadable(message: string): Finding {
  return report(accessibleMarkup, { message });
}

function compare(a: Finding, b: Finding): number {
  return (
    SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
    (a.span?.from ?? -1) - (b.span?.from ?? -1) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
