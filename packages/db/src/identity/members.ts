import { AppError } from "@heed/core/errors";
import { atLeast, type Role } from "@heed/core/tenant/role";
import type { Instant } from "@heed/core/time";
import { and, asc, eq } from "drizzle-orm";
import { appendAudit } from "../commands/append-audit.ts";
import { appendLive } from "../commands/append-outbox.ts";
import { user } from "../schema/identity.ts";
import { member, tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

/*
 * Who may change whom: nobody touches a person of a higher role, nobody gives a higher role than the own one, and a
 * workspace keeps at least one owner. Owners are made by inviting one as an owner or by handing ownership over.
 */

export interface MemberRow {
  readonly userId: string;
  readonly name: string | null;
  readonly email: string;
  readonly role: Role;
  readonly storeIds: readonly string[] | null;
  readonly clientIds: readonly string[] | null;
  readonly createdAt: Instant;
}

const ROW = {
  userId: member.userId,
  name: user.name,
  email: user.email,
  role: member.role,
  storeIds: member.storeIds,
  clientIds: member.clientIds,
  createdAt: member.createdAt,
};

export function listMembers(tx: TenantDb): Promise<MemberRow[]> {
  return tx.sql
    .select(ROW)
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(eq(member.tenantId, tx.tenantId))
    .orderBy(asc(member.createdAt), asc(member.userId));
}

export interface MemberLimits {
  readonly role: Role;
  readonly storeIds: readonly string[] | null;
  readonly clientIds: readonly string[] | null;
}

export interface MemberChange extends MemberLimits {
  readonly userId: string;
  readonly now: Instant;
}

export async function changeMember(tx: TenantDb, { userId, now, ...after }: MemberChange): Promise<void> {
  const before = await lockMember(tx, userId);
  requireRank(tx, before.role);
  requireRank(tx, after.role);
  if (before.role === "owner" && after.role !== "owner") await keepAnOwner(tx, userId);
  await tx.sql.update(member).set(columnsOf(after)).where(rowOf(tx, userId));
  await appendAudit(tx, {
    now,
    act: "member.changed",
    subject: `user:${userId}`,
    before: factsOf(before),
    after: { ...after },
  });
  await appendLive(tx, ["access"], now);
}

export async function removeMember(tx: TenantDb, { userId, now }: { userId: string; now: Instant }): Promise<void> {
  const before = await lockMember(tx, userId);
  requireRank(tx, before.role);
  await takeOut(tx, { userId, now, before, act: "member.removed" });
}

export async function leaveWorkspace(tx: TenantDb, now: Instant): Promise<void> {
  const userId = tx.access.userId ?? "";
  const before = await lockMember(tx, userId);
  await takeOut(tx, { userId, now, before, act: "member.left" });
}

interface Leaver {
  readonly userId: string;
  readonly now: Instant;
  readonly before: MemberLimits;
  readonly act: "member.removed" | "member.left";
}

async function takeOut(tx: TenantDb, { userId, now, before, act }: Leaver): Promise<void> {
  if (before.role === "owner") await keepAnOwner(tx, userId);
  await appendAudit(tx, { now, act, subject: `user:${userId}`, before: factsOf(before) });
  await appendLive(tx, ["access"], now);
  await tx.sql.delete(member).where(rowOf(tx, userId));
}

/** The other becomes an owner, whoever hands over an admin. */
export async function transferOwnership(
  tx: TenantDb,
  { userId, now }: { userId: string; now: Instant },
): Promise<void> {
  const from = tx.access.userId ?? "";
  if (userId === from) throw new AppError("INVALID", "You own this workspace already.");
  await lockMember(tx, userId);
  await tx.sql.update(member).set({ role: "owner", storeIds: null, clientIds: null }).where(rowOf(tx, userId));
  await tx.sql.update(member).set({ role: "admin" }).where(rowOf(tx, from));
  await appendAudit(tx, { now, act: "ownership.transferred", subject: `user:${userId}`, before: { owner: from } });
  await appendLive(tx, ["access"], now);
}

/** An admin who invites or changes people cannot make more of them than an admin. */
export function requireRank(tx: TenantDb, role: Role): void {
  if (atLeast(tx.access.role, role)) return;
  throw new AppError("FORBIDDEN", `Only an owner may do this with the role ${role}.`);
}

const rowOf = (tx: TenantDb, userId: string) => and(eq(member.tenantId, tx.tenantId), eq(member.userId, userId));

export const columnsOf = ({ role, storeIds, clientIds }: MemberLimits) => ({
  role,
  storeIds: storeIds === null ? null : [...storeIds],
  clientIds: clientIds === null ? null : [...clientIds],
});

const factsOf = ({ role, storeIds, clientIds }: MemberLimits) => ({ role, storeIds, clientIds });

/** All changes of members of a workspace wait for one another, so that two owners cannot leave at once. */
async function lockMember(tx: TenantDb, userId: string): Promise<typeof member.$inferSelect> {
  await tx.sql.select({ id: tenant.id }).from(tenant).where(eq(tenant.id, tx.tenantId)).for("update");
  const [row] = await tx.sql.select().from(member).where(rowOf(tx, userId));
  if (row === undefined) throw new AppError("NOT_FOUND", "This person is not a member of the workspace.");
  return row;
}

async function keepAnOwner(tx: TenantDb, leaving: string): Promise<void> {
  const owners = await tx.sql
    .select({ userId: member.userId })
    .from(member)
    .where(and(eq(member.tenantId, tx.tenantId), eq(member.role, "owner")));
  if (owners.some(({ userId }) => userId !== leaving)) return;
  throw new AppError("CONFLICT", "A workspace keeps at least one owner: hand ownership to somebody else first.");
}
