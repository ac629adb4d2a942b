import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { notice, noticePattern, suppression } from "../schema/notice.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { replanBuyer } from "./replan-buyer.ts";

/**
 * Takes a taught sentence back: what it decided waits for a person again, suppressions that rest on it alone are
 * lifted, and the orders of those buyers are planned again. A message that ended stays ended; its ledger tells why.
 */
export async function removeSentence(
  tx: TenantDb,
  { id, now }: { readonly id: string; readonly now: Instant },
): Promise<{ readonly lifted: number }> {
  const [row] = await tx.sql
    .update(noticePattern)
    .set({ removedAt: now, removedBy: tx.access.userId })
    .where(and(eq(noticePattern.tenantId, tx.tenantId), eq(noticePattern.id, id), isNull(noticePattern.removedAt)))
    .returning({ kind: noticePattern.kind });
  if (row === undefined) throw new AppError("NOT_FOUND", "This sentence does not exist here, or was removed.");
  const { notices, lifted } = await takeBack(tx, { id, now });
  await appendAudit(tx, {
    now,
    act: "notice.sentence_removed",
    subject: `notice_pattern:${id}`,
    before: { kind: row.kind, notices },
    after: { lifted },
  });
  return { lifted };
}

/** What a sentence decided here is undone. */
export async function takeBack(
  tx: TenantDb,
  { id, now }: { readonly id: string; readonly now: Instant },
): Promise<{ readonly notices: number; readonly lifted: number }> {
  const notices = await reopen(tx, id);
  if (notices.length === 0) return { notices: 0, lifted: 0 };
  const lifted = await liftSuppressions(tx, notices, now);
  await appendLive(tx, ["notices", "messages"], now);
  return { notices: notices.length, lifted };
}

async function reopen(tx: TenantDb, taughtBy: string): Promise<readonly string[]> {
  const rows = await tx.sql
    .update(notice)
    .set({ kind: "unknown", effect: "needs_review", effectReason: "unknown text", taughtBy: null })
    .where(and(eq(notice.tenantId, tx.tenantId), eq(notice.taughtBy, taughtBy)))
    .returning({ id: notice.id, messageId: notice.messageId });
  const messages = rows.flatMap(({ messageId }) => (messageId === null ? [] : [messageId]));
  if (messages.length > 0) await holdAgain(tx, messages);
  return rows.map(({ id }) => id);
}

/** What was sent and is not settled waits for the judgement that is missing again. */
async function holdAgain(tx: TenantDb, ids: readonly string[]): Promise<void> {
  await tx.sql
    .update(message)
    .set({ held: true })
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        inArray(message.id, [...ids]),
        eq(message.state, "sent"),
        isNull(message.settledAt),
      ),
    );
}

async function liftSuppressions(tx: TenantDb, notices: readonly string[], now: Instant): Promise<number> {
  if (notices.length === 0) return 0;
  const lifted = await tx.sql
    .update(suppression)
    .set({ liftedAt: now })
    .where(
      and(
        eq(suppression.tenantId, tx.tenantId),
        inArray(suppression.noticeId, [...notices]),
        isNull(suppression.liftedAt),
      ),
    )
    .returning({ storeId: suppression.storeId, buyerKey: suppression.buyerKey });
  for (const { storeId, buyerKey } of lifted) await replanBuyer(tx, { storeId, buyerKey, now });
  return lifted.length;
}
