"use client";

import type { TriggerElement } from "../../ui/on-demand.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Mark } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { PART_LOOKS, type SystemPart } from "./system-words.ts";

export function SystemParts({ trigger, parts }: { trigger: TriggerElement; parts: readonly SystemPart[] }) {
  return (
    <Popover trigger={trigger} label="System state" align="end" className="w-80 p-2">
      <ul className="flex flex-col">
        {parts.map((part) => (
          <li key={part.name} className="flex gap-2.5 rounded-item px-2 py-2">
            <Mark {...PART_LOOKS[part.state]} className="mt-1.25" />
            <div className="min-w-0 flex-1">
              <div className="flex items-baseline justify-between gap-2">
                <span className="font-medium">{part.name}</span>
                {part.lastAt === null ? null : <Time at={part.lastAt} zone="UTC" className="text-small text-ink-3" />}
              </div>
              <p className="text-small text-ink-2">{part.meaning}</p>
            </div>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
