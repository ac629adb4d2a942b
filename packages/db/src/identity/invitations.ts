import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import { appendAudit } from "../commands/append-audit.ts";
import { requireRoomFor } from "../queries/require-entitlement.ts";
import { user } from "../schema/identity.ts";
import { invitation, member } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { normalizeEmail } from "./auth-adapter.ts";
import { newToken } from "./bearer.ts";
import { columnsOf, type MemberLimits, requireRank } from "./members.ts";

const LIFETIME_HOURS = 7 * 24;

export interface InvitationRow extends MemberLimits {
  readonly id: string;
  readonly email: string;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
}

const ROW = {
  id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  storeIds: invitation.storeIds,
  clientIds: invitation.clientIds,
  sentAt: invitation.sentAt,
  expiresAt: invitation.expiresAt,
};

const open = (tx: TenantDb) =>
  and(eq(invitation.tenantId, tx.tenantId), isNull(invitation.acceptedAt), isNull(invitation.revokedAt));

export function listInvitations(tx: TenantDb): Promise<InvitationRow[]> {
  return tx.sql.select(ROW).from(invitation).where(open(tx)).orderBy(desc(invitation.sentAt));
}

export interface Invite extends MemberLimits {
  readonly email: string;
  readonly now: Instant;
}

/**
 * The token is in the mail alone. Open invitations take a place of the plan each, until they expire.
 * @throws CONFLICT when the person is a member, or is invited already; PAYMENT_REQUIRED when the plan has no place left
 */
export async function invite(
  tx: TenantDb,
  { email, now, ...limits }: Invite,
): Promise<{ id: string; email: string; token: string; expiresAt: Instant }> {
  requireRank(tx, limits.role);
  const address = normalizeEmail(email);
  await requireStranger(tx, address);
  await requireRoomFor(tx, "members", { now, reserved: await openAt(tx, now, address) });
  const { token, tokenHash } = newToken();
  const expiresAt = now.add({ hours: LIFETIME_HOURS });
  const [row] = await tx.sql
    .insert(invitation)
    .values({
      tenantId: tx.tenantId,
      email: address,
      ...columnsOf(limits),
      tokenHash,
      invitedBy: tx.access.userId,
      createdAt: now,
      sentAt: now,
      expiresAt,
    })
    .onConflictDoNothing()
    .returning({ id: invitation.id });
  if (row === undefined) throw new AppError("CONFLICT", "This address is invited already: resend that invitation.");
  await appendAudit(tx, { now, act: "member.invited", subject: `invitation:${row.id}`, after: { ...limits } });
  return { id: row.id, email: address, token, expiresAt };
}

/** Invitations that may still be accepted; one of the same address is no further place. */
function openAt(tx: TenantDb, now: Instant, address: string): Promise<number> {
  return tx.sql.$count(invitation, and(open(tx), gt(invitation.expiresAt, now), ne(invitation.email, address)));
}

async function requireStranger(tx: TenantDb, email: string): Promise<void> {
  const [found] = await tx.sql
    .select({ userId: member.userId })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.tenantId, tx.tenantId), eq(user.email, email)));
  if (found !== undefined) throw new AppError("CONFLICT", "This person is a member already.");
}

/** A new token, so that the old mail no longer works, and seven new days. */
export async function renewInvitation(
  tx: TenantDb,
  { id, now }: { id: string; now: Instant },
): Promise<InvitationRow & { token: string }> {
  const { token, tokenHash } = newToken();
  const expiresAt = now.add({ hours: LIFETIME_HOURS });
  const [row] = await tx.sql
    .update(invitation)
    .set({ tokenHash, sentAt: now, expiresAt })
    .where(and(open(tx), eq(invitation.id, id)))
    .returning(ROW);
  if (row === undefined) throw new AppError("NOT_FOUND", "This invitation is not open any more.");
  requireRank(tx, row.role);
  await appendAudit(tx, { now, act: "invitation.resent", subject: `invitation:${id}` });
  return { ...row, token };
}

export async function revokeInvitation(tx: TenantDb, { id, now }: { id: string; now: Instant }): Promise<void> {
  const [row] = await tx.sql
    .update(invitation)
    .set({ revokedAt: now })
    .where(and(open(tx), eq(invitation.id, id)))
    .returning({ role: invitation.role });
  if (row === undefined) throw new AppError("NOT_FOUND", "This invitation is not open any more.");
  requireRank(tx, row.role);
  await appendAudit(tx, { now, act: "invitation.revoked", subject: `invitation:${id}` });
}
