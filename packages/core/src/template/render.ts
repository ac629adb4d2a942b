import { Liquid, type Template } from "liquidjs";
import { findUnsafePlace } from "./output-place.ts";
import { toPlainText } from "./plain-text.ts";
import type { RenderedMessage, TemplateText, TemplateVariables } from "./template.ts";
import { EXAMPLE_VARIABLES, isKnownVariable, suggestVariable, toPath } from "./variables.ts";

export type TemplateFault = "syntax" | "unknown_variable" | "limit" | "unsafe_place" | "empty";

/** Why a text cannot be rendered, and where. Lines and columns count from 1. */
export interface TemplateProblem {
  readonly problem: TemplateFault;
  readonly part: "subject" | "body";
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What the writer most likely meant. */
  readonly suggestion: string | null;
}

const LIMITS = { source: 50_000, output: 100_000, templates: 5_000, milliseconds: 250, memory: 200_000 };

/** Tags that load other texts. */
const DROPPED_TAGS = ["include", "render", "layout", "block"];

/** Filters that shape text and lists. The others read the clock, draw by lot, hash, or switch escaping off. */
const KEPT_FILTERS = new Set(
  (
    "escape strip_html newline_to_br abs at_least at_most ceil divided_by floor minus plus modulo times round join last first reverse sort size map " +
    "compact concat slice uniq append prepend lstrip rstrip downcase upcase capitalize remove remove_first replace replace_first split strip " +
    "strip_newlines truncate truncatewords default"
  ).split(" "),
);

const HTML = buildEngine(true);
const PLAIN = buildEngine(false);

/**
 * Renders one text. Variables are escaped in the HTML; the subject is plain text on one line. Nothing that a
 * text says can read files, loop for long or fill the memory: such a text is a problem, with its place.
 */
export function renderTemplate(input: {
  readonly text: TemplateText;
  readonly variables: TemplateVariables;
  /** Absent: HTML. */
  readonly format?: "html" | "plain";
}): RenderedMessage | TemplateProblem {
  const variables = cleanDeep(input.variables);
  const isHtml = input.format !== "plain";
  const subject = renderPart({ engine: PLAIN, part: "subject", source: input.text.subject, variables });
  if (typeof subject !== "string") {
    return subject;
  }
  const body = renderPart({ engine: isHtml ? HTML : PLAIN, part: "body", source: input.text.body, variables });
  if (typeof body !== "string") {
    return body;
  }
  const line = subject.replace(/\s+/g, " ").trim();
  const text = isHtml ? toPlainText(body) : body.trim();
  if (line === "" || text === "") {
    const part = line === "" ? "subject" : "body";
    return { problem: "empty", part, line: 1, column: 1, message: `The ${part} is empty.`, suggestion: null };
  }
  return { language: input.text.language, subject: line, html: isHtml ? body : "", text };
}

/** One part with examples for variables: what it would say, or why it cannot be rendered. */
export function renderExample(input: {
  readonly part: "subject" | "body";
  readonly source: string;
  readonly format: "html" | "plain";
}): string | TemplateProblem {
  const { part, source, format } = input;
  const engine = format === "html" && part === "body" ? HTML : PLAIN;
  return renderPart({ engine, part, source, variables: EXAMPLE_VARIABLES });
}

interface Part {
  readonly engine: Liquid;
  readonly part: "subject" | "body";
  readonly source: string;
  readonly variables: object;
}

function renderPart(input: Part): string | TemplateProblem {
  const { part, source } = input;
  if (source.length > LIMITS.source) {
    return limitProblem(part, `The ${part} is longer than ${LIMITS.source} characters.`);
  }
  try {
    const templates = input.engine.parse(source);
    const unfit = findUnknownVariable(input, templates) ?? (input.engine === HTML ? unsafePlace(source) : null);
    return unfit ?? runTemplate(input, templates);
  } catch (error) {
    return toProblem(part, error);
  }
}

