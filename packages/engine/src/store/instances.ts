import type { Sql } from "./connect.ts";

/** Registers this process; leases are real time (DESIGN §8), hence the database's own clock. */
export async function registerInstance(sql: Sql, leaseSeconds: number): Promise<number> {
  const rows = await sql<{ no: number }[]>`
    insert into heed_engine.instance (alive_until)
    values (clock_timestamp() + make_interval(secs => ${leaseSeconds})) returning no`;
  return rows[0]?.no ?? 0;
}

/** Prolongs all leases of this process at once, also after another process took it for dead. */
export async function beat(sql: Sql, no: number, leaseSeconds: number): Promise<void> {
  await sql`
    insert into heed_engine.instance (no, alive_until)
    values (${no}, clock_timestamp() + make_interval(secs => ${leaseSeconds}))
    on conflict (no) do update set alive_until = excluded.alive_until`;
}

/**
 * Gives back what processes had leased that are gone; also what one leased by a statement that took effect after it
 * was found dead. Returns the number of items.
 */
export async function reclaim(sql: Sql, no: number): Promise<number> {
  return await sql.begin(async (tx) => {
    await tx`delete from heed_engine.instance where alive_until < clock_timestamp() and no <> ${no}`;
    await tx`
      delete from heed_engine.gate_hold h
      where not exists (select 1 from heed_engine.instance i where i.no = h.owner)`;
    const freed = await tx`
      update heed_engine.item set owner = null
      where owner is not null and not exists (select 1 from heed_engine.instance i where i.no = owner)`;
    return freed.count;
  });
}

/** Names of items that a process holds. */
export interface HeldItem {
  readonly runId: string;
  readonly step: string;
}

/**
 * Gives back what this process has leased without knowing: the lease took effect and its answer was lost on the way.
 * Without it such items would stay leased for as long as the process lives. Returns the number of items.
 */
export async function giveBackUnknown(sql: Sql, no: number, known: readonly HeldItem[]): Promise<number> {
  const ids = known.map(({ runId }) => runId);
  const steps = known.map(({ step }) => step);
  return await sql.begin(async (tx) => {
    await tx`
      delete from heed_engine.gate_hold h
      where h.owner = ${no} and not exists (
        select from unnest(${ids}::uuid[], ${steps}::text[]) as k (run_id, step)
        where k.run_id = h.run_id and k.step = h.step)`;
    const freed = await tx`
      update heed_engine.item i set owner = null
      where i.owner = ${no} and not exists (
        select from unnest(${ids}::uuid[], ${steps}::text[]) as k (run_id, step)
        where k.run_id = i.run_id and k.step = i.step)`;
    return freed.count;
  });
}

/** A clean stop: nothing waits for the lease to run out. */
export async function resign(sql: Sql, no: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`delete from heed_engine.gate_hold where owner = ${no}`;
    await tx`update heed_engine.item set owner = null where owner = ${no}`;
    await tx`delete from heed_engine.instance where no = ${no}`;
  });
}
