import { AppError } from "@heed/core/errors";
import { classifyMail } from "@heed/core/notice/classify";
import type { NoticeKind } from "@heed/core/notice/notice";
import { parseMail } from "@heed/core/notice/parse-mail";
import {
  matchTaught,
  type SentenceFault,
  sentenceFault,
  TAUGHT,
  type TaughtSentence,
  type TeachableKind,
  teachableSentence,
} from "@heed/core/notice/taught-sentence";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray } from "drizzle-orm";
import { type RecentMail, recentMails } from "../queries/recent-mails.ts";
import { notice, noticePattern } from "../schema/notice.ts";
import type { KeyRing } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { lockWaiting, settleNotice } from "./judge-notice.ts";

/** How many of the last mails a sentence is tried on. */
export const TRIED_MAILS = 1_000;

export interface Lesson {
  readonly noticeId: string;
  readonly kind: TeachableKind;
  /** As it was marked in the notice. */
  readonly marked: string;
  readonly ring: KeyRing;
}

export interface LessonPreview {
  readonly sentence: string;
  /** Null: it can be taught. `known_kind`: mails of another known kind hold it. */
  readonly fault: SentenceFault | "known_kind" | null;
  /** How many mails it was tried on. */
  readonly tried: number;
  readonly changes: readonly { readonly noticeId: string; readonly at: Instant; readonly from: NoticeKind }[];
}

/** Which of the last mails would become another kind; nothing is written. */
export async function previewLesson(tx: TenantDb, { noticeId, kind, marked, ring }: Lesson): Promise<LessonPreview> {
  const row = await lockWaiting(tx, noticeId);
  const sentence = teachableSentence(marked);
  const fault = sentenceFault(sentence, { kind, noticeText: row.text });
  if (fault !== null) return { sentence, fault, tried: 0, changes: [] };
  return { sentence, ...(await tryOut(tx, { id: "preview", kind, sentence }, ring)) };
}

async function tryOut(tx: TenantDb, taught: TaughtSentence, ring: KeyRing): Promise<Omit<LessonPreview, "sentence">> {
  const changes: LessonPreview["changes"][number][] = [];
  let tried = 0;
  for await (const mail of recentMails(tx, { ring, limit: TRIED_MAILS })) {
    tried += 1;
    const then = await wouldBe(mail, taught);
    if (then === "known_kind") return { fault: then, tried, changes: [] };
    if (then === "changed") changes.push({ noticeId: mail.noticeId, at: mail.at, from: mail.kind });
  }
  return { fault: null, tried, changes };
}

/** Our own patterns keep what they know; only what they do not know can change. */
async function wouldBe(mail: RecentMail, taught: TaughtSentence): Promise<"changed" | "same" | "known_kind"> {
  if (mail.kind !== "unknown" && mail.kind !== "other") {
    return mail.kind !== taught.kind && matchTaught(mail.text, [taught]) !== null ? "known_kind" : "same";
  }
  const found = classifyMail(await parseMail(mail.raw()), [taught]);
  return found.kind !== mail.kind && found.pattern === `${TAUGHT}${taught.id}` ? "changed" : "same";
}

/**
 * Teaches a sentence: mails of Amazon that hold it are of that kind from now on, and those that wait are decided. They
 * suppress and never credit. @throws AppError INVALID for a sentence that cannot be taught
 */
export async function teachSentence(
  tx: TenantDb,
  lesson: Lesson & { readonly now: Instant; readonly propose: boolean },
): Promise<{ readonly id: string; readonly decided: number }> {
  const { noticeId, kind, now, ring, propose } = lesson;
  const { sentence, fault, changes } = await previewLesson(tx, lesson);
  if (fault !== null) throw new AppError("INVALID", "This sentence cannot be taught.", { details: { fault } });
  const [row] = await tx.sql
    .insert(noticePattern)
    .values({
      tenantId: tx.tenantId,
      kind,
      sentence,
      noticeId,
      taughtBy: personOf(tx),
      taughtAt: now,
      proposedAt: propose ? now : null,
    })
    .returning({ id: noticePattern.id });
  const id = row?.id ?? "";
  const waiting = [noticeId, ...changes.filter(({ from }) => from === "unknown").map((change) => change.noticeId)];
  const decided = await decideWaiting(tx, [...new Set(waiting)], { id, kind, now, ring });
  await appendAudit(tx, { now, act: "notice.taught", subject: `notice_pattern:${id}`, after: { kind, decided } });
  await appendLive(tx, ["notices", "messages"], now);
  return { id, decided };
}

function personOf(tx: TenantDb): string {
  if (tx.access.userId === null) throw new AppError("FORBIDDEN", "A person teaches sentences.");
  return tx.access.userId;
}

interface Decided {
  readonly id: string;
  readonly kind: TeachableKind;
  readonly now: Instant;
  readonly ring: KeyRing;
}

async function decideWaiting(tx: TenantDb, ids: readonly string[], decided: Decided): Promise<number> {
  const { id: taughtBy, kind, now, ring } = decided;
  const rows = await tx.sql
    .select()
    .from(notice)
    .where(and(eq(notice.tenantId, tx.tenantId), inArray(notice.id, [...ids]), eq(notice.effect, "needs_review")))
    .orderBy(notice.id)
    .for("update");
  for (const row of rows) await settleNotice(tx, row, { noticeId: row.id, kind, orderId: null, taughtBy, now, ring });
  return rows.length;
}
