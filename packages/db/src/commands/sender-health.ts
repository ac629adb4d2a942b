import { JUDGED_MAILS, mustStop, type SenderRecord } from "@heed/core/lane/sender-ramp";
import { type Instant, Temporal } from "@heed/core/time";
import { and, count, desc, eq, gte, isNotNull, isNull } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { suppression } from "../schema/notice.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";

interface SenderInput {
  readonly storeId: string;
  readonly now: Instant;
}

/** The ramp of a sender counts from its first mail that was taken. */
export async function startSender(tx: TenantDb, { storeId, now }: SenderInput): Promise<void> {
  await tx.sql
    .update(store)
    .set({ senderStartedAt: now })
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId), isNull(store.senderStartedAt)));
}

/** After a complaint or a hard bounce: stops the store's sender where its last mails say so, until a person goes on. */
export async function judgeSender(tx: TenantDb, { storeId, now }: SenderInput): Promise<void> {
  const reason = mustStop(await recordOf(tx, storeId));
  if (reason === null) return;
  const rows = await tx.sql
    .update(store)
    .set({ senderStoppedAt: now, senderStopReason: reason })
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId), isNull(store.senderStoppedAt)))
    .returning({ id: store.id });
  if (rows.length > 0)
    await appendAudit(tx, { now, act: "sender.stopped", subject: `store:${storeId}`, after: { reason } });
}

/** What a person answers for: only mails from now on count again. */
export async function resumeSender(tx: TenantDb, { storeId, now }: SenderInput): Promise<void> {
  const rows = await tx.sql
    .update(store)
    .set({ senderStoppedAt: null, senderStopReason: null, senderResumedAt: now })
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId), isNotNull(store.senderStoppedAt)))
    .returning({ id: store.id });
  if (rows.length > 0) await appendAudit(tx, { now, act: "sender.resumed", subject: `store:${storeId}` });
}

/** The last mails of the sender; a complaint leaves its message as it is, and is counted by the suppression it made. */
export async function recordOf(tx: TenantDb, storeId: string): Promise<SenderRecord> {
  const [since] = await tx.sql
    .select({ at: store.senderResumedAt })
    .from(store)
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, storeId)));
  const resumedAt = since?.at ?? null;
  const mails = await tx.sql
    .select({ state: message.state, sentAt: message.sentAt })
    .from(message)
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        eq(message.storeId, storeId),
        eq(message.lane, "email"),
        resumedAt === null ? isNotNull(message.sentAt) : gte(message.sentAt, resumedAt),
      ),
    )
    .orderBy(desc(message.sentAt))
    .limit(JUDGED_MAILS);
  const oldest = mails.at(-1)?.sentAt ?? null;
  const from = oldest ?? resumedAt ?? Temporal.Instant.fromEpochMilliseconds(0);
  return {
    mails: mails.length,
    hardBounces: mails.filter(({ state }) => state === "bounced").length,
    complaints: mails.length === 0 ? 0 : await complaintsSince(tx, storeId, from),
  };
}

async function complaintsSince(tx: TenantDb, storeId: string, from: Instant): Promise<number> {
  const [row] = await tx.sql
    .select({ n: count() })
    .from(suppression)
    .where(
      and(
        eq(suppression.tenantId, tx.tenantId),
        eq(suppression.storeId, storeId),
        eq(suppression.reason, "complaint"),
        gte(suppression.at, from),
      ),
    );
  return row?.n ?? 0;
}
