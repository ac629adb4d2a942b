import { type ExpandedText, expandLiquid, hasLiquid } from "../template/expand-liquid.ts";
import { renderExample, type TemplateProblem } from "../template/render.ts";
import { EXAMPLE_VARIABLES } from "../template/variables.ts";
import { checkMessage, type MessageVerdict, verdictOf } from "./check-message.ts";
import type { Finding, MessageDraft, RulePack, Span } from "./finding.ts";
import { rulePack_2026_11_23 } from "./rule-pack.ts";

/** Findings about a text's Liquid carry this in place of a guideline's id. */
export const TEMPLATE_RULE = "TEMPLATE";

/**
 * Judges a text that may hold Liquid: by what it would say with examples for its variables, every branch included.
 * Spans point into the text as it was written. A text without Liquid is judged as it stands.
 */
export function checkTemplate(draft: MessageDraft, pack: RulePack = rulePack_2026_11_23): MessageVerdict {
  const { subject, format = "html" } = draft;
  const body = format === "plain" ? draft.text : draft.html;
  if (!hasLiquid(subject) && !hasLiquid(body)) {
    return checkMessage(draft, pack);
  }
  const problems = [
    ...problemsOf({ part: "subject", source: subject, format }),
    ...problemsOf({ part: "body", source: body, format }),
  ];
  const expanded = { subject: expandLiquid(subject), body: expandLiquid(body) };
  const inSource = checkMessage(filled(draft, expanded), pack).findings.map((finding) => inTemplate(finding, expanded));
  const findings = [...problems, ...inSource];
  const further = problems.length > 0 ? [] : rendered(draft, findings, pack);
  const all = [...findings, ...further];
  return { verdict: verdictOf(all), findings: all, rulePack: pack.id };
}

interface Expanded {
  readonly subject: ExpandedText;
  readonly body: ExpandedText;
}

function filled(draft: MessageDraft, { subject, body }: Expanded): MessageDraft {
  const namesOrder = subject.namesOrder || body.namesOrder;
  return {
    ...draft,
    subject: subject.value,
    ...(draft.format === "plain" ? { text: body.value } : { html: body.value }),
    orderId: draft.orderId ?? (namesOrder ? EXAMPLE_VARIABLES.order.id : null),
  };
}

function inTemplate(finding: Finding, { subject, body }: Expanded): Finding {
  const { span } = finding;
  if (span === null || span.part === "headers") {
    return finding;
  }
  const text = span.part === "subject" ? subject : body;
  return { ...finding, span: { part: span.part, ...text.rangeOf(span.from, span.to) } };
}

interface Source {
  readonly part: "subject" | "body";
  readonly source: string;
  readonly format: "html" | "plain";
}

function problemsOf(input: Source): readonly Finding[] {
  const result = renderExample(input);
  return typeof result === "string" ? [] : [problemFinding(result, input)];
}

function problemFinding({ line, column, message, suggestion }: TemplateProblem, input: Source): Finding {
  const { part, source, format } = input;
  const from = offsetOf(source, line, column);
  const length = /^[\w.[\]-]+|^\{[{%].*?[}%]\}/.exec(source.slice(from, from + 2_000))?.[0].length;
  const to = length === undefined ? source.length : from + length;
  const named: Span["part"] = part === "subject" ? "subject" : format === "plain" ? "text" : "html";
  const span = { part: named, from, to };
  return { rule: TEMPLATE_RULE, severity: "block", message, span, fix: suggestion, source: "LiquidJS" };
}

/** Lines and columns count from 1. */
function offsetOf(source: string, line: number, column: number): number {
  const lines = source.split("\n").slice(0, line - 1);
  const before = lines.reduce((sum, one) => sum + one.length + 1, 0);
  return Math.min(source.length, before + column - 1);
}

/** What only shows when the text runs, such as words put together by tags. */
function rendered(draft: MessageDraft, known: readonly Finding[], pack: RulePack): readonly Finding[] {
  const { format = "html" } = draft;
  const body = renderExample({ part: "body", source: format === "plain" ? draft.text : draft.html, format });
  const subject = renderExample({ part: "subject", source: draft.subject, format });
  if (typeof body !== "string" || typeof subject !== "string") {
    return [];
  }
  const rules = new Set(known.map(({ rule }) => rule));
  const message = { ...draft, subject, ...(format === "plain" ? { text: body } : { html: body }) };
  return checkMessage(message, pack)
    .findings.filter(({ rule, severity }) => severity === "block" && !rules.has(rule))
    .map((finding) => ({ ...finding, span: null, fix: null }));
}
