"use client";

import { conditionWords } from "@heed/core/flow/flow-words";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page-header.tsx";
import { leafFor } from "./condition-edit.ts";
import { ConditionTree } from "./condition-tree.tsx";
import type { DraftProps } from "./flow-settings.tsx";

/** For which orders: the tree, and the same in words. */
export function ConditionPanel({ draft, problems, disabled, onChange }: DraftProps) {
  const { condition } = draft;
  const set = (next: typeof condition) => onChange({ ...draft, condition: next });
  return (
    <Panel title="For which orders" note={condition === null ? "Every order" : `If ${conditionWords(condition)}`}>
      <div className="px-4 pt-2 pb-4">
        {condition === null ? (
          <Button size="small" disabled={disabled} onClick={() => set({ all: [leafFor("refunded")] })}>
            Add condition
          </Button>
        ) : (
          <ConditionTree
            condition={condition}
            path="condition"
            problems={problems}
            disabled={disabled}
            onChange={set}
          />
        )}
      </div>
    </Panel>
  );
}
