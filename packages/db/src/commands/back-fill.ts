import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, inArray } from "drizzle-orm";
import { type JobProgress, job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";

/** Amazon returns no order that is older. */
const OLDEST = { hours: 2 * 365 * 24 };
/** A search ends two minutes before now; a little more is on the safe side. */
const AMAZON_DELAY = { minutes: 5 };

export interface BackFill {
  readonly state: "waiting" | "running" | "paused" | "done" | "failed";
  readonly progress: JobProgress | null;
}

interface StoreAt {
  readonly storeId: string;
  readonly now: Instant;
}

/** Brings in the orders of up to two years, oldest first. One that is under way or paused stays as it is. */
export async function startBackFill(
  tx: TenantDb,
  { storeId, from, now }: StoreAt & { readonly from: Instant },
): Promise<void> {
  if ((await openBackFill(tx, storeId)) !== null) return;
  const oldest = now.subtract(OLDEST);
  const start = from.epochMilliseconds < oldest.epochMilliseconds ? oldest : from;
  const until = now.subtract(AMAZON_DELAY);
  if (start.epochMilliseconds >= until.epochMilliseconds)
    throw new AppError("INVALID", "There is nothing to bring in.");
  const span = { from: start.toString(), until: until.toString(), at: start.toString() };
  const progress: JobProgress = { done: 0, total: null, bad: 0, span };
  await tx.sql
    .insert(job)
    .values({ tenantId: tx.tenantId, kind: "back_fill", subject: storeId, runAt: now, progress })
    .onConflictDoNothing();
  await appendAudit(tx, {
    now,
    act: "store.back_fill_started",
    subject: `store:${storeId}`,
    after: { from: span.from },
  });
}

/** Ends the turn under way at its next page; what was brought in stays. @returns whether one was under way */
export async function pauseBackFill(tx: TenantDb, { storeId, now }: StoreAt): Promise<boolean> {
  const rows = await tx.sql
    .update(job)
    .set({ state: "paused" })
    .where(and(mine(tx, storeId), inArray(job.state, ["waiting", "running"])))
    .returning({ id: job.id });
  if (rows.length === 0) return false;
  await appendAudit(tx, { now, act: "store.back_fill_paused", subject: `store:${storeId}` });
  return true;
}

/** Goes on where it was paused. @returns whether one was */
export async function resumeBackFill(tx: TenantDb, { storeId, now }: StoreAt): Promise<boolean> {
  const rows = await tx.sql
    .update(job)
    .set({ state: "waiting", runAt: now })
    .where(and(mine(tx, storeId), eq(job.state, "paused")))
    .returning({ id: job.id });
  if (rows.length === 0) return false;
  await appendAudit(tx, { now, act: "store.back_fill_resumed", subject: `store:${storeId}` });
  return true;
}

/** The newest one of a store; null where there was none. */
export async function backFillOf(tx: TenantDb, storeId: string): Promise<BackFill | null> {
  const [row] = await tx.sql
    .select({ state: job.state, progress: job.progress })
    .from(job)
    .where(mine(tx, storeId))
    .orderBy(desc(job.id))
    .limit(1);
  return row ?? null;
}

async function openBackFill(tx: TenantDb, storeId: string): Promise<BackFill | null> {
  const newest = await backFillOf(tx, storeId);
  return newest !== null && ["waiting", "running", "paused"].includes(newest.state) ? newest : null;
}

/** In the transaction of the page that it covers, by the turn that holds the job. */
export async function noteBackFill(
  tx: TenantDb,
  { jobId, progress }: { jobId: string; progress: JobProgress },
): Promise<void> {
  await tx.sql
    .update(job)
    .set({ progress })
    .where(and(eq(job.tenantId, tx.tenantId), eq(job.id, jobId)));
}

function mine(tx: TenantDb, storeId: string) {
  return and(eq(job.tenantId, tx.tenantId), eq(job.kind, "back_fill"), eq(job.subject, storeId));
}
