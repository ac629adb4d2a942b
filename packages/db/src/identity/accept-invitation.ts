import { AppError } from "@heed/core/errors";
import type { Role } from "@heed/core/tenant/role";
import type { Instant } from "@heed/core/time";
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../client.ts";
import { appendAudit } from "../commands/append-audit.ts";
import { appendLive } from "../commands/append-outbox.ts";
import { requireRoomFor } from "../queries/require-entitlement.ts";
import { invitation, member, tenant } from "../schema/tenant.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { asBearer } from "./bearer.ts";
import { enteringAccess } from "./entering-access.ts";

export interface FoundInvitation {
  readonly id: string;
  readonly tenantId: string;
  readonly workspace: { readonly name: string; readonly slug: string };
  readonly email: string;
  readonly role: Role;
  readonly state: "open" | "expired" | "accepted" | "revoked";
}

/** What a token from a mail leads to; null for a token that nobody made, or that was replaced by a newer one. */
export async function findInvitation(db: Db, token: string, now: Instant): Promise<FoundInvitation | null> {
  const [row] = await asBearer(db, token, (tx) =>
    tx
      .select({ invitation, workspace: { name: tenant.name, slug: tenant.slug } })
      .from(invitation)
      .innerJoin(tenant, and(eq(tenant.id, invitation.tenantId), isNull(tenant.deletedAt))),
  );
  if (row === undefined) return null;
  const { id, tenantId, email, role } = row.invitation;
  return { id, tenantId, email, role, workspace: row.workspace, state: stateOf(row.invitation, now) };
}

function stateOf(row: typeof invitation.$inferSelect, now: Instant): FoundInvitation["state"] {
  if (row.acceptedAt !== null) return "accepted";
  if (row.revokedAt !== null) return "revoked";
  return now.since(row.expiresAt).sign >= 0 ? "expired" : "open";
}

export interface Acceptance {
  readonly token: string;
  readonly userId: string;
  /** The address that this person signed in with. */
  readonly email: string;
  readonly network: string | null;
  readonly now: Instant;
}

const WORDS: Readonly<Record<Exclude<FoundInvitation["state"], "open">, string>> = {
  expired: "This invitation has expired. Ask for another one.",
  accepted: "This invitation was used already.",
  revoked: "This invitation was taken back.",
};

/**
 * Makes the bearer a member, once. Whoever signed in with another address than the invited one is refused; where the plan
 * has no place any more, the invitation stays open.
 */
export async function acceptInvitation(db: Db, { token, now, ...person }: Acceptance): Promise<{ slug: string }> {
  const found = await findInvitation(db, token, now);
  if (found === null) throw new AppError("NOT_FOUND", "This invitation does not exist any more.");
  if (found.state !== "open") throw new AppError("CONFLICT", WORDS[found.state]);
  if (found.email !== person.email) throw new AppError("FORBIDDEN", "This invitation is for another address.");
  const access = enteringAccess(found.tenantId, person.userId, person.network);
  await withTenant(db, access, async (tx) => {
    const [row] = await tx.sql
      .update(invitation)
      .set({ acceptedAt: now })
      .where(
        and(
          eq(invitation.tenantId, tx.tenantId),
          eq(invitation.id, found.id),
          isNull(invitation.acceptedAt),
          isNull(invitation.revokedAt),
        ),
      )
      .returning();
    if (row === undefined) throw new AppError("CONFLICT", WORDS.accepted);
    if (!(await isMember(tx, person.userId))) await requireRoomFor(tx, "members", { now });
    const { role, storeIds, clientIds } = row;
    await tx.sql
      .insert(member)
      .values({ tenantId: tx.tenantId, userId: person.userId, role, storeIds, clientIds, createdAt: now })
      // Somebody who became a member in another way keeps what they are.
      .onConflictDoNothing();
    const subject = `user:${person.userId}`;
    await appendAudit(tx, { now, act: "member.joined", subject, after: { role, storeIds, clientIds } });
    await appendLive(tx, ["access"], now);
  });
  return { slug: found.workspace.slug };
}

async function isMember(tx: TenantDb, userId: string): Promise<boolean> {
  return (await tx.sql.$count(member, and(eq(member.tenantId, tx.tenantId), eq(member.userId, userId)))) > 0;
}