function runTemplate(input: Part, templates: Template[]): string | TemplateProblem {
  const output: unknown = input.engine.renderSync(templates, input.variables, { templateLimit: LIMITS.templates });
  const text = typeof output === "string" ? output : "";
  return text.length > LIMITS.output
    ? limitProblem(input.part, `The ${input.part} becomes longer than ${LIMITS.output} characters.`)
    : text;
}

function findUnknownVariable(input: Part, templates: Template[]): TemplateProblem | null {
  const { globals } = input.engine.analyzeSync(templates, { partials: false });
  for (const variable of Object.values(globals).flat()) {
    if (!isKnownVariable(variable.segments)) {
      const path = toPath(variable.segments);
      return unknownVariable(input.part, { path, line: variable.location.row, column: variable.location.col });
    }
  }
  return null;
}

function unknownVariable(
  part: "subject" | "body",
  found: { path: string; line: number; column: number },
): TemplateProblem {
  const suggestion = suggestVariable(found.path);
  const hint = suggestion === null ? "" : ` Did you mean ${suggestion}?`;
  const message = `There is no variable ${found.path}.${hint}`;
  return { problem: "unknown_variable", part, line: found.line, column: found.column, message, suggestion };
}

function unsafePlace(source: string): TemplateProblem | null {
  const offset = findUnsafePlace(source);
  if (offset === null) {
    return null;
  }
  const before = source.slice(0, offset).split("\n");
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  const message = "A variable may stand in text or inside the quotes of an attribute, nowhere else.";
  return { problem: "unsafe_place", part: "body", ...place, message, suggestion: null };
}

function limitProblem(part: "subject" | "body", message: string): TemplateProblem {
  return { problem: "limit", part, line: 1, column: 1, message, suggestion: null };
}

/** Liquid's errors carry their token; its limits are plain assertions with a fixed wording. */
function toProblem(part: "subject" | "body", error: unknown): TemplateProblem {
  const text = error instanceof Error ? error.message : "unreadable";
  const [line, column] = positionOf(error);
  const undefinedName = /undefined variable: ([\w.[\]"' -]{1,80}?)(?:, line:|$)/.exec(text)?.[1];
  if (undefinedName !== undefined) {
    return unknownVariable(part, { path: undefinedName, line, column });
  }
  const problem = /limit exceeded/.test(text) ? "limit" : "syntax";
  const message = problem === "limit" ? "The text asks for more work than a message may take." : firstSentence(text);
  return { problem, part, line, column, message, suggestion: null };
}

function positionOf(error: unknown): readonly [number, number] {
  const token: unknown = error instanceof Error && "token" in error ? error.token : null;
  if (typeof token !== "object" || token === null || !("getPosition" in token)) {
    return [1, 1];
  }
  const position: unknown = typeof token.getPosition === "function" ? token.getPosition() : null;
  const [line, column]: unknown[] = Array.isArray(position) ? position : [];
  return [typeof line === "number" ? line : 1, typeof column === "number" ? column : 1];
}

function firstSentence(text: string): string {
  const bare = text
    .replace(/, line:\d+, col:\d+$/, "")
    .replace(/\s+/g, " ")
    .slice(0, 160);
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}.`;
}

function buildEngine(escaped: boolean): Liquid {
  const engine = new Liquid({
    templates: {},
    relativeReference: false,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    parseLimit: LIMITS.source,
    renderLimit: LIMITS.milliseconds,
    memoryLimit: LIMITS.memory,
    ...(escaped ? { outputEscape: "escape" as const } : {}),
  });
  for (const tag of DROPPED_TAGS) {
    delete engine.tags[tag];
  }
  for (const filter of Object.keys(engine.filters).filter((name) => !KEPT_FILTERS.has(name))) {
    engine.unregisterFilter(filter);
  }
  return engine;
}

/** Values without control characters and lone surrogates: they come from listings that anybody may have written. */
function cleanDeep<T>(value: T): T;
function cleanDeep(value: unknown): unknown {
  if (typeof value === "string") {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    return value.toWellFormed().replace(/[\u0000-\u001f\u007f]+/g, " ");
  }
  if (Array.isArray(value)) {
    return value.map((member: unknown) => cleanDeep(member));
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, cleanDeep(member)]));
  }
  return value;
}
