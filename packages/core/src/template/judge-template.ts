import type { Purpose } from "../message/message.ts";
import { PURPOSE_MEANINGS, textFormat } from "../message/purpose.ts";
import { typedOperation } from "../message/typed-operation.ts";
import { checkMessage, type MessageVerdict, verdictOf } from "../policy/check-message.ts";
import { checkTemplate } from "../policy/check-template.ts";
import type { Finding, RulePack } from "../policy/finding.ts";
import { judgeTyped } from "../policy/judge-typed.ts";
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
  /** Absent: a review request. */
  readonly purpose?: Purpose;
  readonly variables?: TemplateVariables;
  readonly rulePack?: RulePack;
}

/**
 * Renders a text and judges what would go out by the same rules as at the moment of sending, and beside it what the
 * branches say that these variables do not take: another order takes them.
 */
export function judgeText({
  text,
  purpose = "review_request",
  variables = EXAMPLE_VARIABLES,
  rulePack = rulePack_2026_11_23,
}: JudgeInput): JudgedText {
  const rendered = renderTemplate({ text, variables, format: textFormat(purpose) });
  const { language } = text;
  if ("problem" in rendered) return { language, problem: rendered, verdict: "block", findings: [], rendered: null };
  const said = judgeRendered({ rendered, purpose, variables, rulePack });
  const placed = said.map((finding) => ({ ...finding, span: placeOf(finding, text, rendered) }));
  const branches = inBranches({ text, purpose, rulePack });
  const findings = [...placed, ...branches.filter((one) => !placed.some((other) => isSame(one, other)))];
  return { language, problem: null, verdict: verdictOf(findings), findings, rendered };
}

interface Rendered {
  readonly rendered: RenderedMessage;
  readonly purpose: Purpose;
  readonly variables: TemplateVariables;
  readonly rulePack: RulePack;
}

/** A typed message is judged as the one that a person writes (policy/judge-typed.ts), its files left out. */
function judgeRendered({ rendered, purpose, variables, rulePack }: Rendered): readonly Finding[] {
  const names = namesIn(variables);
  const orderId = variables.order.id;
  const { language, text } = rendered;
  const operation = typedOperation(PURPOSE_MEANINGS[purpose].operation);
  if (operation !== null) {
    const content = { text, language, coverageFrom: null, coverageTo: null };
    return judgeTyped({ operation, content, files: [], orderId, names }, rulePack);
  }
  return checkMessage({ ...rendered, format: textFormat(purpose), orderId, purpose, names }, rulePack).findings;
}

interface Branches {
  readonly text: TemplateText;
  readonly purpose: Purpose;
  readonly rulePack: RulePack;
}

/** Notes are left to the rendered text: all branches in a row read oddly. */
function inBranches({ text: { language, subject, body }, purpose, rulePack }: Branches): readonly Finding[] {
  const format = textFormat(purpose);
  const parts = format === "plain" ? { html: "", text: body, subject: "" } : { html: body, text: "", subject };
  const { critical } = PURPOSE_MEANINGS[purpose];
  const draft = { ...parts, language, format, critical, orderId: null, purpose, names: namesIn(EXAMPLE_VARIABLES) };
  return checkTemplate(draft, rulePack)
    .findings.filter(({ severity }) => severity !== "info")
    .map(inEditor);
}

/** The editor has one body, whatever its format. */
function inEditor(finding: Finding): Finding {
  return finding.span?.part === "text" ? { ...finding, span: { ...finding.span, part: "html" } } : finding;
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

export function judgeTemplate({ texts, purpose }: JudgedTemplate, rulePack?: RulePack): readonly JudgedText[] {
  const known = { ...(purpose === undefined ? {} : { purpose }), ...(rulePack === undefined ? {} : { rulePack }) };
  return texts.map((text) => judgeText({ text, ...known }));
}

export type JudgedTemplate = Pick<TemplateVersion, "texts"> & Partial<Pick<TemplateVersion, "purpose">>;

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
