import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq, isNull, sql } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { approval } from "../schema/typed.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { dispatchNow } from "./dispatch-now.ts";

export interface ApprovalAnswer {
  readonly messageId: string;
  readonly approved: boolean;
  readonly now: Instant;
}

/**
 * The second member's word on a critical message, given once; the same word again changes nothing:
 *
 * | answer   | message                              |
 * |----------|--------------------------------------|
 * | approved | planned, due at once                 |
 * | refused  | stopped by a person, for good        |
 *
 * @throws AppError FORBIDDEN for the writer, NOT_FOUND, CONFLICT when it was answered or stopped meanwhile
 */
export async function answerApproval(tx: TenantDb, { messageId, approved, now }: ApprovalAnswer): Promise<void> {
  const { userId } = tx.access;
  const [asked] = await tx.sql
    .select({ askedBy: approval.askedBy, answered: approval.approved })
    .from(approval)
    .where(and(eq(approval.tenantId, tx.tenantId), eq(approval.messageId, messageId)))
    .for("update");
  if (asked === undefined) throw new AppError("NOT_FOUND", "This message does not exist here.");
  if (userId === null || asked.askedBy === userId) {
    throw new AppError("FORBIDDEN", "Somebody else has to approve what you wrote.");
  }
  if (asked.answered === approved) return;
  const answered = await tx.sql
    .update(approval)
    .set({ answeredBy: userId, answeredAt: now, approved })
    .where(and(eq(approval.tenantId, tx.tenantId), eq(approval.messageId, messageId), isNull(approval.answeredAt)))
    .returning({ messageId: approval.messageId });
  if (answered.length === 0 || !(await moveMessage(tx, { messageId, approved, now }))) {
    throw new AppError("CONFLICT", "This message was answered or stopped meanwhile.");
  }
  if (approved) await dispatchNow(tx, { messageId, now });
  const act = approved ? "typed_message.approved" : "typed_message.rejected";
  await appendAudit(tx, { now, act, subject: `message:${messageId}` });
  await appendLive(tx, ["messages"], now);
}

async function moveMessage(tx: TenantDb, { messageId, approved, now }: ApprovalAnswer): Promise<boolean> {
  const rows = await tx.sql
    .update(message)
    .set(
      approved
        ? { state: "planned", dueAt: now, dispatchedAt: null, planVersion: sql`${message.planVersion} + 1` }
        : { state: "stopped", endRule: "stopped_by_person", final: true },
    )
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, messageId), eq(message.state, "awaiting_approval")))
    .returning({ id: message.id });
  return rows.length === 1;
}
