import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq, isNull } from "drizzle-orm";
import { templateApproval } from "../schema/flow.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { loadVersion, lockTemplate, serveTemplateVersion } from "./template-drafts.ts";

export interface ApprovalCall {
  readonly templateId: string;
  readonly version: number;
  readonly now: Instant;
}

/** Asks somebody else, such as the client, to agree to a version. Asking twice changes nothing. */
export async function askApproval(tx: TenantDb, { templateId, version, now }: ApprovalCall): Promise<void> {
  await lockTemplate(tx, templateId);
  await loadVersion(tx, templateId, version);
  await tx.sql
    .insert(templateApproval)
    .values({ tenantId: tx.tenantId, templateId, version, askedAt: now, askedBy: tx.access.userId })
    .onConflictDoNothing();
  await appendAudit(tx, { now, act: "template.approval_asked", subject: `template:${templateId}`, after: { version } });
  await appendLive(tx, ["flows"], now);
}

export interface ApprovalAnswer extends ApprovalCall {
  readonly answer: "given" | "refused";
  readonly note: string | null;
}

/**
 * Answers once; the version serves as soon as somebody else than who asked has agreed.
 * @throws AppError FORBIDDEN for the person who asked, NOT_FOUND when nothing was asked or it is answered
 */
export async function answerApproval(
  tx: TenantDb,
  { templateId, version, now, answer, note }: ApprovalAnswer,
): Promise<void> {
  const [row] = await tx.sql
    .select({ askedBy: templateApproval.askedBy })
    .from(templateApproval)
    .where(open(tx, templateId, version))
    .for("update");
  if (row === undefined) throw new AppError("NOT_FOUND", "There is nothing to answer.");
  if (row.askedBy !== null && row.askedBy === tx.access.userId) {
    throw new AppError("FORBIDDEN", "Somebody else than the person who asked has to answer.");
  }
  await tx.sql
    .update(templateApproval)
    .set({ answer, note, answeredAt: now, answeredBy: tx.access.userId })
    .where(open(tx, templateId, version));
  await appendAudit(tx, {
    now,
    act: `template.approval_${answer}`,
    subject: `template:${templateId}`,
    after: { version },
  });
  if (answer === "given") await serveTemplateVersion(tx, { templateId, version, now });
  await appendLive(tx, ["flows"], now);
}

function open(tx: TenantDb, templateId: string, version: number) {
  return and(
    eq(templateApproval.tenantId, tx.tenantId),
    eq(templateApproval.templateId, templateId),
    eq(templateApproval.version, version),
    isNull(templateApproval.answer),
  );
}
