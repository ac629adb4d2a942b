import { holds } from "../expression/evaluate.ts";
import { type Expression, parseExpression } from "../expression/parse.ts";
import { eventKey } from "../ids.ts";
import type { AppFunction } from "../run/app-function.ts";
import type { ReadyEvent } from "../run/event.ts";
import { arrivalKeys, planRuns } from "../run/plan-run.ts";
import type { Sql, Tx } from "./connect.ts";
import { clearRuns, discover, insertMemos } from "./settle.ts";
import { insertSeen, startRuns } from "./start-runs.ts";

export interface IngestContext {
  readonly functions: readonly AppFunction[];
  /** Epoch milliseconds of the engine's clock. */
  readonly now: number;
}

/** Takes in events in one transaction: starts runs, cancels runs, wakes waiting steps. Returns how many were new. */
export async function ingest(sql: Sql, events: readonly ReadyEvent[], context: IngestContext): Promise<number> {
  return await sql.begin(async (tx) => {
    const fresh = await keepFresh(tx, events, context);
    const at = new Date(context.now);
    const startedBy = new Map<string, number>();
    const planned = fresh.flatMap((event, index) => {
      const runs = planRuns(context.functions, event, context.now);
      for (const run of runs) startedBy.set(run.id, index);
      return runs;
    });
    await startRuns(tx, planned, at);
    const matches = await findMatches(tx, fresh, { ...context, startedBy });
    await cancelRuns(tx, matches.cancel, at);
    await wakeSteps(tx, matches.wake, at);
    if (fresh.length > 0) await tx`select pg_notify('heed_engine', '')`;
    return fresh.length;
  });
}

async function keepFresh(
  tx: Tx,
  events: readonly ReadyEvent[],
  context: IngestContext,
): Promise<readonly ReadyEvent[]> {
  const keys = events.map((event) => eventKey(event.value.id));
  const fresh = new Set(await insertSeen(tx, keys, new Date(context.now)));
  return events.filter((_, index) => fresh.delete(keys[index] ?? ""));
}

interface Waiter {
  readonly runId: string;
  readonly step: string;
  readonly n: number;
  readonly key: string;
  readonly expression: string | null;
  readonly functionNo: number;
  readonly event: string;
}

interface Matches {
  readonly cancel: readonly string[];
  readonly wake: readonly { readonly runId: string; readonly step: string; readonly event: string }[];
}

interface MatchContext extends IngestContext {
  /** The run that an event of this very batch started, and the event's place: an earlier event cannot cancel it. */
  readonly startedBy: ReadonlyMap<string, number>;
}

async function findMatches(tx: Tx, events: readonly ReadyEvent[], context: MatchContext): Promise<Matches> {
  const keysOf = events.map((event) => arrivalKeys(context.functions, event.value));
  const waiters = await listWaiters(tx, [...new Set(keysOf.flat())], new Date(context.now));
  const hits = waiters.flatMap((waiter) => {
    const index = events.findIndex(
      (event, at) => keysOf[at]?.includes(waiter.key) === true && isMet(waiter, { event, at }, context),
    );
    const event = events[index];
    return event === undefined ? [] : [{ runId: waiter.runId, step: waiter.step, event: event.text }];
  });
  return {
    cancel: [...new Set(hits.filter((hit) => hit.step === "").map((hit) => hit.runId))],
    wake: hits.filter((hit) => hit.step !== ""),
  };
}

function isMet(
  waiter: Waiter,
  arrival: { readonly event: ReadyEvent; readonly at: number },
  context: MatchContext,
): boolean {
  if ((context.startedBy.get(waiter.runId) ?? -1) >= arrival.at) return false;
  return holds(expressionOf(waiter, context.functions), {
    event: JSON.parse(waiter.event),
    async: arrival.event.value,
  });
}

async function listWaiters(tx: Tx, keys: readonly string[], now: Date): Promise<readonly Waiter[]> {
  return await tx<Waiter[]>`
    select w.run_id as "runId", w.step, w.n, w.key, w.expression, r.function_no as "functionNo", r.event
    from heed_engine.waiter w join heed_engine.run r on r.id = w.run_id
    where w.key = any(${keys}::uuid[]) and (w.until is null or w.until >= ${now}) and r.ended_at is null`;
}

function expressionOf(waiter: Waiter, functions: readonly AppFunction[]): Expression | null {
  if (waiter.step !== "") return waiter.expression === null ? null : parseExpression(waiter.expression);
  return functions.find((fn) => fn.no === waiter.functionNo)?.cancel[waiter.n]?.expression ?? null;
}

async function cancelRuns(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await clearRuns(tx, ids);
  await tx`
    update heed_engine.run set ended_at = ${now}, outcome = 'cancelled'
    where id = any(${ids}::uuid[]) and ended_at is null`;
}

async function wakeSteps(tx: Tx, steps: Matches["wake"], now: Date): Promise<void> {
  if (steps.length === 0) return;
  const woken = await tx<{ runId: string; step: string }[]>`
    delete from heed_engine.item i
    using unnest(${steps.map((one) => one.runId)}::uuid[], ${steps.map((one) => one.step)}::text[]) as given (run_id, step)
    where i.run_id = given.run_id and i.step = given.step and i.kind = 2
    returning i.run_id as "runId", i.step`;
  const found = new Set(woken.map((one) => `${one.runId}/${one.step}`));
  const live = steps.filter((one) => found.has(`${one.runId}/${one.step}`));
  await insertMemos(
    tx,
    live.map((one) => ({ runId: one.runId, step: one.step, value: `{"data":${one.event},"type":"data"}` })),
  );
  await discover(tx, [...new Set(live.map((one) => one.runId))], now);
}
