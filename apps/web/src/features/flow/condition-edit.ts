import { FIELD_MEANINGS, OPS_OF } from "@heed/core/flow/fields";
import type { Condition, ConditionOp, OrderField } from "@heed/core/flow/flow";

export type Leaf = Extract<Condition, { readonly field: OrderField }>;
export type Group = { readonly word: "all" | "any"; readonly parts: readonly Condition[] };

export function groupOf(condition: Condition): Group | null {
  if ("all" in condition) return { word: "all", parts: condition.all };
  return "any" in condition ? { word: "any", parts: condition.any } : null;
}

export function toCondition({ word, parts }: Group): Condition {
  return word === "all" ? { all: parts } : { any: parts };
}

/** A leaf of another field begins with what fits that field. */
export function leafFor(field: OrderField): Leaf {
  const meaning = FIELD_MEANINGS[field];
  const [op = "is"] = OPS_OF[meaning.kind];
  return { field, op, value: firstValue(field) };
}

function firstValue(field: OrderField): Leaf["value"] {
  const { kind, choices } = FIELD_MEANINGS[field];
  if (kind === "yes_no") return false;
  if (kind === "number" || kind === "money") return 1;
  return choices?.[0] ?? "";
}

export function withOp(leaf: Leaf, op: ConditionOp): Leaf {
  return { ...leaf, op };
}

/** Empty groups go: nobody means them, and the rules refuse them. */
export function pruned(condition: Condition | null): Condition | null {
  if (condition === null || "field" in condition) return condition;
  if ("not" in condition) {
    const inner = pruned(condition.not);
    return inner === null ? null : { not: inner };
  }
  const group = groupOf(condition);
  const parts = group?.parts.flatMap((part) => pruned(part) ?? []) ?? [];
  return group === null || parts.length === 0 ? null : toCondition({ ...group, parts });
}
