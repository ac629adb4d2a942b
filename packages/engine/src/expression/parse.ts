import { AppError } from "@heed/core/errors";

/** The part of CEL that triggers, keys and matches use: paths, literals, comparison, `&& || ! +`, parentheses. */
export type Expression =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "path"; readonly path: readonly string[] }
  | { readonly kind: "not"; readonly operand: Expression }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: Expression; readonly right: Expression };

export type Operator = "||" | "&&" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "+";

/** From the loosest to the tightest. */
const levels: readonly (readonly Operator[])[] = [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">="], ["+"]];
const roots = new Set(["event", "async"]);
const words: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const TOKEN =
  /\s*(?:([A-Za-z_]\w*)|(\d+(?:\.\d+)?)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\|\||&&|[=!<>]=|[<>!()+.[\]-]))/y;

interface Token {
  readonly kind: "name" | "number" | "text" | "sign";
  readonly text: string;
}

interface Reader {
  readonly source: string;
  readonly tokens: readonly Token[];
  at: number;
}

/** Throws INVALID for what is outside the subset, so that it is refused at registration and not ignored later. */
export function parseExpression(source: string): Expression {
  const reader: Reader = { source, tokens: tokenize(source), at: 0 };
  const expression = parseLevel(reader, 0);
  if (reader.at < reader.tokens.length) throw invalid(source);
  return expression;
}

function invalid(source: string): AppError {
  return new AppError("INVALID", `The expression "${source}" is outside of what this engine understands`);
}

function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  const text = source.trimEnd();
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) throw invalid(source);
    const index = match.slice(1).findIndex((group) => group !== undefined);
    tokens.push({ kind: (["name", "number", "text", "sign"] as const)[index] ?? "sign", text: match[index + 1] ?? "" });
  }
  return tokens;
}

function take(reader: Reader, ...signs: readonly string[]): string | null {
  const token = reader.tokens[reader.at];
  if (token?.kind !== "sign" || !signs.includes(token.text)) return null;
  reader.at += 1;
  return token.text;
}

function parseLevel(reader: Reader, level: number): Expression {
  const operators = levels[level];
  if (operators === undefined) return parseUnary(reader);
  let left = parseLevel(reader, level + 1);
  for (;;) {
    const sign = take(reader, ...operators);
    const operator = operators.find((known) => known === sign);
    if (operator === undefined) return left;
    left = { kind: "binary", operator, left, right: parseLevel(reader, level + 1) };
  }
}

function parseUnary(reader: Reader): Expression {
  if (take(reader, "!") !== null) return { kind: "not", operand: parseUnary(reader) };
  if (take(reader, "(") !== null) return parseGroup(reader);
  const minus = take(reader, "-") !== null;
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (token?.kind === "number") return { kind: "literal", value: Number(token.text) * (minus ? -1 : 1) };
  if (minus || token === undefined || token.kind === "sign") throw invalid(reader.source);
  return token.kind === "text" ? { kind: "literal", value: unquote(token.text) } : parseName(reader, token.text);
}

function parseGroup(reader: Reader): Expression {
  const inner = parseLevel(reader, 0);
  if (take(reader, ")") === null) throw invalid(reader.source);
  return inner;
}

function parseName(reader: Reader, name: string): Expression {
  const word = words.get(name);
  if (word !== undefined) return { kind: "literal", value: word };
  if (!roots.has(name)) throw invalid(reader.source);
  const path = [name];
  for (let key = parseKey(reader); key !== null; key = parseKey(reader)) path.push(key);
  return { kind: "path", path };
}

function parseKey(reader: Reader): string | null {
  const sign = take(reader, ".", "[");
  if (sign === null) return null;
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (sign === "." && token?.kind === "name") return token.text;
  const key = token?.kind === "text" ? unquote(token.text) : token?.kind === "number" ? token.text : null;
  if (sign === "." || key === null || take(reader, "]") === null) throw invalid(reader.source);
  return key;
}

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/g, "$1");
}
