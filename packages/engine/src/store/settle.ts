import type { NewRun, NewWaiter } from "../run/plan-run.ts";
import { type Sql, type Tx, timeText } from "./connect.ts";
import type { ItemKind } from "./lease.ts";
import { insertWaiters, startRuns } from "./start-runs.ts";

/** What a call changes, written in one transaction with those of other runs. */
export interface Settlement {
  readonly runId: string;
  readonly step: string;
  readonly gated: boolean;
  readonly siblings: boolean;
  readonly memos: readonly Memo[];
  readonly spawn: readonly NewItem[];
  readonly start: readonly NewRun[];
  readonly next: Next;
}

export interface Memo {
  readonly step: string;
  /** The fragment `{"data":…,"type":"data"}` or `{"error":…,"type":"error"}`. */
  readonly value: string;
}

export interface NewItem {
  readonly step: string;
  readonly kind: ItemKind;
  /** Epoch milliseconds; null = only an event or a result wakes it. */
  readonly due: number | null;
  readonly waiter: NewWaiter | null;
}

/**
 * | next     | the leased item                              | the run                                   |
 * |----------|----------------------------------------------|-------------------------------------------|
 * | keep     | stays leased, its process goes on with it    | goes on                                   |
 * | drop     | deleted (queued anew if `again` was set)     | waits for what was planned                |
 * | discover | deleted                                      | is called to see what comes next          |
 * | retry    | given back, due later, attempt + 1           | goes on                                   |
 * | complete | deleted with all of the run                  | deleted; a waiting parent gets the result |
 * | fail     | deleted                                      | kept as failed; a parent gets the error   |
 */
export type Next =
  | { readonly kind: "keep" | "drop" | "discover" }
  | { readonly kind: "retry"; readonly due: number; readonly attempt: number }
  | { readonly kind: "complete" | "fail"; readonly result: string };

export interface SettleContext {
  readonly owner: number;
  readonly now: Date;
}

/**
 * Applies settlements whose lease is still held. Answers for each whether it was. The statements are sent without
 * waiting for each other (one connection runs them in order), so that a flush costs four round trips.
 */
export async function settle(
  sql: Sql,
  all: readonly Settlement[],
  context: SettleContext,
): Promise<readonly boolean[]> {
  return await sql.begin(async (tx) => {
    const [, held] = await Promise.all([lockRuns(tx, all), lockItems(tx, all, context.owner)]);
    const live = all.filter((one) => held.has(itemKey(one)));
    await advanceRuns(tx, { live, held, now: context.now });
    await endRuns(tx, { live, held, now: context.now });
    await startRuns(
      tx,
      live.flatMap((one) => one.start),
      context.now,
    );
    return all.map((one) => held.has(itemKey(one)));
  });
}

interface Applying {
  readonly live: readonly Settlement[];
  readonly held: ReadonlyMap<string, Held>;
  readonly now: Date;
}

interface Held {
  /** Something finished while the call was under way. */
  readonly again: boolean;
  /** Another run waits for this one. */
  readonly child: boolean;
}

function itemKey(item: { readonly runId: string; readonly step: string }): string {
  return `${item.runId}/${item.step}`;
}

function runIds(live: readonly Settlement[], ...kinds: readonly Next["kind"][]): readonly string[] {
  return live.filter((one) => kinds.includes(one.next.kind)).map((one) => one.runId);
}

/** Two processes that settle branches of one run must not pass each other: one could plan what the other just finished. */
async function lockRuns(tx: Tx, all: readonly Settlement[]): Promise<void> {
  const ids = all.filter((one) => one.siblings).map((one) => one.runId);
  if (ids.length > 0) await tx`select 1 from heed_engine.run where id = any(${ids}::uuid[]) order by id for update`;
}

