import type { CheckFinding } from "./check.ts";
import { isTest, type SourceFile } from "./source-files.ts";

const QUERIES = /^packages\/db\/src\/(queries|commands)\/|^apps\/(worker|web)\/src\//;
const CLOCK_IN_SQL =
  /(?<![.\w])(now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\)|\bcurrent_(timestamp|date|time)\b|\blocaltime(stamp)?\b/i;
const SQL = /\b(select|insert into|update|delete from|values|where|interval)\b/i;

/** Domain SQL takes `now` as a parameter: a virtual clock must be able to move it (DESIGN: time). */
export function findClockInSql(files: readonly SourceFile[]): CheckFinding[] {
  return files
    .filter(({ path }) => QUERIES.test(path) && path.endsWith(".ts") && !isTest(path))
    .flatMap(({ path, lines }) =>
      templateLiterals(lines.join("\n"))
        .filter(({ text }) => SQL.test(text) || /^\s*(now\(\)|current_)/i.test(text))
        .flatMap(({ text, line }) => clockLines(text, line).map((at) => ({ file: path, line: at, message: MESSAGE }))),
    );
}

const MESSAGE =
  "SQL reads the database's clock; pass `now` as a parameter (leases on real time say `-- real time:` on the line)";

function clockLines(text: string, firstLine: number): number[] {
  return text
    .split("\n")
    .map((line, index) => ({ line, at: firstLine + index }))
    .filter(({ line }) => CLOCK_IN_SQL.test(line) && !line.includes("real time:"))
    .map(({ at }) => at);
}

interface TemplateLiteral {
  readonly text: string;
  readonly line: number;
}

/** The fixed text of each template literal, its `${…}` parts blanked out; nested literals are found by their own. */
function templateLiterals(source: string): TemplateLiteral[] {
  const found: TemplateLiteral[] = [];
  const code = source.replaceAll(/^[ \t]*(\/\/|\/?\*).*$/gm, "");
  const ticks = [...code.matchAll(/\\.|`/gs)].filter(([sign]) => sign === "`").map(({ index }) => index);
  for (let at = 0; at + 1 < ticks.length; at += 2) {
    const [from, to] = [ticks[at] ?? 0, ticks[at + 1] ?? 0];
    found.push({ text: blanked(code.slice(from + 1, to)), line: code.slice(0, from).split("\n").length });
  }
  return found;
}

function blanked(literal: string): string {
  const [first = "", ...others] = literal.split("${");
  return others.reduce((text, part) => `${text}?${part.slice(part.indexOf("}") + 1)}`, first);
}
