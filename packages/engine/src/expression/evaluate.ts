import { canonicalJson } from "../protocol/canonical.ts";
import type { Expression, Operator } from "./parse.ts";

/** `event` is the one that started the run (or the only one), `async` the one that arrives later. */
export interface Scope {
  readonly event: unknown;
  readonly async?: unknown;
}

/** The value, or undefined where CEL would raise an error: a missing path, an ordering of different types. */
export function evaluate(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "path":
      return expression.path.reduce<unknown>(readKey, scope);
    case "not": {
      const value = evaluate(expression.operand, scope);
      return typeof value === "boolean" ? !value : undefined;
    }
    case "binary":
      return evaluateBinary(expression, scope);
  }
}

/** Whether a filter lets the event pass; what cannot be evaluated does not match. */
export function holds(expression: Expression | null, scope: Scope): boolean {
  return expression === null || evaluate(expression, scope) === true;
}

function readKey(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object";
}

function evaluateBinary(expression: Extract<Expression, { kind: "binary" }>, scope: Scope): unknown {
  const left = evaluate(expression.left, scope);
  if (expression.operator === "&&" && left === false) return false;
  if (expression.operator === "||" && left === true) return true;
  const right = evaluate(expression.right, scope);
  return left === undefined || right === undefined ? undefined : combine(expression.operator, left, right);
}

function combine(operator: Operator, left: unknown, right: unknown): unknown {
  switch (operator) {
    case "&&":
    case "||":
      return typeof right === "boolean" ? right : undefined;
    case "==":
      return canonicalJson(left) === canonicalJson(right);
    case "!=":
      return canonicalJson(left) !== canonicalJson(right);
    case "+":
      return typeof left === "string" && typeof right === "string" ? left + right : addNumbers(left, right);
    case "<":
      return order(left, right, (sign) => sign < 0);
    case "<=":
      return order(left, right, (sign) => sign <= 0);
    case ">":
      return order(left, right, (sign) => sign > 0);
    case ">=":
      return order(left, right, (sign) => sign >= 0);
  }
}

function addNumbers(left: unknown, right: unknown): number | undefined {
  return typeof left === "number" && typeof right === "number" ? left + right : undefined;
}

function order(left: unknown, right: unknown, accepts: (sign: number) => boolean): boolean | undefined {
  if (typeof left === "number" && typeof right === "number") return accepts(left - right);
  if (typeof left !== "string" || typeof right !== "string") return undefined;
  return accepts(left < right ? -1 : left > right ? 1 : 0);
}

export interface Equality {
  readonly event: Expression;
  readonly async: Expression;
}

/** The equalities between the two events that must hold for the whole to hold; they make waiting runs findable by key. */
export function equalitiesOf(expression: Expression): readonly Equality[] {
  if (expression.kind !== "binary") return [];
  if (expression.operator === "&&") return [...equalitiesOf(expression.left), ...equalitiesOf(expression.right)];
  if (expression.operator !== "==") return [];
  const [left, right] = [rootsOf(expression.left), rootsOf(expression.right)];
  if (left === "event" && right === "async") return [{ event: expression.left, async: expression.right }];
  if (left === "async" && right === "event") return [{ event: expression.right, async: expression.left }];
  return [];
}

function rootsOf(expression: Expression): string | null {
  return expression.kind === "path" ? (expression.path[0] ?? null) : null;
}
