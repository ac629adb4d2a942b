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
/** A store that was just connected has no order yet; its first ones change the answer without anybody typing. */
const LOOK_AGAIN_MS = 5_000;

/** Tries the definition on the orders of the last 90 days whenever it has changed. */
export function useTrial(draft: FlowVersion): Trial {
  const api = useTRPC();
  const { workspace, store } = usePlace();
  const [answer, setAnswer] = useState<TrialAnswer | null>(null);
  const { mutate, isPending, isError } = useMutation(api.flow.trial.mutationOptions());
  const definition = JSON.stringify({ ...draft, condition: pruned(draft.condition) });
  useEffect(() => {
    let current = true;
    let timer = setTimeout(ask, REST_MS);
    function ask() {
      const input = { workspace, store, days: DAYS, definition: JSON.parse(definition) as Record<string, unknown> };
      mutate(input, { onSuccess: tell });
    }
    function tell(next: TrialAnswer) {
      if (!current) return;
      setAnswer(next);
      if (next.kind === "result" && next.result.orders === 0) timer = setTimeout(ask, LOOK_AGAIN_MS);
    }
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [definition, workspace, store, mutate]);
  return { answer, busy: isPending, failed: isError };
}
