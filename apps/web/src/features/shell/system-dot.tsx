"use client";

import { useQuery } from "@tanstack/react-query";
import { lazy } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { OnDemand } from "../../ui/on-demand.tsx";
import { Mark } from "../../ui/state-mark.tsx";
import { useShell } from "./shell-data.ts";
import { PART_LOOKS, STATE_WORDS, systemParts, worstOf } from "./system-words.ts";

const REFRESH_MS = 30_000;
const load = () => import("./system-parts.tsx");
const SystemParts = lazy(() => load().then((module) => ({ default: module.SystemParts })));

/** Amazon, mail and engine in one mark with its word; what is wrong, and what it means for sending, behind it. */
export function SystemDot() {
  const api = useTRPC();
  const { here } = useShell();
  const { data } = useQuery(api.system.state.queryOptions({ workspace: here.slug }, { refetchInterval: REFRESH_MS }));
  const parts = data === undefined ? [] : systemParts(data);
  const state = worstOf(parts);
  const trigger = (
    <button
      type="button"
      className="flex h-8 items-center gap-1.5 rounded-item px-2 text-small text-ink-2 hover:bg-hover hover:text-ink max-sm:h-11"
    >
      <Mark {...PART_LOOKS[state]} />
      <span className="max-sm:sr-only">{STATE_WORDS[state]}</span>
    </button>
  );
  return (
    <OnDemand trigger={trigger} preload={load}>
      {(button) => <SystemParts trigger={button} parts={parts} />}
    </OnDemand>
  );
}
