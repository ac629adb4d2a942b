import type { RulePack } from "../policy/finding.ts";
import { type JudgedTemplate, type JudgedText, judgeTemplate } from "./judge-template.ts";

/** Rules that find something in a template, by language. */
export type RulesFound = Readonly<Record<string, readonly string[]>>;

/** What another rule pack, or other words of its rules, change about one text. */
export interface TextChange {
  readonly language: string;
  /** Rules that find something now and did not before. */
  readonly appeared: readonly string[];
  readonly gone: readonly string[];
  /** Whether the text may no longer go out. */
  readonly blocked: boolean;
}

export function rulesFound(judged: readonly JudgedText[]): RulesFound {
  const rules = judged.map(({ language, findings }) => [
    language,
    [...new Set(findings.map(({ rule }) => rule))].sort(),
  ]);
  return Object.fromEntries(rules);
}

/** The texts of a template that are judged differently now, in their order. */
export function changesSince(before: RulesFound, now: readonly JudgedText[]): readonly TextChange[] {
  const after = rulesFound(now);
  return now
    .map(({ language, verdict }) => {
      const [was, is] = [before[language] ?? [], after[language] ?? []];
      return {
        language,
        appeared: is.filter((rule) => !was.includes(rule)),
        gone: was.filter((rule) => !is.includes(rule)),
        blocked: verdict === "block",
      };
    })
    .filter(({ appeared, gone }) => appeared.length + gone.length > 0);
}

/** Judges a template by two packs: what the newer one changes. */
export function recheckTemplate(
  template: JudgedTemplate,
  { before, after }: { readonly before: RulePack; readonly after: RulePack },
): readonly TextChange[] {
  return changesSince(rulesFound(judgeTemplate(template, before)), judgeTemplate(template, after));
}
