import { parseSync, Visitor } from "oxc-parser";

export interface Expression {
  readonly path: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** Every literal regular expression of a file. */
export function readExpressions(path: string, text: string): readonly Expression[] {
  const found: Expression[] = [];
  const { program } = parseSync(path, text);
  new Visitor({
    Literal(node) {
      if ("regex" in node && node.regex !== null && node.regex !== undefined) {
        const line = text.slice(0, node.start).split("\n").length;
        found.push({ path, line, source: node.regex.pattern, flags: node.regex.flags });
      }
    },
  }).visit(program);
  return found;
}
