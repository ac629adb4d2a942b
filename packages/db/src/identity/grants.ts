import { AppError } from "@heed/core/errors";
import type { Role } from "@heed/core/tenant/role";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Db } from "../client.ts";
import { appendAudit } from "../commands/append-audit.ts";
import { appendLive } from "../commands/append-outbox.ts";
import { grant, tenant } from "../schema/tenant.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { normalizeEmail } from "./auth-adapter.ts";
import { asBearer, newToken } from "./bearer.ts";
import { enteringAccess } from "./entering-access.ts";

/*
 * A grant (table `grant`):
 *   offered    accepted_at null, ended_at null   nobody gets in; the token in the mail works until expires_at
 *   accepted   accepted_at set, ended_at null    people of the agency get in
 *   ended      ended_at set                      nobody gets in, from the next request on
 */
const OFFER_HOURS = 14 * 24;

export interface GrantRow {
  readonly id: string;
  readonly email: string;
  readonly role: Exclude<Role, "owner">;
  readonly storeIds: readonly string[] | null;
  readonly agencyName: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly acceptedAt: Instant | null;
}

const { id, email, role, storeIds, agencyName, createdAt, expiresAt, acceptedAt } = grant;
const ROW = { id, email, role, storeIds, agencyName, createdAt, expiresAt, acceptedAt };

/** What this workspace has offered or given and not taken back. */
export function listGrants(tx: TenantDb): Promise<GrantRow[]> {
  return tx.sql
    .select(ROW)
    .from(grant)
    .where(and(eq(grant.tenantId, tx.tenantId), isNull(grant.endedAt)))
    .orderBy(desc(createdAt));
}

export interface ReceivedGrant {
  readonly id: string;
  readonly workspace: { readonly id: string; readonly slug: string; readonly name: string };
  readonly role: Exclude<Role, "owner">;
  readonly storeIds: readonly string[] | null;
  readonly acceptedAt: Instant | null;
}

/** The workspaces that let this agency in. */
export function listReceivedGrants(tx: TenantDb): Promise<ReceivedGrant[]> {
  return tx.sql
    .select({
      id,
      workspace: { id: tenant.id, slug: tenant.slug, name: tenant.name },
      role,
      storeIds,
      acceptedAt,
    })
    .from(grant)
    .innerJoin(tenant, and(eq(tenant.id, grant.tenantId), isNull(tenant.deletedAt)))
    .where(and(eq(grant.agencyId, tx.tenantId), isNotNull(acceptedAt), isNull(grant.endedAt)))
    .orderBy(tenant.name);
}

export interface Offer {
  readonly email: string;
  readonly role: Exclude<Role, "owner">;
  readonly storeIds: readonly string[] | null;
  readonly now: Instant;
}

export async function offerGrant(
  tx: TenantDb,
  offer: Offer,
): Promise<{ id: string; token: string; expiresAt: Instant }> {
  const { token, tokenHash } = newToken();
  const ends = offer.now.add({ hours: OFFER_HOURS });
  const stores = offer.storeIds === null ? null : [...offer.storeIds];
  const [row] = await tx.sql
    .insert(grant)
    .values({
      tenantId: tx.tenantId,
      email: normalizeEmail(offer.email),
      role: offer.role,
      storeIds: stores,
      tokenHash,
      offeredBy: tx.access.userId,
      createdAt: offer.now,
      expiresAt: ends,
    })
    .returning({ id });
  const grantId = row?.id ?? "";
  const after = { role: offer.role, storeIds: stores };
  await appendAudit(tx, { now: offer.now, act: "grant.offered", subject: `grant:${grantId}`, after });
  return { id: grantId, token, expiresAt: ends };
}

/** Ends an offer or a grant. Requests made after this find nobody let in; open pages are told to look again. */
export async function revokeGrant(tx: TenantDb, { grantId, now }: { grantId: string; now: Instant }): Promise<void> {
  const [row] = await tx.sql
    .update(grant)
    .set({ endedAt: now, endedBy: "seller" })
    .where(and(eq(grant.tenantId, tx.tenantId), eq(id, grantId), isNull(grant.endedAt)))
    .returning({ agencyId: grant.agencyId, agencyName });
  if (row === undefined) throw new AppError("NOT_FOUND", "This access was taken back already.");
  await appendAudit(tx, { now, act: "grant.revoked", subject: `grant:${grantId}`, before: row });
  await appendLive(tx, ["access"], now);
}

export interface FoundOffer {
  readonly id: string;
  readonly tenantId: string;
  readonly workspace: string;
  readonly role: Exclude<Role, "owner">;
  readonly stores: number | null;
  readonly state: "open" | "expired" | "accepted" | "ended";
}

/** What a token from a mail offers; null for a token that nobody made. */
export async function findOffer(db: Db, token: string, now: Instant): Promise<FoundOffer | null> {
  const [row] = await asBearer(db, token, (tx) =>
    tx
      .select({ grant, workspace: tenant.name })
      .from(grant)
      .innerJoin(tenant, and(eq(tenant.id, grant.tenantId), isNull(tenant.deletedAt))),
  );
  if (row === undefined) return null;
  const { tenantId, ...of } = row.grant;
  const state = offerState(row.grant, now);
  return { id: of.id, tenantId, workspace: row.workspace, role: of.role, stores: of.storeIds?.length ?? null, state };
}

function offerState(row: typeof grant.$inferSelect, now: Instant): FoundOffer["state"] {
  if (row.endedAt !== null) return "ended";
  if (row.acceptedAt !== null) return "accepted";
  return now.since(row.expiresAt).sign >= 0 ? "expired" : "open";
}

export interface AcceptOffer {
  readonly token: string;
  readonly agency: { readonly id: string; readonly name: string };
  readonly userId: string;
  readonly network: string | null;
  readonly now: Instant;
}

const WORDS: Readonly<Record<Exclude<FoundOffer["state"], "open">, string>> = {
  expired: "This offer has expired. Ask for another one.",
  accepted: "This offer was accepted already.",
  ended: "This offer was taken back.",
};

/** Opens the granting workspace to the agency; written to the log of the granting side. */
export async function acceptOffer(db: Db, { token, agency, userId, network, now }: AcceptOffer): Promise<FoundOffer> {
  const found = await findOffer(db, token, now);
  if (found === null) throw new AppError("NOT_FOUND", "This offer does not exist any more.");
  if (found.state !== "open") throw new AppError("CONFLICT", WORDS[found.state]);
  if (found.tenantId === agency.id) throw new AppError("INVALID", "A workspace cannot let itself in.");
  await withTenant(db, { ...enteringAccess(found.tenantId, userId, network), agency }, async (tx) => {
    const rows = await tx.sql
      .update(grant)
      .set({ agencyId: agency.id, agencyName: agency.name, acceptedBy: userId, acceptedAt: now })
      .where(and(eq(grant.tenantId, tx.tenantId), eq(id, found.id), isNull(acceptedAt), isNull(grant.endedAt)))
      .returning({ id });
    if (rows.length === 0) throw new AppError("CONFLICT", WORDS.accepted);
    await appendAudit(tx, { now, act: "grant.accepted", subject: `grant:${found.id}`, after: { agencyId: agency.id } });
    await appendLive(tx, ["access"], now);
  });
  return found;
}
