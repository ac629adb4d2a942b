"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Mark, type Shape, type Tone } from "../../ui/state-mark.tsx";
import { Time } from "../../ui/time.tsx";
import { useShell } from "./shell-data.ts";
import { type PartState, systemParts, worstOf } from "./system-words.ts";

const REFRESH_MS = 30_000;

const LOOKS: Readonly<Record<PartState, { tone: Tone; shape: Shape; word: string }>> = {
  ok: { tone: "reached", shape: "disc", word: "All working" },
  trouble: { tone: "refused", shape: "square", word: "Trouble" },
  unknown: { tone: "rule", shape: "dash", word: "Not known yet" },
};

/** Amazon, mail and engine in one mark with its word; what is wrong, and what it means for sending, behind it. */
export function SystemDot() {
  const api = useTRPC();
  const { here } = useShell();
  const { data } = useQuery(api.system.state.queryOptions({ workspace: here.slug }, { refetchInterval: REFRESH_MS }));
  const parts = data === undefined ? [] : systemParts(data);
  const look = LOOKS[data === undefined ? "unknown" : worstOf(parts)];
  return (
    <Popover
      label="System state"
      align="end"
      className="w-80 p-2"
      trigger={
        <button
          type="button"
          className="flex h-8 items-center gap-1.5 rounded-item px-2 text-small text-ink-2 hover:bg-hover hover:text-ink max-sm:h-11"
        >
          <Mark tone={look.tone} shape={look.shape} />
          <span className="max-sm:sr-only">{look.word}</span>
        </button>
      }
    >
      <ul className="flex flex-col">
        {parts.map((part) => (
          <li key={part.name} className="flex gap-2.5 rounded-item px-2 py-2">
            <Mark tone={LOOKS[part.state].tone} shape={LOOKS[part.state].shape} className="mt-1.25" />
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
