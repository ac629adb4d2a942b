import type { Instant } from "@heed/core/time";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { message } from "../schema/message.ts";
import { store } from "../schema/store.ts";
import { job } from "../schema/work.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { appendEvents } from "./append-outbox.ts";
import { eachTenant } from "./each-tenant.ts";

export interface DispatchInput {
  readonly now: Instant;
  /** At most this many messages of one tenant in one go, so that a large tenant cannot starve the others. */
  readonly perTenant: number;
  readonly limit: number;
}

export interface Dispatched {
  readonly messages: number;
  readonly jobs: number;
  readonly stores: number;
}

/** A run sleeps for the rest of this span; longer waits stay in Postgres. */
const HORIZON = { hours: 1 };

/** A job or a sync that dies is due again after this span; one that ends sets its own next time. */
const WORK_LEASE = { minutes: 30 };

/** Writes the events for what falls due within the hour: messages, jobs and stores to sync. */
export async function dispatchDue(db: Db, system: SystemDb, input: DispatchInput): Promise<Dispatched> {
  const due = await dueByTenant(system, input);
  const counts = { messages: 0, jobs: 0, stores: 0 };
  await eachTenant(due, (tenantId, work) =>
    withTenant(db, systemAccess(tenantId), async (tx) => {
      counts.messages += await dispatchMessages(tx, work.messages, input.now);
      counts.jobs += await dispatchJobs(tx, work.jobs, input.now);
      counts.stores += await dispatchStores(tx, work.stores, input.now);
    }),
  );
  return counts;
}

interface DueWork {
  readonly messages: string[];
  readonly jobs: string[];
  readonly stores: string[];
}

async function dueByTenant(system: SystemDb, input: DispatchInput): Promise<Map<string, DueWork>> {
  const { now, limit } = input;
  const messages = await dueMessages(system, input);
  const jobs = await system.sql
    .select({ tenantId: job.tenantId, id: job.id })
    .from(job)
    .where(and(eq(job.state, "waiting"), sql`${job.runAt} <= ${now.toString()}`))
    .orderBy(asc(job.runAt))
    .limit(limit);
  const stores = await system.sql
    .select({ tenantId: store.tenantId, id: store.id })
    .from(store)
    .where(and(sql`${store.nextSyncAt} <= ${now.toString()}`, eq(store.authorisation, "active")))
    .orderBy(asc(store.nextSyncAt))
    .limit(limit);
  const work = new Map<string, DueWork>();
  const of = (tenantId: string): DueWork => {
    const entry = work.get(tenantId) ?? { messages: [], jobs: [], stores: [] };
    work.set(tenantId, entry);
    return entry;
  };
  for (const row of messages) of(row.tenantId).messages.push(row.id);
  for (const row of jobs) of(row.tenantId).jobs.push(row.id);
  for (const row of stores) of(row.tenantId).stores.push(row.id);
  return work;
}

/** The oldest due ones of each tenant: fair, because the rank within the tenant limits them, not their age over all. */
async function dueMessages(system: SystemDb, { now, perTenant, limit }: DispatchInput) {
  const ranked = system.sql
    .select({
      tenantId: message.tenantId,
      id: message.id,
      rank: sql<number>`row_number() over (partition by ${message.tenantId} order by ${message.dueAt})`.as("rank"),
    })
    .from(message)
    .where(
      and(
        eq(message.state, "planned"),
        isNull(message.dispatchedAt),
        sql`${message.dueAt} <= ${now.add(HORIZON).toString()}`,
      ),
    )
    .as("ranked");
  return system.sql
    .select({ tenantId: ranked.tenantId, id: ranked.id })
    .from(ranked)
    .where(sql`${ranked.rank} <= ${perTenant}`)
    .orderBy(asc(ranked.rank))
    .limit(limit);
}

async function dispatchMessages(tx: TenantDb, ids: readonly string[], now: Instant): Promise<number> {
  if (ids.length === 0) return 0;
  const free = tx.sql
    .select({ id: message.id })
    .from(message)
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        inArray(message.id, [...ids]),
        eq(message.state, "planned"),
        isNull(message.dispatchedAt),
      ),
    )
    .for("update", { skipLocked: true });
  const rows = await tx.sql
    .update(message)
    .set({ dispatchedAt: now })
    .where(and(eq(message.tenantId, tx.tenantId), inArray(message.id, free)))
    .returning({ id: message.id, storeId: message.storeId, planVersion: message.planVersion });
  await appendEvents(
    tx,
    rows.map(({ id, storeId, planVersion }) => ({
      name: "order/due",
      data: { tenantId: tx.tenantId, storeId, messageId: id, planVersion },
    })),
    now,
  );
  return rows.length;
}

async function dispatchJobs(tx: TenantDb, ids: readonly string[], now: Instant): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx.sql
    .update(job)
    .set({ state: "running", attempt: sql`${job.attempt} + 1`, runAt: now.add(WORK_LEASE) })
    .where(and(eq(job.tenantId, tx.tenantId), inArray(job.id, [...ids]), eq(job.state, "waiting")))
    .returning({ id: job.id, attempt: job.attempt });
  await appendEvents(
    tx,
    rows.map(({ id, attempt }) => ({ name: "job/due", data: { tenantId: tx.tenantId, jobId: id, attempt } })),
    now,
  );
  return rows.length;
}

async function dispatchStores(tx: TenantDb, ids: readonly string[], now: Instant): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx.sql
    .update(store)
    .set({ nextSyncAt: now.add(WORK_LEASE) })
    .where(
      and(eq(store.tenantId, tx.tenantId), inArray(store.id, [...ids]), sql`${store.nextSyncAt} <= ${now.toString()}`),
    )
    .returning({ id: store.id });
  await appendEvents(
    tx,
    rows.map(({ id }) => ({ name: "store/sync", data: { tenantId: tx.tenantId, storeId: id } })),
    now,
  );
  return rows.length;
}
