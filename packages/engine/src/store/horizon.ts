import type { Sql } from "./connect.ts";

export interface Horizon {
  /** Something is due: queued, or leased by this or by another process. */
  readonly due: boolean;
  /** Something is due that another process has leased; it may be dead, and its lease not yet over. */
  readonly foreign: boolean;
  /** Epoch milliseconds of the next item that is not due yet. */
  readonly nextDue: number | null;
}

/** What the queue holds, seen from `now` by a process. */
export async function readHorizon(sql: Sql, now: Date, owner: number): Promise<Horizon> {
  const rows = await sql<{ due: boolean; foreign: boolean; nextDue: Date | null }[]>`
    select
      exists (select 1 from heed_engine.item where gate_a is null and due_at <= ${now})
        or exists (select 1 from heed_engine.item where gate_a is not null and due_at <= ${now}) as due,
      exists (select 1 from heed_engine.item where due_at <= ${now} and owner <> ${owner}) as "foreign",
      least(
        (select min(due_at) from heed_engine.item where gate_a is null and due_at > ${now} and due_at < 'infinity'),
        (select min(due_at) from heed_engine.item where gate_a is not null and due_at > ${now} and due_at < 'infinity')
      ) as "nextDue"`;
  const row = rows[0];
  return { due: row?.due ?? false, foreign: row?.foreign ?? false, nextDue: row?.nextDue?.getTime() ?? null };
}
