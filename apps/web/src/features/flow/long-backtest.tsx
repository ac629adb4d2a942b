"use client";

import type { FlowVersion } from "@heed/core/flow/flow";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { count } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { pruned } from "./condition-edit.ts";
import { TrialResult } from "./trial-result.tsx";

const LOOK_AGAIN_MS = 1_500;

/** A backtest as a job: a bar with counts while it runs, then its result. */
export function LongBacktest({ draft }: { draft: FlowVersion }) {
  const api = useTRPC();
  const place = usePlace();
  const [id, setId] = useState<string | null>(null);
  const start = useMutation(api.flow.startBacktest.mutationOptions({ onSuccess: (made) => setId(made.id) }));
  const state = useQuery(
    api.flow.backtest.queryOptions(
      { ...place, id: id ?? "" },
      {
        enabled: id !== null,
        refetchInterval: ({ state: { data } }) => (data?.result == null ? LOOK_AGAIN_MS : false),
      },
    ),
  );
  const definition = { ...draft, condition: pruned(draft.condition) };
  if (id === null) {
    return (
      <Button busy={start.isPending} onClick={() => start.mutate({ ...place, days: 90, definition })}>
        Start the backtest
      </Button>
    );
  }
  if (state.data?.result != null) return <TrialResult result={state.data.result} expected={null} />;
  if (state.data?.failed === true)
    return <p className="text-small text-refused">The backtest did not finish. Start it again later.</p>;
  return <Progress done={state.data?.progress?.done ?? 0} total={state.data?.progress?.total ?? null} />;
}

function Progress({ done, total }: { done: number; total: number | null }) {
  return (
    <div className="text-small">
      <progress className="w-full" value={done} max={total ?? undefined} aria-label="Backtest" />
      <p role="status" className="text-ink-2 tabular-nums">
        {total === null ? "Waiting for its turn" : `${count(done)} of ${count(total)} orders`}
      </p>
    </div>
  );
}
