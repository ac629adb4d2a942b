import { commonStores, limitedStores, lowerRole, type StoreScope } from "@heed/core/tenant/limits";
import { ROLES, type Role } from "@heed/core/tenant/role";
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db, Transaction } from "../client.ts";
import { clientStore, grant, member, tenant } from "../schema/tenant.ts";
import type { Access } from "../tenant-db.ts";
import { asUser } from "./as-user.ts";

export interface Workspace {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: "seller" | "agency";
}

export interface ResolvedAccess {
  readonly access: Access;
  readonly workspace: Workspace;
  /** The workspace lets nobody work without a second factor. */
  readonly requireFactor: boolean;
}

export interface AccessQuestion {
  readonly userId: string;
  readonly slug: string;
  /** For the audit log. */
  readonly network?: string | null;
}

/*
 * The one way in. Membership comes before a grant; of several grants the one that allows most counts.
 *
 *   member of the workspace     role and stores of the member row
 *   member of an agency that    the lower of the granted role and the role in the agency,
 *     the workspace let in        the stores that both allow
 *   workspace or agency deleted, grant ended, nothing of it: null
 */

/** What a signed-in person may do in the workspace of that slug; null when it does not exist for this person. */
export async function resolveAccess(db: Db, ask: AccessQuestion): Promise<ResolvedAccess | null> {
  return asUser(db, ask.userId, async (tx) => {
    const place = await findWorkspace(tx, ask.slug);
    if (place === null) return null;
    const way =
      (await asMember(tx, place.workspace.id, ask.userId)) ?? (await byGrant(tx, place.workspace.id, ask.userId));
    if (way === null) return null;
    const access = { tenantId: place.workspace.id, userId: ask.userId, network: ask.network ?? null, ...way } as Access;
    return { access, ...place };
  });
}

/** Who looks, and how surely it is them: 2 is a session with its second factor. */
export interface Looker {
  readonly userId: string;
  readonly factorLevel: number;
}

/** The way into a workspace beside the one that a request names: null also where it requires a factor not yet given. */
export async function lookInto(db: Db, viewer: Looker, wanted: string): Promise<ResolvedAccess | null> {
  const found = await resolveAccess(db, { userId: viewer.userId, slug: wanted });
  return found === null || (found.requireFactor && viewer.factorLevel < 2) ? null : found;
}

const { id, slug, name, kind } = tenant;

async function findWorkspace(tx: Transaction, wanted: string): Promise<Omit<ResolvedAccess, "access"> | null> {
  const [row] = await tx
    .select({ workspace: { id, slug, name, kind }, requireFactor: tenant.requireFactor })
    .from(tenant)
    .where(and(eq(slug, wanted), isNull(tenant.deletedAt)));
  return row ?? null;
}

type Way = Pick<Access, "role" | "stores" | "via" | "agency">;

async function asMember(tx: Transaction, tenantId: string, userId: string): Promise<Way | null> {
  const [row] = await tx
    .select({ role: member.role, storeIds: member.storeIds, clientIds: member.clientIds })
    .from(member)
    .where(and(eq(member.tenantId, tenantId), eq(member.userId, userId)));
  if (row === undefined) return null;
  return { role: row.role, stores: await storesOf(tx, tenantId, row), via: "member", agency: null };
}

async function byGrant(tx: Transaction, tenantId: string, userId: string): Promise<Way | null> {
  const agency = alias(tenant, "agency");
  const rows = await tx
    .select({
      role: grant.role,
      granted: grant.storeIds,
      agency: { id: agency.id, name: agency.name },
      own: { role: member.role, storeIds: member.storeIds, clientIds: member.clientIds },
    })
    .from(grant)
    .innerJoin(agency, and(eq(agency.id, grant.agencyId), isNull(agency.deletedAt)))
    .innerJoin(member, and(eq(member.tenantId, grant.agencyId), eq(member.userId, userId)))
    .where(and(eq(grant.tenantId, tenantId), isNotNull(grant.acceptedAt), isNull(grant.endedAt)));
  const ways: Way[] = [];
  for (const row of rows) {
    const stores = commonStores(row.granted ?? "all", await storesOf(tx, row.agency.id, row.own));
    ways.push({ role: lowerRole(row.role, row.own.role), stores, via: "grant", agency: row.agency });
  }
  return ways.toSorted((one, other) => rank(one.role) - rank(other.role))[0] ?? null;
}

const rank = (role: Role): number => ROLES.indexOf(role);

interface Limits {
  readonly storeIds: string[] | null;
  readonly clientIds: string[] | null;
}

async function storesOf(tx: Transaction, tenantId: string, limits: Limits): Promise<StoreScope> {
  const { clientIds } = limits;
  if (clientIds === null || clientIds.length === 0) return limitedStores(limits, new Map());
  const rows = await tx
    .select({ clientId: clientStore.clientId, storeId: clientStore.storeId })
    .from(clientStore)
    .where(and(eq(clientStore.tenantId, tenantId), inArray(clientStore.clientId, clientIds)));
  return limitedStores(
    limits,
    new Map(
      Object.entries(Object.groupBy(rows, (row) => row.clientId)).map(([clientId, stores]) => [
        clientId,
        (stores ?? []).map((row) => row.storeId),
      ]),
    ),
  );
}
