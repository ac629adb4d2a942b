import type { NewRun } from "../run/plan-run.ts";
import { type Tx, timeText } from "./connect.ts";

/** Inserts runs with their first queue item. Leaves out those whose idempotency key was seen; returns what it started. */
export async function startRuns(tx: Tx, planned: readonly NewRun[], now: Date): Promise<readonly NewRun[]> {
  const runs = await keepUnseen(tx, planned, now);
  if (runs.length === 0) return runs;
  const parents = runs.map((run) => run.parent);
  await tx`
    with started as (
      insert into heed_engine.run (id, function_no, event, started_at, gate_a, gate_b, parent_run, parent_step)
      select id, function_no, event, ${now}, gate_a, gate_b, parent_run, parent_step
      from unnest(
        ${runs.map((run) => run.id)}::uuid[], ${runs.map((run) => run.functionNo)}::int[], ${runs.map((run) => run.event)}::text[],
        ${runs.map((run) => run.gateA)}::uuid[], ${runs.map((run) => run.gateB)}::uuid[],
        ${parents.map((parent) => parent?.run ?? null)}::uuid[], ${parents.map((parent) => parent?.step ?? null)}::text[]
      ) as planned (id, function_no, event, gate_a, gate_b, parent_run, parent_step)
      returning id, gate_a, gate_b
    )
    insert into heed_engine.item (run_id, step, kind, due_at, gate_a, gate_b)
    select id, '', 0, ${now}, gate_a, gate_b from started`;
  await insertWaiters(
    tx,
    runs.flatMap((run) => run.waiters.map((waiter) => ({ ...waiter, runId: run.id }))),
  );
  return runs;
}

async function keepUnseen(tx: Tx, runs: readonly NewRun[], now: Date): Promise<readonly NewRun[]> {
  const keys = runs.flatMap((run) => run.onceKey ?? []);
  if (keys.length === 0) return runs;
  const fresh = new Set(await insertSeen(tx, keys, now));
  return runs.filter((run) => run.onceKey === null || fresh.delete(run.onceKey));
}

/** Remembers keys; returns those that were new. */
export async function insertSeen(tx: Tx, keys: readonly string[], now: Date): Promise<readonly string[]> {
  const rows = await tx<{ key: string }[]>`
    insert into heed_engine.seen (key, seen_at) select key, ${now} from unnest(${keys}::uuid[]) as given (key)
    on conflict do nothing returning key`;
  return rows.map((row) => row.key);
}

export interface WaiterRow {
  readonly runId: string;
  readonly step: string;
  readonly n: number;
  readonly key: string;
  readonly expression: string | null;
  readonly until: number | null;
}

export async function insertWaiters(tx: Tx, waiters: readonly WaiterRow[]): Promise<void> {
  if (waiters.length === 0) return;
  await tx`
    insert into heed_engine.waiter (run_id, step, n, key, expression, until)
    select * from unnest(
      ${waiters.map((row) => row.runId)}::uuid[], ${waiters.map((row) => row.step)}::text[], ${waiters.map((row) => row.n)}::smallint[],
      ${waiters.map((row) => row.key)}::uuid[], ${waiters.map((row) => row.expression)}::text[],
      ${waiters.map((row) => timeText(row.until))}::timestamptz[]
    ) on conflict do nothing`;
}
