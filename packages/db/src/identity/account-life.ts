import { AppError } from "@heed/core/errors";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Db } from "../client.ts";
import { user } from "../schema/identity.ts";
import { member, tenant } from "../schema/tenant.ts";
import { withTenant } from "../tenant-db.ts";
import { asUser } from "./as-user.ts";
import { enteringAccess } from "./entering-access.ts";

export interface Profile {
  readonly email: string;
  readonly name: string | null;
}

export async function getProfile(db: Db, userId: string): Promise<Profile> {
  const [row] = await db.select({ email: user.email, name: user.name }).from(user).where(eq(user.id, userId));
  if (row === undefined) throw new AppError("NOT_FOUND", "This account does not exist any more.");
  return row;
}

export async function setName(db: Db, { userId, name }: { userId: string; name: string }): Promise<void> {
  await db.update(user).set({ name }).where(eq(user.id, userId));
}

/** Workspaces that would be left without an owner. */
async function ownedAlone(db: Db, userId: string): Promise<string[]> {
  const own = await asUser(db, userId, (tx) =>
    tx
      .select({ id: tenant.id, name: tenant.name })
      .from(tenant)
      .innerJoin(member, and(eq(member.tenantId, tenant.id), eq(member.userId, userId), eq(member.role, "owner")))
      .where(isNull(tenant.deletedAt)),
  );
  const alone: string[] = [];
  for (const { id, name } of own) {
    const others = await withTenant(db, enteringAccess(id, userId, null), (tx) =>
      tx.sql.$count(member, and(eq(member.tenantId, id), eq(member.role, "owner"), ne(member.userId, userId))),
    );
    if (others === 0) alone.push(name);
  }
  return alone;
}

/** Sessions, memberships, factors go with the account; in logs its person has no name any more. */
export async function deleteAccount(db: Db, userId: string): Promise<void> {
  const alone = await ownedAlone(db, userId);
  if (alone.length > 0) {
    const names = alone.map((name) => `“${name}”`).join(", ");
    throw new AppError("CONFLICT", `You are the only owner of ${names}. Hand ownership over or delete it first.`);
  }
  await db.delete(user).where(eq(user.id, userId));
}
