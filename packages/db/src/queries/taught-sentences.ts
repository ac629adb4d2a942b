import type { NoticeKind } from "@heed/core/notice/notice";
import type { TaughtSentence } from "@heed/core/notice/taught-sentence";
import type { Instant } from "@heed/core/time";
import { and, count, desc, eq, isNull, sql } from "drizzle-orm";
import { notice, noticePattern, sharedPattern } from "../schema/notice.ts";
import type { TenantDb } from "../tenant-db.ts";

/** The sentences that decide now: this workspace's own, the oldest first, then those that an operator accepted for all. */
export async function taughtSentences(tx: TenantDb): Promise<TaughtSentence[]> {
  const own = await tx.sql
    .select({ id: noticePattern.id, kind: noticePattern.kind, sentence: noticePattern.sentence })
    .from(noticePattern)
    .where(and(eq(noticePattern.tenantId, tx.tenantId), isNull(noticePattern.removedAt)))
    .orderBy(noticePattern.taughtAt, noticePattern.id);
  const shared = await tx.sql
    .select({ id: sharedPattern.id, kind: sharedPattern.kind, sentence: sharedPattern.sentence })
    .from(sharedPattern)
    .where(isNull(sharedPattern.removedAt))
    .orderBy(sharedPattern.id);
  return [...own, ...shared];
}

export interface TaughtRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly sentence: string;
  readonly at: Instant;
  /** Offered for everyone, and what an operator made of it. */
  readonly proposal: "open" | "accepted" | "rejected" | null;
  readonly removedAt: Instant | null;
  /** How many notices it has decided. */
  readonly decided: number;
}

/** All that was ever taught, the newest first. */
export async function listTaught(tx: TenantDb): Promise<TaughtRow[]> {
  const decided = tx.sql
    .select({ taughtBy: notice.taughtBy, decided: count().as("decided") })
    .from(notice)
    .where(and(eq(notice.tenantId, tx.tenantId), sql`taught_by is not null`))
    .groupBy(notice.taughtBy)
    .as("decided");
  const rows = await tx.sql
    .select({ pattern: noticePattern, decided: decided.decided })
    .from(noticePattern)
    .leftJoin(decided, eq(decided.taughtBy, noticePattern.id))
    .where(eq(noticePattern.tenantId, tx.tenantId))
    .orderBy(desc(noticePattern.taughtAt))
    .limit(200);
  return rows.map(({ pattern, decided: times }) => ({
    id: pattern.id,
    kind: pattern.kind,
    sentence: pattern.sentence,
    at: pattern.taughtAt,
    proposal: pattern.proposalAnswer ?? (pattern.proposedAt === null ? null : ("open" as const)),
    removedAt: pattern.removedAt,
    decided: times ?? 0,
  }));
}
