import type { Sql } from "./connect.ts";

export interface Horizon {
  /** Something is due: queued, or leased by this or by another process. */
  readonly busy: boolean;
  /** Epoch milliseconds of the next item that is not due yet. */
  readonly nextDue: number | null;
}

/** What the queue holds, seen from `now`. */
export async function readHorizon(sql: Sql, now: Date): Promise<Horizon> {
  const rows = await sql<{ busy: boolean; nextDue: Date | null }[]>`
    select
      exists (select 1 from heed_engine.item where gate_a is null and due_at <= ${now})
        or exists (select 1 from heed_engine.item where gate_a is not null and due_at <= ${now}) as busy,
      least(
        (select min(due_at) from heed_engine.item where gate_a is null and due_at > ${now} and due_at < 'infinity'),
        (select min(due_at) from heed_engine.item where gate_a is not null and due_at > ${now} and due_at < 'infinity')
      ) as "nextDue"`;
  const row = rows[0];
  return { busy: row?.busy ?? false, nextDue: row?.nextDue?.getTime() ?? null };
}
