import { checkMessage, type MessageVerdict, verdictOf } from "../policy/check-message.ts";
import { checkTemplate } from "../policy/check-template.ts";
import type { Finding, RulePack } from "../policy/finding.ts";
import { rulePack_2026_11_23 } from "../policy/rule-pack.ts";
import { renderTemplate, type TemplateProblem } from "./render.ts";
import { toSourceSpan } from "./source-span.ts";
import type { RenderedMessage, TemplateText, TemplateVariables, TemplateVersion } from "./template.ts";
import { EXAMPLE_VARIABLES } from "./variables.ts";

/** What is known about one language of a template. Spans point into the text as it was written. */
export interface JudgedText {
  readonly language: string;
  /** Why it cannot be rendered; then nothing else is known. */
  readonly problem: TemplateProblem | null;
  readonly verdict: MessageVerdict["verdict"];
  readonly findings: readonly Finding[];
  readonly rendered: RenderedMessage | null;
}

export interface JudgeInput {
  readonly text: TemplateText;
  readonly variables?: TemplateVariables;
  readonly rulePack?: RulePack;
}

/**
 * Renders a text and judges what would go out by the same rules as at the moment of sending, and beside it what the
 * branches say that these variables do not take: another order takes them.
 */
export function judgeText({
  text,
  variables = EXAMPLE_VARIABLES,
  rulePack = rulePack_2026_11_23,
}: JudgeInput): JudgedText {
  const rendered = renderTemplate({ text, variables });
  const { language } = text;
  if ("problem" in rendered) return { language, problem: rendered, verdict: "block", findings: [], rendered: null };
  const names = namesIn(variables);
  const said = checkMessage({ ...rendered, orderId: variables.order.id, purpose: "review_request", names }, rulePack);
  const placed = said.findings.map((finding) => ({ ...finding, span: placeOf(finding, text, rendered) }));
  const findings = [
    ...placed,
    ...inBranches(text, rulePack).filter((one) => !placed.some((other) => isSame(one, other))),
  ];
  return { language, problem: null, verdict: verdictOf(findings), findings, rendered };
}

/** Notes are left to the rendered text: all branches in a row read oddly. */
function inBranches({ language, subject, body }: TemplateText, rulePack: RulePack): readonly Finding[] {
  const names = namesIn(EXAMPLE_VARIABLES);
  const draft = { language, subject, html: body, text: "", orderId: null, purpose: "review_request", names } as const;
  return checkTemplate(draft, rulePack).findings.filter(({ severity }) => severity !== "info");
}

function namesIn({ order, store }: TemplateVariables): readonly string[] {
  return [...order.items.map(({ title }) => title), store.name];
}

/** The same rule at the same place; a finding without a place stands for the whole text. */
function isSame(one: Finding, other: Finding): boolean {
  if (one.rule !== other.rule) return false;
  if (one.span === null || other.span === null) return true;
  return one.span.part === other.span.part && one.span.from < other.span.to && other.span.from < one.span.to;
}

export function judgeTemplate(template: Pick<TemplateVersion, "texts">, rulePack?: RulePack): readonly JudgedText[] {
  return template.texts.map((text) => judgeText({ text, ...(rulePack === undefined ? {} : { rulePack }) }));
}

/** A version may serve when each of its texts can be rendered and none is blocked. */
export function mayServe(judged: readonly JudgedText[]): boolean {
  return judged.every(({ verdict }) => verdict !== "block");
}

function placeOf({ span }: Finding, text: TemplateText, rendered: RenderedMessage): Finding["span"] {
  if (span === null || span.part === "headers") return null;
  const [source, output] =
    span.part === "subject"
      ? [text.subject, rendered.subject]
      : [text.body, span.part === "html" ? rendered.html : rendered.text];
  const place = toSourceSpan({ source, output, from: span.from, to: span.to });
  return place === null ? null : { part: span.part === "subject" ? "subject" : "html", ...place };
}
