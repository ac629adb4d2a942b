import type { CheckFinding } from "./check.ts";
import { isTest, type SourceFile } from "./source-files.ts";

const HUES =
  "slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose";
const PROPERTIES =
  "bg|text|border(?:-[trblxyse])?|ring|fill|stroke|from|to|via|divide|outline|decoration|accent|caret|shadow|placeholder";

interface UiRule {
  readonly pattern: RegExp;
  readonly message: string;
  /** A line that also matches this is fine. */
  readonly unless?: RegExp;
}

const RULES: readonly UiRule[] = [
  {
    pattern: /["'`[(:\s]#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?=["'`\]),;\s])/i,
    message: "raw colour: use a token of the theme",
  },
  {
    pattern: new RegExp(`\\b(?:${PROPERTIES})-(?:(?:${HUES})-\\d{2,3}|white|black)\\b`),
    message: "class of the default palette: use a token of the theme",
  },
  { pattern: /\b(?:rgb|rgba|hsl|hsla|oklch|oklab)\(/, message: "raw colour: use a token of the theme" },
  { pattern: /\btext-\[/, message: "one-off text size or colour: use the scale" },
  { pattern: /\boutline-(?:none|hidden)\b/, unless: /\bring\b|\bring-/, message: "outline removed without a ring" },
];

/** Looks that a tool can check; the tokens themselves live in CSS files, which are free. */
export function findUiFaults(files: readonly SourceFile[]): CheckFinding[] {
  return files
    .filter(({ path }) => /^apps\/web\/src\/.*\.tsx?$/.test(path) && !isTest(path))
    .flatMap(({ path, lines }) => lines.flatMap((line, index) => faultsOfLine(line, { file: path, line: index + 1 })));
}

function faultsOfLine(line: string, at: { readonly file: string; readonly line: number }): CheckFinding[] {
  if (/^\s*(\/\/|\*|\/\*)/.test(line)) return [];
  return RULES.filter(({ pattern, unless }) => pattern.test(line) && unless?.test(line) !== true).map(
    ({ message }) => ({ ...at, message }),
  );
}
