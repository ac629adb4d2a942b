import type { ConditionLeaf } from "./condition.ts";
import type { Condition } from "./flow.ts";

/** What is wrong with a part of a flow, and where. `path` leads through the definition, such as `condition.all.1`. */
export interface FlowProblem {
  readonly path: string;
  readonly message: string;
}

/** Deeper trees are refused: nobody can read them. */
export const DEEPEST_CONDITION = 5;
const MOST_LEAVES = 50;

/** How deep a value nests `all`, `any` and `not`; stops counting early, and never recurses. */
export function conditionDepth(condition: unknown): number {
  let level: unknown[] = [condition];
  for (let depth = 0; ; depth += 1) {
    const next = level.flatMap(partsOf);
    if (next.length === 0 || depth > DEEPEST_CONDITION) return depth;
    level = next;
  }
}

function partsOf(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  const node = value as Readonly<Record<string, unknown>>;
  if ("not" in node) return [node["not"]];
  const list = node["all"] ?? node["any"];
  return Array.isArray(list) ? list : [];
}

/** Groups that are empty, bounds that exclude each other, too many parts: conditions that nobody means. */
export function judgeCondition(condition: Condition | null, path = "condition"): readonly FlowProblem[] {
  if (condition === null) return [];
  const problems = judgePart(condition, path);
  if (countLeaves(condition) > MOST_LEAVES) {
    return [{ path, message: `A condition has at most ${MOST_LEAVES} parts.` }, ...problems];
  }
  return problems;
}

function judgePart(condition: Condition, path: string): readonly FlowProblem[] {
  if ("field" in condition) return [];
  if ("not" in condition) return judgePart(condition.not, `${path}.not`);
  const [word, parts] = "all" in condition ? ["all", condition.all] : ["any", condition.any];
  const inner = parts.flatMap((part, index) => judgePart(part, `${path}.${word}.${index}`));
  if (parts.length > 0) return [...inner, ...(word === "all" ? contradictions(parts, `${path}.all`) : [])];
  const message =
    word === "all"
      ? "This group is empty, so every order meets it. Remove it or add a condition."
      : "This group is empty, so no order can meet it. Remove it or add a condition.";
  return [{ path, message }];
}

/** Fields of which an order has one value: two that differ cannot both hold. */
const SINGLE = new Set([
  "quantity",
  "total_minor",
  "channel",
  "marketplace",
  "fulfilled_by",
  "customized",
  "repeat_buyer",
  "replacement",
  "refunded",
  "returned",
  "late",
  "feedback",
  "negative_feedback",
]);

function contradictions(parts: readonly Condition[], path: string): readonly FlowProblem[] {
  const problems: FlowProblem[] = [];
  for (const [index, part] of parts.entries()) {
    const clash = parts.slice(0, index).find((earlier) => excludes(earlier, part));
    if (clash !== undefined) {
      problems.push({
        path: `${path}.${index}`,
        message: "No order can meet this together with a condition above it.",
      });
    }
  }
  return problems;
}

function excludes(a: Condition, b: Condition): boolean {
  if ("not" in a) return sameLeaf(a.not, b);
  if ("not" in b) return sameLeaf(b.not, a);
  if (!("field" in a) || !("field" in b)) return false;
  return a.field === b.field && SINGLE.has(a.field) && leavesExclude(a, b);
}

function leavesExclude(a: ConditionLeaf, b: ConditionLeaf): boolean {
  const negated = [a, b].filter(({ op }) => op === "is_not").length;
  if (negated === 2) return false;
  if (negated === 1) return a.value === b.value && [a, b].some(({ op }) => op === "is");
  return a.op === "is" && b.op === "is" ? a.value !== b.value : boundsCross(a, b);
}

function sameLeaf(a: Condition, b: Condition): boolean {
  return "field" in a && "field" in b && a.field === b.field && a.op === b.op && a.value === b.value;
}

function boundsCross(a: ConditionLeaf, b: ConditionLeaf): boolean {
  const least = Math.max(...[a, b].map(({ op, value }) => (op === "at_most" ? -Infinity : Number(value))));
  const most = Math.min(...[a, b].map(({ op, value }) => (op === "at_least" ? Infinity : Number(value))));
  return least > most;
}

function countLeaves(condition: Condition): number {
  if ("field" in condition) return 1;
  if ("not" in condition) return countLeaves(condition.not);
  return ("all" in condition ? condition.all : condition.any).reduce((sum, part) => sum + countLeaves(part), 0);
}
