"use client";

import type { FlowVersion } from "@heed/core/flow/flow";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "../../trpc/client.tsx";
import { Button } from "../../ui/button.tsx";
import { count, counted } from "../number-words.ts";
import { usePlace } from "../shell/shell-data.ts";
import { pruned } from "./condition-edit.ts";
import { TrialResult } from "./trial-result.tsx";

const LOOK_AGAIN_MS = 1_500;

/** A backtest as a job: a bar with counts and time left while it runs, then its result. It is found again on return. */
export function LongBacktest({ draft }: { draft: FlowVersion }) {
  const api = useTRPC();
  const place = usePlace();
  const definition = { ...draft, condition: pruned(draft.condition) };
  const client = useQueryClient();
  const last = api.flow.lastBacktest.queryOptions({ ...place, flowKey: draft.flowKey });
  const { data: found } = useQuery(last);
  const start = useMutation(
    api.flow.startBacktest.mutationOptions({
      onSuccess: () => client.invalidateQueries(last),
    }),
  );
  if (found === undefined) return null;
  const isThis = found !== null && sameJson(found.definition, definition);
  return (
    <>
      {isThis ? null : (
        <Button busy={start.isPending} onClick={() => start.mutate({ ...place, days: 90, definition })}>
          Start the backtest
        </Button>
      )}
      {found === null ? null : <Running id={found.id} isThis={isThis} />}
    </>
  );
}

/** Postgres keeps the content of a definition, not the order of its fields. */
function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, part]) => [name, sorted(part)]));
}

function Running({ id, isThis }: { id: string; isThis: boolean }) {
  const api = useTRPC();
  const place = usePlace();
  const { data } = useQuery(
    api.flow.backtest.queryOptions(
      { ...place, id },
      { refetchInterval: ({ state }) => (state.data?.result == null ? LOOK_AGAIN_MS : false) },
    ),
  );
  if (data?.failed === true)
    return <p className="text-small text-refused">The backtest did not finish. Start it again later.</p>;
  return (
    <>
      {isThis ? null : (
        <p className="text-small text-ink-2">This one is of the flow as it stood before you changed it.</p>
      )}
      {data?.result == null ? (
        <Progress done={data?.progress?.done ?? 0} total={data?.progress?.total ?? null} />
      ) : (
        <TrialResult result={data.result} expected={data.expected} />
      )}
    </>
  );
}

function Progress({ done, total }: { done: number; total: number | null }) {
  const left = useTimeLeft(done, total);
  return (
    <div className="text-small">
      <progress className="w-full" value={done} max={total ?? undefined} aria-label="Backtest" />
      <p role="status" className="text-ink-2 tabular-nums">
        {total === null ? "Waiting for its turn" : `${count(done)} of ${count(total)} orders`}
        {left === null ? "" : `, about ${left} left`}
      </p>
    </div>
  );
}

/** By the pace since this page first looked. */
function useTimeLeft(done: number, total: number | null): string | null {
  const [first] = useState(() => ({ at: Date.now(), done }));
  const gained = done - first.done;
  if (total === null || gained <= 0) return null;
  const seconds = ((total - done) * (Date.now() - first.at)) / gained / 1_000;
  return seconds < 90 ? counted(Math.max(1, Math.ceil(seconds)), "second") : counted(Math.ceil(seconds / 60), "minute");
}
