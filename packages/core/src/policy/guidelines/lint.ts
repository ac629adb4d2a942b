import type { CheckedMessage, Finding, GuidelineRule, Severity } from "../finding.ts";
import { parseHtml } from "./parse-html.ts";
import { readWording } from "./wording.ts";

const SEVERITY_ORDER: Readonly<Record<Severity, number>> = { block: 0, warn: 1, info: 2 };

/** Longer than any message that Amazon would show; such a text is refused unread. */
const LONGEST_HTML = 200_000;

/** All findings of all rules: the gravest first, then in the order of the text. */
export function lintMessage(message: CheckedMessage, rules: readonly GuidelineRule[]): readonly Finding[] {
  if (message.html.length > LONGEST_HTML) {
    return [unreadable("The message is too long to be judged.")];
  }
  const markup = parseHtml(message.html);
  if (markup.tooDeep) {
    return [unreadable("The markup is nested too deeply to be judged.")];
  }
  const wording = readWording(message, markup);
  return rules.flatMap((rule) => rule.check(message, markup, wording)).toSorted(compare);
}

export function isBlocked(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === "block");
}

/** REQ-04 asks for a logical structure; what a program cannot read has none. */
function unreadable(message: string): Finding {
  return { rule: "REQ-04", severity: "block", message, span: null, fix: null };
}

function compare(a: Finding, b: Finding): number {
  return (
    SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
    (a.span?.from ?? -1) - (b.span?.from ?? -1) ||
    a.rule.localeCompare(b.rule, "en")
  );
}
