"use client";

import type { FlowVersion } from "@heed/core/flow/flow";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Outputs } from "../../server/routers/app.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { usePlace } from "../shell/shell-data.ts";
import { pruned } from "./condition-edit.ts";

export type TrialAnswer = Outputs["flow"]["trial"];

export interface Trial {
  /** The last answer; stays while the next one is on its way. */
  readonly answer: TrialAnswer | null;
  readonly busy: boolean;
  readonly failed: boolean;
}

/** Typing goes on; the trial follows when one rests. */
const REST_MS = 500;
const DAYS = 90;

/** Tries the definition on the orders of the last 90 days whenever it has changed. */
export function useTrial(draft: FlowVersion): Trial {
  const api = useTRPC();
  const { workspace, store } = usePlace();
  const [answer, setAnswer] = useState<TrialAnswer | null>(null);
  const { mutate, isPending, isError } = useMutation(api.flow.trial.mutationOptions());
  const definition = JSON.stringify({ ...draft, condition: pruned(draft.condition) });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      const input = { workspace, store, days: DAYS, definition: JSON.parse(definition) as Record<string, unknown> };
      mutate(input, { onSuccess: (next) => (current ? setAnswer(next) : undefined) });
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [definition, workspace, store, mutate]);
  return { answer, busy: isPending, failed: isError };
}