/** The items that this process still holds. */
async function lockItems(tx: Tx, all: readonly Settlement[], owner: number): Promise<ReadonlyMap<string, Held>> {
  const rows = await tx<(Held & { runId: string; step: string })[]>`
    select i.run_id as "runId", i.step, i.again, r.parent_run is not null as child
    from unnest(${all.map((one) => one.runId)}::uuid[], ${all.map((one) => one.step)}::text[]) as given (run_id, step)
    join heed_engine.item i on i.run_id = given.run_id and i.step = given.step
    join heed_engine.run r on r.id = i.run_id
    where i.owner = ${owner}
    order by i.run_id, i.step for update of i`;
  return new Map(rows.map((row) => [itemKey(row), row]));
}

/**
 * Each of these is one statement, and they take effect in this order: a step is planned only if no answer of it is
 * there, and a run is called anew only after the item of its last call is gone.
 */
async function advanceRuns(tx: Tx, { live, held, now }: Applying): Promise<void> {
  const going = live.filter((one) => one.next.kind !== "complete" && one.next.kind !== "fail");
  const isGone = (one: Settlement) =>
    one.next.kind === "discover" || (one.next.kind === "drop" && held.get(itemKey(one))?.again !== true);
  const gone = going.filter(isGone);
  const back = going.flatMap((one) => {
    if (one.next.kind === "retry") return [{ ...one, due: one.next.due, attempt: one.next.attempt }];
    return one.next.kind === "drop" && !isGone(one) ? [{ ...one, due: now.getTime(), attempt: 0 }] : [];
  });
  const spawned = going.flatMap((one) => one.spawn.map((item) => ({ ...item, runId: one.runId })));
  await Promise.all([
    insertMemos(
      tx,
      going.flatMap((one) => one.memos.map((memo) => ({ ...memo, runId: one.runId }))),
    ),
    deleteItems(tx, gone),
    giveBack(tx, back),
    freeGates(
      tx,
      [...gone, ...back].filter((one) => one.gated),
    ),
    spawnItems(tx, spawned),
    insertWaiters(
      tx,
      spawned.flatMap((item) => (item.waiter === null ? [] : [{ ...item.waiter, runId: item.runId }])),
    ),
    discover(tx, runIds(going, "discover"), now),
  ]);
}

export async function insertMemos(tx: Tx, memos: readonly (Memo & { readonly runId: string })[]): Promise<void> {
  if (memos.length === 0) return;
  await tx`
    insert into heed_engine.memo (run_id, step, value)
    select * from unnest(
      ${memos.map((memo) => memo.runId)}::uuid[], ${memos.map((memo) => memo.step)}::text[], ${memos.map((memo) => memo.value)}::text[]
    ) on conflict do nothing`;
}

async function deleteItems(tx: Tx, gone: readonly Settlement[]): Promise<void> {
  if (gone.length === 0) return;
  await tx`
    delete from heed_engine.item i
    using unnest(${gone.map((one) => one.runId)}::uuid[], ${gone.map((one) => one.step)}::text[]) as given (run_id, step)
    where i.run_id = given.run_id and i.step = given.step`;
}

async function giveBack(
  tx: Tx,
  back: readonly (Settlement & { readonly due: number; readonly attempt: number })[],
): Promise<void> {
  if (back.length === 0) return;
  await tx`
    update heed_engine.item i set owner = null, again = false, due_at = given.due_at, attempt = given.attempt
    from unnest(
      ${back.map((one) => one.runId)}::uuid[], ${back.map((one) => one.step)}::text[],
      ${back.map((one) => timeText(one.due))}::timestamptz[], ${back.map((one) => one.attempt)}::smallint[]
    ) as given (run_id, step, due_at, attempt)
    where i.run_id = given.run_id and i.step = given.step`;
}

async function freeGates(tx: Tx, items: readonly Settlement[]): Promise<void> {
  if (items.length === 0) return;
  await tx`
    delete from heed_engine.gate_hold h
    using unnest(${items.map((one) => one.runId)}::uuid[], ${items.map((one) => one.step)}::text[]) as given (run_id, step)
    where h.run_id = given.run_id and h.step = given.step`;
}

