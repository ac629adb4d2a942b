import { AppError } from "@heed/core/errors";
import { findOrderIds } from "@heed/core/notice/order-id";
import type { TeachableKind } from "@heed/core/notice/taught-sentence";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { notice } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import type { KeyRing } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { type EvidenceMessage, lockMessage } from "./apply-effect.ts";
import { latestMessage, orderOf } from "./apply-notice.ts";
import { effectOnMessage, releaseHold, rememberBuyer } from "./notice-effect.ts";

export interface NoticeJudgement {
  readonly noticeId: string;
  readonly kind: TeachableKind;
  /** Where the mail named none, or several; as a person reads it. */
  readonly orderId: string | null;
  readonly now: Instant;
  readonly ring: KeyRing;
}

export type WaitingNotice = typeof notice.$inferSelect;

/**
 * A person says what a notice is that waits for judgement. It then does what its kind does, and never credits; the
 * hold on the message ends, so that settling goes on. Judged once: what is judged is history.
 */
export async function judgeNotice(tx: TenantDb, judgement: NoticeJudgement): Promise<void> {
  const row = await lockWaiting(tx, judgement.noticeId);
  const { kind, now } = judgement;
  const { applied, orderRef } = await settleNotice(tx, row, { ...judgement, taughtBy: null });
  await tx.sql
    .update(notice)
    .set({ judgedBy: tx.access.userId, judgedAt: now })
    .where(and(eq(notice.tenantId, tx.tenantId), eq(notice.id, row.id)));
  await appendAudit(tx, {
    now,
    act: "notice.judged",
    subject: `notice:${row.id}`,
    before: { kind: row.kind },
    after: { kind, applied, order: orderRef },
  });
  await appendLive(tx, ["notices", "messages"], now);
}

/** @throws AppError NOT_FOUND; CONFLICT where somebody judged it before */
export async function lockWaiting(tx: TenantDb, noticeId: string): Promise<WaitingNotice> {
  const [row] = await tx.sql
    .select()
    .from(notice)
    .where(and(eq(notice.tenantId, tx.tenantId), eq(notice.id, noticeId)))
    .for("update");
  if (row === undefined) throw new AppError("NOT_FOUND", "This notice does not exist here.");
  if (row.effect !== "needs_review") throw new AppError("CONFLICT", "This notice was judged before.");
  return row;
}

interface Settling extends Omit<NoticeJudgement, "kind"> {
  readonly kind: WaitingNotice["kind"];
  readonly taughtBy: string | null;
  /** Its own proof came late: nobody had to judge it, and it credits as one that came verified. */
  readonly proven?: boolean;
}

/** Gives a waiting notice its kind and does what the kind does. @returns whether it had an effect */
export async function settleNotice(
  tx: TenantDb,
  row: WaitingNotice,
  { kind, orderId, taughtBy, proven = false, now, ring }: Settling,
): Promise<{ readonly applied: boolean; readonly orderRef: string | null }> {
  const about = await aboutOf(tx, row, orderId);
  const found = await messageOf(tx, row, about);
  const effect = effectOfKind(kind, { about, found });
  await tx.sql
    .update(notice)
    .set({ kind, taughtBy, orderRef: about?.id ?? null, messageId: found?.message.id ?? null, ...effect })
    .where(and(eq(notice.tenantId, tx.tenantId), eq(notice.id, row.id)));
  const source = {
    verification: row.verification,
    uploaded: row.uploaded,
    taughtPattern: !proven || taughtBy !== null,
  };
  const input = { noticeId: row.id, kind, source, applied: true, now, ring };
  const applied = effect.effect === "applied";
  if (applied && found !== null) await effectOnMessage(tx, found, input);
  else if (applied && about !== null) await rememberBuyer(tx, about, input);
  if (row.messageId !== null) await releaseHold(tx, row.messageId, row.id);
  return { applied, orderRef: about?.id ?? null };
}

interface About {
  readonly about: Order | null;
  readonly found: EvidenceMessage | null;
}

function effectOfKind(kind: WaitingNotice["kind"], { about, found }: About) {
  if (kind === "other") return { effect: "not_applied", effectReason: "not about a message" } as const;
  const known = found !== null || (kind === "opted_out" && about !== null);
  return known
    ? ({ effect: "applied", effectReason: null } as const)
    : ({ effect: "not_applied", effectReason: "no order matches" } as const);
}

type Order = EvidenceMessage["order"];

async function aboutOf(tx: TenantDb, row: WaitingNotice, orderId: string | null): Promise<Order | null> {
  if (row.orderRef !== null) {
    const [known] = await tx.sql
      .select()
      .from(order)
      .where(and(eq(order.tenantId, tx.tenantId), eq(order.id, row.orderRef)));
    return known ?? null;
  }
  if (orderId === null) return null;
  const [id] = findOrderIds(orderId);
  const found = id === undefined ? null : await orderOf(tx, { storeId: row.storeId, orderId: id });
  if (found === null) throw new AppError("INVALID", "No order of this store has this id.");
  return found;
}

async function messageOf(tx: TenantDb, row: WaitingNotice, about: Order | null): Promise<EvidenceMessage | null> {
  if (row.messageId !== null) return lockMessage(tx, row.messageId);
  return about === null ? null : latestMessage(tx, about.id);
}
