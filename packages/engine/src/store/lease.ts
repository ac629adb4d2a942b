import type { Sql, Tx } from "./connect.ts";

/** What an item of the queue stands for. */
export const itemKind = { call: 0, sleep: 1, wait: 2, invoke: 3 } as const;
export type ItemKind = (typeof itemKind)[keyof typeof itemKind];

/** A leased item with all that its call needs. */
export interface Lease {
  readonly runId: string;
  /** '' = call the function and see; else the hash of a planned step, a sleep or a wait. */
  readonly step: string;
  readonly kind: ItemKind;
  readonly attempt: number;
  /** Whether the item has slots of concurrency keys to give back. */
  readonly gated: boolean;
  readonly functionNo: number;
  /** Canonical JSON of the event. */
  readonly event: string;
  /** Hashes of the finished steps in the order of completion, and their answers beside. */
  readonly steps: readonly string[];
  readonly values: readonly string[];
  /** Whether other items of the run exist: then the SDK may only plan. */
  readonly siblings: boolean;
}

export interface LeaseRequest {
  readonly owner: number;
  readonly now: Date;
  readonly limit: number;
}

/** Names of leased items. */
export interface Taken {
  readonly runId: string;
  readonly step: string;
  readonly kind: ItemKind;
  readonly attempt: number;
}

/** Takes the earliest due items that have no concurrency key. */
export async function leaseItems(sql: Sql, request: LeaseRequest): Promise<readonly Lease[]> {
  const taken = await sql<Taken[]>`
    with picked as (
      select run_id, step from heed_engine.item
      where gate_a is null and owner is null and due_at <= ${request.now}
      order by due_at limit ${request.limit} for update skip locked
    )
    update heed_engine.item i set owner = ${request.owner}, again = false from picked p
    where i.run_id = p.run_id and i.step = p.step
    returning i.run_id as "runId", i.step, i.kind, i.attempt`;
  return await loadLeases(sql, taken);
}

interface RunFacts {
  readonly runId: string;
  readonly gated: boolean;
  readonly functionNo: number;
  readonly event: string;
  readonly steps: readonly string[];
  readonly values: readonly string[];
  readonly items: readonly string[];
}

/**
 * Loads what calls need, in a statement after the one that leased: what was finished before the lease is seen here,
 * what is finished after it sets `again`. One statement for both would miss what commits in between.
 */
export async function loadLeases(sql: Sql | Tx, taken: readonly Taken[]): Promise<readonly Lease[]> {
  if (taken.length === 0) return [];
  const rows = await sql<RunFacts[]>`
    select r.id as "runId", r.gate_a is not null as gated, r.function_no as "functionNo", r.event,
      coalesce(m.steps, '{}') as steps, coalesce(m.values, '{}') as values, coalesce(i.steps, '{}') as items
    from heed_engine.run r
    left join lateral (
      select array_agg(step order by seq) as steps, array_agg(value order by seq) as values
      from heed_engine.memo where run_id = r.id
    ) m on true
    left join lateral (select array_agg(step) as steps from heed_engine.item where run_id = r.id) i on true
    where r.id = any(${[...new Set(taken.map((one) => one.runId))]}::uuid[])`;
  const facts = new Map(rows.map((row) => [row.runId, row]));
  return taken.flatMap((one) => {
    const run = facts.get(one.runId);
    return run === undefined ? [] : [{ ...run, ...one, siblings: run.items.some((step) => step !== one.step) }];
  });
}
