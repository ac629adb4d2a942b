import type { Instant } from "@heed/core/time";
import { and, asc, eq, gt, inArray, isNotNull, lte, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { message } from "../schema/message.ts";
import { inboundMail } from "../schema/notice.ts";
import { job, outbox } from "../schema/work.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { appendEvents } from "./append-outbox.ts";
import { eachTenant } from "./each-tenant.ts";

/** A dispatched message whose run has not come by then is dispatched again. */
const LOST_AFTER = { minutes: 10 };
/** A claimed message whose outcome has not come by then is taken up. */
const STUCK_AFTER = { minutes: 15 };

interface Batch {
  readonly now: Instant;
  readonly limit: number;
}

export interface Recovered {
  readonly lost: number;
  readonly stuck: number;
  readonly jobs: number;
  readonly mails: number;
}

/**
 * Restores what an executor or a worker forgot: the schedule is data in Postgres, a run is disposable. Each found
 * message gets a new `order/due`; the run that comes finds `planned` and sends, or `sending` and treats the answer as lost.
 */
export async function recoverLost(db: Db, system: SystemDb, batch: Batch): Promise<Recovered> {
  const { now } = batch;
  const [lost, stuck, jobs, mails] = [
    await lostMessages(system, batch),
    await stuckMessages(system, batch),
    await deadJobs(system, batch),
    await unreadMails(system, batch),
  ];
  const tenants = Map.groupBy([...lost, ...stuck, ...jobs, ...mails], ({ tenantId }) => tenantId);
  await eachTenant(tenants, (tenantId) => {
    const of = (rows: readonly Found[]) => rows.filter((row) => row.tenantId === tenantId).map(({ id }) => id);
    return withTenant(db, systemAccess(tenantId), async (tx) => {
      await dispatchAgain(tx, of(lost), now);
      await takeUp(tx, of(stuck), now);
      await restartJobs(tx, of(jobs), now);
      await readAgain(tx, of(mails), now);
    });
  });
  return { lost: lost.length, stuck: stuck.length, jobs: jobs.length, mails: mails.length };
}

interface Found {
  readonly tenantId: string;
  readonly id: string;
}

function lostMessages(system: SystemDb, { now, limit }: Batch): Promise<Found[]> {
  return system.sql
    .select({ tenantId: message.tenantId, id: message.id })
    .from(message)
    .where(
      and(
        eq(message.state, "planned"),
        lte(message.dueAt, now.subtract(LOST_AFTER)),
        isNotNull(message.dispatchedAt),
        lte(message.dispatchedAt, now.subtract(LOST_AFTER)),
      ),
    )
    .orderBy(asc(message.dueAt))
    .limit(limit);
}

function stuckMessages(system: SystemDb, { now, limit }: Batch): Promise<Found[]> {
  return system.sql
    .select({ tenantId: message.tenantId, id: message.id })
    .from(message)
    .where(and(eq(message.state, "sending"), lte(message.claimedAt, now.subtract(STUCK_AFTER)), withoutJob))
    .orderBy(asc(message.claimedAt))
    .limit(limit);
}

function deadJobs(system: SystemDb, { now, limit }: Batch): Promise<Found[]> {
  return system.sql
    .select({ tenantId: job.tenantId, id: job.id })
    .from(job)
    .where(and(eq(job.state, "running"), lte(job.runAt, now)))
    .orderBy(asc(job.runAt))
    .limit(limit);
}

function unreadMails(system: SystemDb, { now, limit }: Batch): Promise<Found[]> {
  return system.sql
    .select({ tenantId: inboundMail.tenantId, id: inboundMail.id })
    .from(inboundMail)
    .where(and(eq(inboundMail.state, "received"), lte(inboundMail.receivedAt, now.subtract(LOST_AFTER))))
    .orderBy(asc(inboundMail.receivedAt))
    .limit(limit);
}

/** A lost answer that a job looks after is not stuck. */
const withoutJob = sql`not exists (
  select 1 from ${job} where ${job.tenantId} = ${message.tenantId} and ${job.subject} = ${message.id} and ${job.state} in ('waiting', 'running'))`;

async function dispatchAgain(tx: TenantDb, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.sql
    .update(message)
    .set({ dispatchedAt: now })
    .where(and(eq(message.tenantId, tx.tenantId), inArray(message.id, [...ids]), eq(message.state, "planned")))
    .returning({ id: message.id, storeId: message.storeId, planVersion: message.planVersion });
  await announce(tx, rows, now);
}

/** Moving `claimed_at` gives the new run its own 15 minutes. */
async function takeUp(tx: TenantDb, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.sql
    .update(message)
    .set({ claimedAt: now })
    .where(
      and(eq(message.tenantId, tx.tenantId), inArray(message.id, [...ids]), eq(message.state, "sending"), withoutJob),
    )
    .returning({ id: message.id, storeId: message.storeId, planVersion: message.planVersion });
  await announce(tx, rows, now);
}

async function announce(
  tx: TenantDb,
  rows: readonly { id: string; storeId: string; planVersion: number }[],
  now: Instant,
): Promise<void> {
  await appendEvents(
    tx,
    rows.map(({ id, storeId, planVersion }) => ({
      name: "order/due",
      data: { tenantId: tx.tenantId, storeId, messageId: id, planVersion },
    })),
    now,
  );
}

async function restartJobs(tx: TenantDb, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql
    .update(job)
    .set({ state: "waiting", runAt: now })
    .where(and(eq(job.tenantId, tx.tenantId), inArray(job.id, [...ids]), eq(job.state, "running")));
}

/** A run of the last announcement may still be trying; only after that span the mail is announced again. */
async function readAgain(tx: TenantDb, ids: readonly string[], now: Instant): Promise<void> {
  if (ids.length === 0) return;
  const name = "notice/received";
  const recent = await tx.sql
    .select({ id: sql<string>`${outbox.data}->>'inboundMailId'` })
    .from(outbox)
    .where(
      and(eq(outbox.tenantId, tx.tenantId), eq(outbox.name, name), gt(outbox.createdAt, now.subtract(STUCK_AFTER))),
    );
  const waiting = new Set(recent.map(({ id }) => id));
  await appendEvents(
    tx,
    ids
      .filter((id) => !waiting.has(id))
      .map((inboundMailId) => ({ name, data: { tenantId: tx.tenantId, inboundMailId } })),
    now,
  );
}
