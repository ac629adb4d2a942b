import { randomBytes } from "node:crypto";
import { AppError } from "@heed/core/errors";
import { slugOf } from "@heed/core/tenant/name";
import type { Instant } from "@heed/core/time";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { appendAudit } from "../commands/append-audit.ts";
import { member, tenant } from "../schema/tenant.ts";
import { job } from "../schema/work.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { asUser } from "./as-user.ts";
import { enteringAccess } from "./entering-access.ts";

/*
 * Life of a workspace:
 *   created                     its founder is the owner
 *   deleted (typed name)        exists for nobody, sends nothing, is erased 7 days later; its members get a mail
 *   restored within the 7 days  as before
 */
const GRACE_HOURS = 7 * 24;

export interface NewWorkspace {
  readonly userId: string;
  readonly name: string;
  readonly kind: "seller" | "agency";
  readonly network: string | null;
  readonly now: Instant;
}

export async function createWorkspace(db: Db, input: NewWorkspace): Promise<{ id: string; slug: string }> {
  const [made] = await db.execute<{ id: string }>(sql`select uuidv7() as id`);
  const id = made?.id ?? "";
  return withTenant(db, enteringAccess(id, input.userId, input.network), async (tx) => {
    const slug = await insertTenant(tx, input);
    await tx.sql
      .insert(member)
      .values({ tenantId: tx.tenantId, userId: input.userId, role: "owner", createdAt: input.now });
    const after = { name: input.name, kind: input.kind };
    await appendAudit(tx, { now: input.now, act: "workspace.created", subject: `workspace:${id}`, after });
    return { id, slug };
  });
}

/** The slug of another workspace cannot be seen, so a taken one shows as a row that was not inserted. */
async function insertTenant(tx: TenantDb, { name, kind, now }: NewWorkspace): Promise<string> {
  const wanted = slugOf(name);
  for (let tries = 0; tries < 5; tries += 1) {
    const slug =
      tries === 0 && wanted.length >= 3 ? wanted : `${wanted || "workspace"}-${randomBytes(3).toString("hex")}`;
    const rows = await tx.sql
      .insert(tenant)
      .values({ id: tx.tenantId, slug, name, kind, createdAt: now })
      .onConflictDoNothing({ target: tenant.slug })
      .returning({ id: tenant.id });
    if (rows.length === 1) return slug;
  }
  throw new AppError("CONFLICT", "No free address was found for this name. Try another one.", { retryable: true });
}

export async function renameWorkspace(tx: TenantDb, { name, now }: { name: string; now: Instant }): Promise<void> {
  const before = await tenantRow(tx);
  await tx.sql.update(tenant).set({ name }).where(eq(tenant.id, tx.tenantId));
  const change = { before: { name: before.name }, after: { name } };
  await appendAudit(tx, { now, act: "workspace.renamed", subject: `workspace:${tx.tenantId}`, ...change });
}

export async function setRequireFactor(
  tx: TenantDb,
  { requireFactor, now }: { requireFactor: boolean; now: Instant },
): Promise<void> {
  const before = await tenantRow(tx);
  await tx.sql.update(tenant).set({ requireFactor }).where(eq(tenant.id, tx.tenantId));
  const change = { before: { requireFactor: before.requireFactor }, after: { requireFactor } };
  await appendAudit(tx, { now, act: "workspace.factor_rule", subject: `workspace:${tx.tenantId}`, ...change });
}

export async function deleteWorkspace(
  tx: TenantDb,
  { typedName, now }: { typedName: string; now: Instant },
): Promise<{ eraseAt: Instant }> {
  const { name, paused } = await tenantRow(tx);
  if (typedName !== name) throw new AppError("INVALID", "That is not the name of this workspace.");
  const eraseAt = now.add({ hours: GRACE_HOURS });
  const deleted = { deletedAt: now, eraseAt, paused: true, pausedBefore: paused };
  await tx.sql.update(tenant).set(deleted).where(eq(tenant.id, tx.tenantId));
  await tellMembers(tx, now);
  await appendAudit(tx, { now, act: "workspace.deleted", subject: `workspace:${tx.tenantId}` });
  return { eraseAt };
}

/** One that waits from a deletion before tells of this one. */
async function tellMembers(tx: TenantDb, now: Instant): Promise<void> {
  const mail = { tenantId: tx.tenantId, kind: "tell_deleted", subject: tx.tenantId, runAt: now } as const;
  await tx.sql.insert(job).values(mail).onConflictDoNothing();
}

async function tenantRow(tx: TenantDb): Promise<typeof tenant.$inferSelect> {
  const [row] = await tx.sql.select().from(tenant).where(eq(tenant.id, tx.tenantId));
  if (row === undefined) throw new AppError("NOT_FOUND", "This workspace does not exist.");
  return row;
}

export interface DeletedWorkspace {
  readonly id: string;
  readonly name: string;
  readonly eraseAt: Instant | null;
}

/** Workspaces that this person owns and that are in their days of grace. */
export function listDeletedWorkspaces(db: Db, userId: string): Promise<DeletedWorkspace[]> {
  return asUser(db, userId, (tx) =>
    tx
      .select({ id: tenant.id, name: tenant.name, eraseAt: tenant.eraseAt })
      .from(tenant)
      .innerJoin(member, and(eq(member.tenantId, tenant.id), eq(member.userId, userId), eq(member.role, "owner")))
      .where(isNotNull(tenant.deletedAt)),
  );
}

export interface Restore {
  readonly userId: string;
  readonly id: string;
  readonly network: string | null;
  readonly now: Instant;
}

/** @returns the slug, or null when this person owns no such deleted workspace */
export async function restoreWorkspace(
  db: Db,
  { userId, id, network, now }: Restore,
): Promise<{ slug: string } | null> {
  const own = await listDeletedWorkspaces(db, userId);
  if (!own.some((workspace) => workspace.id === id)) return null;
  return withTenant(db, enteringAccess(id, userId, network), async (tx) => {
    const [row] = await tx.sql
      .update(tenant)
      .set({ deletedAt: null, eraseAt: null, pausedBefore: null, paused: sql`coalesce(${tenant.pausedBefore}, false)` })
      .where(and(eq(tenant.id, tx.tenantId), isNotNull(tenant.deletedAt)))
      .returning({ slug: tenant.slug });
    if (row === undefined) return null;
    await appendAudit(tx, { now, act: "workspace.restored", subject: `workspace:${id}` });
    return row;
  });
}
