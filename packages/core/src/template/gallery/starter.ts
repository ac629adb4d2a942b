import type { Purpose } from "../../message/message.ts";
import type { TemplateText } from "../template.ts";

/** A text to begin with. */
export interface Starter {
  readonly key: string;
  readonly purpose: Purpose;
  readonly title: string;
  readonly why: string;
  /** Typed messages are plain text; their subject is Amazon's own. */
  readonly format: "html" | "plain";
  readonly texts: readonly TemplateText[];
}

/** Language, subject, and the paragraphs of the body. */
export type StarterLine = readonly [language: string, subject: string, ...paragraphs: string[]];

export function htmlTexts(lines: readonly StarterLine[]): readonly TemplateText[] {
  return lines.map(([language, subject, ...paragraphs]) => ({
    language,
    subject,
    body: [...paragraphs, "{{ store.name }}"].map((paragraph) => `<p>${paragraph}</p>`).join("\n"),
  }));
}

export function plainTexts(lines: readonly StarterLine[]): readonly TemplateText[] {
  return lines.map(([language, subject, ...paragraphs]) => ({ language, subject, body: paragraphs.join("\n\n") }));
}
