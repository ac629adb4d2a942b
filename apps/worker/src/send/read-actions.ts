import { AppError } from "@heed/core/errors";
import type { Intent } from "@heed/core/message/intent";
import { type Instant, Temporal } from "@heed/core/time";
import { countOffer } from "@heed/db/commands/claim-message";
import { closeJob, lockJob } from "@heed/db/commands/job";
import type { Outcome } from "@heed/db/commands/record-outcome";
import { loadSendWork, type SendWork } from "@heed/db/queries/send-work";
import { loadStoreWork } from "@heed/db/queries/store-work";
import { systemAccess } from "@heed/db/system-db";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";
import { writeOutcomeIn } from "./call-lane.ts";
import { isPastReading, nextRead, OFFERS_THAT_PROVE } from "./read-schedule.ts";

export interface ReadInput {
  readonly tenantId: string;
  readonly jobId: string;
  /** Of the job: a run of an earlier one finds nothing to do. */
  readonly attempt: number;
  readonly messageId: string;
}

interface LostCall {
  readonly work: SendWork;
  readonly intent: Intent;
}

/**
 * Reads what Amazon offers for an order whose solicitation was lost:
 *
 * | read                                    | becomes                         |
 * |-----------------------------------------|---------------------------------|
 * | offered, for the second time            | planned once more               |
 * | offered for the first time, not offered | read again at the next time     |
 * | the last read, not offered twice        | unknown: shown, never repeated  |
 *
 * What was read, its count and the job change in one transaction: a read that dies is no read.
 */
export async function readActionsAfterLoss(worker: Worker, input: ReadInput): Promise<{ readonly ended: string }> {
  const access = systemAccess(input.tenantId);
  const lost = await withTenant(worker.db, access, (tx) => loadLost(tx, input.messageId, worker.clock.now()));
  const offered = lost !== null && (await isOffered(worker, input.tenantId, lost));
  return withTenant(worker.db, access, async (tx) => {
    if (!(await lockJob(tx, input))) return { ended: "nothing to do" };
    const now = worker.clock.now();
    const still = await loadLost(tx, input.messageId, now);
    const next =
      still === null || still.intent.at !== lost?.intent.at ? null : await judge(tx, still, { offered, now });
    await closeJob(tx, { jobId: input.jobId, runAgainAt: next });
    return { ended: next === null ? "done" : "again" };
  });
}

async function loadLost(tx: TenantDb, messageId: string, now: Instant): Promise<LostCall | null> {
  const work = await loadSendWork(tx, { messageId, now });
  if (work?.message.state !== "sending" || work.message.intent === null) return null;
  return { work, intent: work.message.intent };
}

/** An answer that no repeat will better (the order or the permission is gone) counts as not offered. */
async function isOffered(worker: Worker, tenantId: string, { work, intent }: LostCall): Promise<boolean> {
  if (isPastReading(Temporal.Instant.from(intent.at), worker.clock.now())) return false;
  const store = await withTenant(worker.db, systemAccess(tenantId), (tx) =>
    loadStoreWork(tx, { storeId: work.message.storeId, ring: worker.ring }),
  );
  const { orderId, marketplaceId } = work.facts.order;
  try {
    return (await worker.gateways.forStore(tenantId, store).getSolicitationActions(orderId, marketplaceId)).offered;
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    worker.log.warn({ error, tenantId, messageId: work.message.id }, "Amazon's actions cannot be read");
    return false;
  }
}

interface Read {
  readonly offered: boolean;
  readonly now: Instant;
}

/** @returns when to read again; null when the message is decided */
async function judge(tx: TenantDb, { work, intent }: LostCall, { offered, now }: Read): Promise<Instant | null> {
  const offers = offered ? await countOffer(tx, work.message.id) : work.message.stillOffered;
  const proven = offers >= OFFERS_THAT_PROVE;
  const next = proven ? null : nextRead(Temporal.Instant.from(intent.at), now);
  if (next !== null) return next;
  const outcome: Outcome = proven ? { kind: "again", at: now } : { kind: "unknown" };
  await writeOutcomeIn(tx, { work, intent }, { outcome, revoked: false, now });
  return null;
}
