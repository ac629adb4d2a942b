import { usageOnFailure } from "@heed/core/billing/usage-entry";
import type { Verification } from "@heed/core/notice/notice";
import type { Instant } from "@heed/core/time";
import { and, eq, isNull } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { notice, suppression } from "../schema/notice.ts";
import { usageEntry } from "../schema/work.ts";
import type { KeyRing } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { lockMessage } from "./apply-effect.ts";
import { settleNotice, type WaitingNotice } from "./judge-notice.ts";
import { replanBuyer } from "./replan-buyer.ts";

export interface Reverification {
  readonly inboundMailId: string;
  readonly verification: Exclude<Verification, "unverified">;
  readonly now: Instant;
  readonly ring: KeyRing;
}

/**
 * A name server that did not answer when the mail came has answered now.
 *
 * | found now           | the notice was                   | then                                                |
 * | verified, forwarded | waiting, its text known          | applied, as if it had come verified                 |
 * | verified, forwarded | applied, unverified              | marked; a refusal is credited                       |
 * | forged              | waiting                          | not applied; the hold ends                          |
 * | forged              | applied, unverified              | marked; its suppressions are lifted                 |
 * | any                 | judged by a person, or re-verified before | unchanged                                  |
 */
export async function reverifyNotice(tx: TenantDb, input: Reverification): Promise<boolean> {
  const { inboundMailId, verification } = input;
  const [row] = await tx.sql
    .update(notice)
    .set({ verification })
    .where(
      and(
        eq(notice.tenantId, tx.tenantId),
        eq(notice.inboundMailId, inboundMailId),
        eq(notice.verification, "unverified"),
        isNull(notice.judgedAt),
      ),
    )
    .returning();
  if (row === undefined) return false;
  if (verification === "forged") await takeBack(tx, row, input);
  else if (row.effect === "needs_review" && row.kind !== "unknown") await applyNow(tx, row, input);
  else if (row.effect === "applied") await credit(tx, row, input.now);
  return true;
}

async function applyNow(tx: TenantDb, row: WaitingNotice, { now, ring }: Reverification): Promise<void> {
  const { kind, taughtBy } = row;
  await settleNotice(tx, row, { noticeId: row.id, kind, orderId: null, taughtBy, proven: true, now, ring });
}

async function takeBack(tx: TenantDb, row: WaitingNotice, { now, ring }: Reverification): Promise<void> {
  if (row.effect === "needs_review") {
    await settleNotice(tx, row, { noticeId: row.id, kind: "other", orderId: null, taughtBy: null, now, ring });
  }
  await tx.sql
    .update(notice)
    .set({ kind: row.kind, effect: "not_applied", effectReason: "forged" })
    .where(and(eq(notice.tenantId, tx.tenantId), eq(notice.id, row.id)));
  const lifted = await tx.sql
    .update(suppression)
    .set({ liftedAt: now })
    .where(and(eq(suppression.tenantId, tx.tenantId), eq(suppression.noticeId, row.id), isNull(suppression.liftedAt)))
    .returning({ storeId: suppression.storeId, buyerKey: suppression.buyerKey });
  for (const { storeId, buyerKey } of lifted) await replanBuyer(tx, { storeId, buyerKey, now });
}

/** The refusal was marked when it came; only the money waited for the proof. */
async function credit(tx: TenantDb, row: WaitingNotice, now: Instant): Promise<void> {
  const found =
    row.messageId === null || row.uploaded || row.taughtBy !== null ? null : await lockMessage(tx, row.messageId);
  if (found?.message.state !== "refused_by_buyer") return;
  const { id } = found.message;
  const billed = await tx.sql
    .select({ kind: usageEntry.kind })
    .from(usageEntry)
    .where(and(eq(usageEntry.tenantId, tx.tenantId), eq(usageEntry.messageId, id), eq(usageEntry.kind, "reached")));
  const entry = usageOnFailure("refused_by_buyer", billed.length > 0, true);
  if (entry === null) return;
  await tx.sql
    .insert(usageEntry)
    .values({ tenantId: tx.tenantId, messageId: id, ...entry, at: now })
    .onConflictDoNothing();
  await tx.sql
    .update(message)
    .set({ settledAt: found.message.settledAt ?? now })
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, id)));
}