/** A step that is already planned or finished is left as it is: a late answer may report it once more. */
async function spawnItems(tx: Tx, items: readonly (NewItem & { readonly runId: string })[]): Promise<void> {
  if (items.length === 0) return;
  await tx`
    insert into heed_engine.item (run_id, step, kind, due_at, gate_a, gate_b)
    select given.run_id, given.step, given.kind, coalesce(given.due_at, 'infinity'), r.gate_a, r.gate_b
    from unnest(
      ${items.map((item) => item.runId)}::uuid[], ${items.map((item) => item.step)}::text[], ${items.map((item) => item.kind)}::smallint[],
      ${items.map((item) => timeText(item.due))}::timestamptz[]
    ) as given (run_id, step, kind, due_at)
    join heed_engine.run r on r.id = given.run_id
    where not exists (select 1 from heed_engine.memo m where m.run_id = given.run_id and m.step = given.step)
    on conflict do nothing`;
}

/** Sees to it that the runs are called: a call that is under way now is followed by another. */
export async function discover(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx`
    insert into heed_engine.item (run_id, step, kind, due_at, gate_a, gate_b)
    select id, '', 0, ${now}, gate_a, gate_b from heed_engine.run where id = any(${ids}::uuid[]) and ended_at is null
    on conflict (run_id, step) do update set again = true`;
}

async function endRuns(tx: Tx, { live, held, now }: Applying): Promise<void> {
  const ended = live.flatMap((one) =>
    one.next.kind === "complete" || one.next.kind === "fail" ? [{ ...one, next: one.next }] : [],
  );
  if (ended.length === 0) return;
  const children = ended.filter((one) => held.get(itemKey(one))?.child === true);
  if (children.length > 0) await tellParents(tx, children, now);
  await Promise.all([
    clearRuns(
      tx,
      ended.map((one) => one.runId),
    ),
    deleteRuns(tx, runIds(ended, "complete")),
    markFailed(
      tx,
      ended.filter((one) => one.next.kind === "fail"),
      now,
    ),
  ]);
}

async function deleteRuns(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx`delete from heed_engine.run where id = any(${ids}::uuid[])`;
}

type Ended = Settlement & { readonly next: { readonly kind: "complete" | "fail"; readonly result: string } };

async function markFailed(tx: Tx, failed: readonly Ended[], now: Date): Promise<void> {
  if (failed.length === 0) return;
  await tx`
    update heed_engine.run r set ended_at = ${now}, outcome = 'failed', error = given.error
    from unnest(${failed.map((one) => one.runId)}::uuid[], ${failed.map((one) => one.next.result)}::text[]) as given (id, error)
    where r.id = given.id`;
}

/** Deletes all that a run has beside its own row. */
export async function clearRuns(tx: Tx, ids: readonly string[]): Promise<void> {
  await Promise.all([
    tx`delete from heed_engine.item where run_id = any(${ids}::uuid[])`,
    tx`delete from heed_engine.memo where run_id = any(${ids}::uuid[])`,
    tx`delete from heed_engine.waiter where run_id = any(${ids}::uuid[])`,
    tx`delete from heed_engine.gate_hold where run_id = any(${ids}::uuid[])`,
  ]);
}

async function tellParents(tx: Tx, ended: readonly Ended[], now: Date): Promise<void> {
  const results = new Map(ended.map((one) => [one.runId, one.next]));
  const rows = await tx<{ id: string; runId: string; step: string }[]>`
    with parents as (
      select id, parent_run, parent_step from heed_engine.run
      where id = any(${[...results.keys()]}::uuid[]) and parent_run is not null
    )
    delete from heed_engine.item i using parents p where i.run_id = p.parent_run and i.step = p.parent_step
    returning p.id, i.run_id as "runId", i.step`;
  if (rows.length === 0) return;
  const memos = rows.map((row) => {
    const next = results.get(row.id);
    const value =
      next?.kind === "complete"
        ? `{"data":${next.result},"type":"data"}`
        : `{"error":${next?.result ?? "{}"},"type":"error"}`;
    return { runId: row.runId, step: row.step, value };
  });
  await insertMemos(tx, memos);
  await discover(tx, [...new Set(memos.map((memo) => memo.runId))], now);
}
