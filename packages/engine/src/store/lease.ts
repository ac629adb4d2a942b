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

/** Takes the earliest due items that have no concurrency key. */
export async function leaseItems(sql: Sql, request: LeaseRequest): Promise<readonly Lease[]> {
  return await sql<Lease[]>`
    with picked as (
      select run_id, step from heed_engine.item
      where gate_a is null and owner is null and due_at <= ${request.now}
      order by due_at limit ${request.limit} for update skip locked
    ), leased as (
      update heed_engine.item i set owner = ${request.owner}, again = false from picked p
      where i.run_id = p.run_id and i.step = p.step
      returning i.run_id, i.step, i.kind, i.attempt
    )
    ${loadLeased(sql)}`;
}

/** The tail of a leasing statement: joins `leased` with run and memo. */
export function loadLeased(sql: Sql | Tx) {
  return sql`
    select l.run_id as "runId", l.step, l.kind, l.attempt, r.gate_a is not null as gated,
      r.function_no as "functionNo", r.event,
      coalesce(m.steps, '{}') as steps, coalesce(m.values, '{}') as values,
      exists (select 1 from heed_engine.item s where s.run_id = l.run_id and s.step <> l.step) as siblings
    from leased l
    join heed_engine.run r on r.id = l.run_id
    left join lateral (
      select array_agg(step order by seq) as steps, array_agg(value order by seq) as values
      from heed_engine.memo where run_id = l.run_id
    ) m on true`;
}
