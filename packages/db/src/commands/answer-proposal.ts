import { AppError } from "@heed/core/errors";
import type { NoticeKind } from "@heed/core/notice/notice";
import type { Instant } from "@heed/core/time";
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "../client.ts";
import { notice, noticePattern, sharedPattern } from "../schema/notice.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { takeBack } from "./remove-sentence.ts";

/** All that an operator sees of it: no workspace, no mail. */
export interface Proposal {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly sentence: string;
  readonly proposedAt: Instant;
}

const open = (tx: TenantDb) =>
  and(
    eq(noticePattern.tenantId, tx.tenantId),
    isNotNull(noticePattern.proposedAt),
    isNull(noticePattern.proposalAnswer),
    isNull(noticePattern.removedAt),
  );

/** The proposals of one workspace that nobody has answered. */
export async function openProposals(tx: TenantDb): Promise<Proposal[]> {
  const rows = await tx.sql.select().from(noticePattern).where(open(tx)).orderBy(asc(noticePattern.proposedAt));
  return rows.flatMap(({ id, kind, sentence, proposedAt }) =>
    proposedAt === null ? [] : [{ id, kind, sentence, proposedAt }],
  );
}

interface Answer {
  readonly id: string;
  readonly answer: "accepted" | "rejected";
  readonly now: Instant;
}

/** @returns the sentence where the proposal is one of this workspace; null elsewhere */
export async function answerProposal(
  tx: TenantDb,
  { id, answer, now }: Answer,
): Promise<Pick<Proposal, "kind" | "sentence"> | null> {
  const [row] = await tx.sql
    .update(noticePattern)
    .set({ proposalAnswer: answer, proposalAnsweredAt: now })
    .where(and(open(tx), eq(noticePattern.id, id)))
    .returning({ kind: noticePattern.kind, sentence: noticePattern.sentence });
  if (row === undefined) return null;
  await appendAudit(tx, { now, act: "notice.proposal_answered", subject: `notice_pattern:${id}`, after: { answer } });
  await appendLive(tx, ["notices"], now);
  return row;
}

/** From now on the sentence decides in every workspace; a repeat changes nothing. */
export async function sharePattern(
  system: SystemDb,
  { kind, sentence, now }: Pick<Proposal, "kind" | "sentence"> & { readonly now: Instant },
): Promise<void> {
  await system.sql.insert(sharedPattern).values({ kind, sentence, acceptedAt: now }).onConflictDoNothing();
}

export async function listShared(system: SystemDb): Promise<Pick<Proposal, "id" | "kind" | "sentence">[]> {
  return system.sql
    .select({ id: sharedPattern.id, kind: sharedPattern.kind, sentence: sharedPattern.sentence })
    .from(sharedPattern)
    .where(isNull(sharedPattern.removedAt))
    .orderBy(asc(sharedPattern.id));
}

export interface Withdrawal {
  readonly id: string;
  readonly tenantIds: readonly string[];
  readonly now: Instant;
}

/** An accepted sentence decides no more; what it decided waits for a person again. @returns how many notices do */
export async function withdrawShared(
  { db, system }: { readonly db: Db; readonly system: SystemDb },
  { id, tenantIds, now }: Withdrawal,
): Promise<number> {
  const rows = await system.sql
    .update(sharedPattern)
    .set({ removedAt: now })
    .where(eq(sharedPattern.id, id))
    .returning({ id: sharedPattern.id });
  if (rows.length === 0) throw new AppError("NOT_FOUND", `There is no accepted sentence ${id}.`);
  let reopened = 0;
  for (const tenantId of tenantIds) {
    reopened += await withTenant(db, systemAccess(tenantId), async (tx) => {
      const held = await tx.sql.$count(notice, and(eq(notice.tenantId, tx.tenantId), eq(notice.taughtBy, id)));
      return held === 0 ? 0 : (await takeBack(tx, { id, now })).notices;
    });
  }
  return reopened;
}
