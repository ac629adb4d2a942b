"use client";

import { FIELD_MEANINGS, OP_WORDS, OPS_OF } from "@heed/core/flow/fields";
import { type Condition, type ConditionOp, ORDER_FIELDS, type OrderField } from "@heed/core/flow/flow";
import type { FlowProblem } from "@heed/core/flow/judge-condition";
import { MARKETPLACES } from "@heed/core/marketplace/marketplaces";
import { Trash2 } from "lucide-react";
import { Button, IconButton } from "../../ui/button.tsx";
import { InlineNumber, InlineSelect, InlineText } from "../../ui/inline-controls.tsx";
import { type Group, groupOf, type Leaf, leafFor, toCondition, withOp } from "./condition-edit.ts";

interface TreeProps {
  readonly condition: Condition;
  readonly path: string;
  readonly problems: readonly FlowProblem[];
  readonly disabled: boolean;
  /** Null removes it. */
  readonly onChange: (condition: Condition | null) => void;
}

/** One part of a condition: a group in a box with a line, a leaf as a row. */
export function ConditionTree(props: TreeProps) {
  const { condition, path, problems, disabled, onChange } = props;
  if ("not" in condition) {
    const inner = { ...props, condition: condition.not, path: `${path}.not` };
    return (
      <div className="flex items-start gap-2">
        <span className="pt-1 text-small font-medium text-ink-2">not</span>
        <ConditionTree {...inner} onChange={(next) => onChange(next === null ? null : { not: next })} />
      </div>
    );
  }
  const group = groupOf(condition);
  if (group !== null) return <GroupBox {...props} group={group} />;
  return (
    <div>
      <LeafRow leaf={condition as Leaf} disabled={disabled} onChange={onChange} />
      <Problems problems={problems} path={path} deep />
    </div>
  );
}

const DEEPEST = 4;

function GroupBox({ group, path, problems, disabled, onChange }: TreeProps & { readonly group: Group }) {
  const { word, parts } = group;
  const set = (next: readonly Condition[]) => onChange(next.length === 0 ? null : toCondition({ word, parts: next }));
  const replace = (index: number, next: Condition | null) =>
    set(next === null ? parts.filter((_, at) => at !== index) : parts.map((part, at) => (at === index ? next : part)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2 border-l-2 border-hairline pl-3">
      <legend className="float-left mb-2 text-small text-ink-2">
        <InlineSelect
          label="How the parts are joined"
          choices={[
            { value: "all", label: "all of these" },
            { value: "any", label: "any of these" },
          ]}
          value={word}
          disabled={disabled}
          onPick={(picked) => onChange(toCondition({ word: picked === "any" ? "any" : "all", parts }))}
        />
      </legend>
      {parts.map((part, index) => (
        <ConditionTree
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
          key={index}
          condition={part}
          path={`${path}.${word}.${index}`}
          problems={problems}
          disabled={disabled}
          onChange={(next) => replace(index, next)}
        />
      ))}
      <Problems problems={problems} path={path} />
      {disabled ? null : (
        <div className="flex flex-wrap gap-1">
          <Button size="small" variant="ghost" onClick={() => set([...parts, leafFor("sku")])}>
            Add condition
          </Button>
          {path.split(".").length > DEEPEST ? null : (
            <Button size="small" variant="ghost" onClick={() => set([...parts, { any: [leafFor("sku")] }])}>
              Add group
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}

const FIELDS = ORDER_FIELDS.map((value) => ({ value, label: FIELD_MEANINGS[value].words }));

interface LeafProps {
  readonly leaf: Leaf;
  readonly disabled: boolean;
  readonly onChange: (condition: Condition | null) => void;
}

function LeafRow({ leaf, disabled, onChange }: LeafProps) {
  const { kind, note } = FIELD_MEANINGS[leaf.field];
  const ops = OPS_OF[kind].map((value) => ({ value, label: OP_WORDS[value] }));
  return (
    <div className="flex flex-wrap items-center gap-1.5" title={note}>
      <InlineSelect
        label="What is looked at"
        choices={FIELDS}
        value={leaf.field}
        disabled={disabled}
        onPick={(field) => onChange(leafFor(field as OrderField))}
      />
      {kind === "yes_no" ? null : (
        <InlineSelect
          label="How it is compared"
          choices={ops}
          value={leaf.op}
          disabled={disabled}
          onPick={(op) => onChange(withOp(leaf, op as ConditionOp))}
        />
      )}
      <ValueControl leaf={leaf} disabled={disabled} onChange={onChange} />
      {disabled ? null : (
        <IconButton label="Remove this condition" onClick={() => onChange(null)}>
          <Trash2 aria-hidden className="size-4" />
        </IconButton>
      )}
    </div>
  );
}

const YES_NO = [
  { value: "true", label: "yes" },
  { value: "false", label: "no" },
];
const PLACES = MARKETPLACES.map(({ marketplaceId, name }) => ({ value: marketplaceId, label: name }));

function ValueControl({ leaf, disabled, onChange }: LeafProps) {
  const { kind, choices } = FIELD_MEANINGS[leaf.field];
  const set = (value: Leaf["value"]) => onChange({ ...leaf, value });
  if (kind === "yes_no") {
    return (
      <InlineSelect
        label="Yes or no"
        choices={YES_NO}
        value={String(leaf.value)}
        disabled={disabled}
        onPick={(value) => set(value === "true")}
      />
    );
  }
  if (kind === "number") {
    return (
      <InlineNumber
        label="Value"
        value={Number(leaf.value)}
        least={0}
        most={1_000_000}
        disabled={disabled}
        onPick={set}
      />
    );
  }
  if (kind === "money") {
    return (
      <InlineNumber
        label="Amount"
        value={Number(leaf.value) / 100}
        least={0}
        most={1_000_000}
        step={0.01}
        disabled={disabled}
        onPick={(value) => set(Math.round(value * 100))}
      />
    );
  }
  if (kind === "choice") {
    const known = leaf.field === "marketplace" ? PLACES : (choices ?? []).map((value) => ({ value, label: value }));
    return (
      <InlineSelect
        label="Value"
        choices={[{ value: "", label: "choose" }, ...known]}
        value={String(leaf.value)}
        disabled={disabled}
        onPick={set}
      />
    );
  }
  return <InlineText label="Value" value={String(leaf.value)} disabled={disabled} onPick={set} className="w-44" />;
}

interface ProblemsProps {
  readonly problems: readonly FlowProblem[];
  readonly path: string;
  /** Also what is wrong with parts of it. */
  readonly deep?: boolean;
}

/** What is wrong, right where it is wrong. */
export function Problems({ problems, path, deep = false }: ProblemsProps) {
  const here = problems.filter((problem) => problem.path === path || (deep && problem.path.startsWith(`${path}.`)));
  if (here.length === 0) return null;
  return (
    <ul className="text-small text-refused">
      {here.map(({ path: at, message }) => (
        <li key={`${at} ${message}`}>{message}</li>
      ))}
    </ul>
  );
}
