import type { Instant } from "@heed/core/time";
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { needsYou, today } from "../queries/needs-you.ts";
import { listStores } from "../queries/stores.ts";
import { client, clientStore } from "../schema/tenant.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { listReceivedGrants } from "./grants.ts";
import { type ResolvedAccess, resolveAccess, type Workspace } from "./resolve-access.ts";

/** A workspace that this person may look into: the agency's own, or one that let the agency in. */
export interface PortfolioWorkspace {
  readonly workspace: Omit<Workspace, "kind">;
  readonly own: boolean;
  readonly stores: readonly PortfolioStore[];
  readonly needsYou: number;
  readonly sent: number;
  readonly waiting: number;
  readonly refused: number;
}

export interface PortfolioStore {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly paused: boolean;
  readonly clientId: string | null;
}

const AT_ONCE = 8;

export interface PortfolioInput {
  readonly userId: string;
  readonly now: Instant;
}

/**
 * The board over all clients: one transaction per workspace, eight at a time, on counters only. Each goes the one way in,
 * so that a limit or a revoked grant holds here as everywhere. What needs somebody comes first.
 */
export async function portfolio(
  db: Db,
  agency: ResolvedAccess,
  { userId, now }: PortfolioInput,
): Promise<PortfolioWorkspace[]> {
  const { clients, received, own } = await withTenant(db, agency.access, async (tx) => {
    const byStore = await clientOfStore(tx);
    return {
      clients: byStore,
      received: await listReceivedGrants(tx),
      own: await boardOf(tx, { now, clients: byStore }),
    };
  });
  const { kind: _, ...workspace } = agency.workspace;
  const boards: PortfolioWorkspace[] = own.stores.length === 0 ? [] : [{ workspace, own: true, ...own }];
  for (let from = 0; from < received.length; from += AT_ONCE) {
    const some = received.slice(from, from + AT_ONCE);
    const found = await Promise.all(
      some.map(({ workspace }) => lookInto(db, { slug: workspace.slug, userId, now, clients })),
    );
    boards.push(...found.filter((board) => board !== null));
  }
  return boards.toSorted((one, other) => other.needsYou - one.needsYou);
}

interface Look {
  readonly slug: string;
  readonly userId: string;
  readonly now: Instant;
  readonly clients: ReadonlyMap<string, string>;
}

async function lookInto(db: Db, { slug, userId, now, clients }: Look): Promise<PortfolioWorkspace | null> {
  const found = await resolveAccess(db, { userId, slug });
  if (found === null) return null;
  const { kind: _, ...workspace } = found.workspace;
  const board = await withTenant(db, found.access, (tx) => boardOf(tx, { now, clients }));
  return { workspace, own: false, ...board };
}

/** Counters and stores of the workspace of this transaction. */
async function boardOf(tx: TenantDb, { now, clients }: Pick<Look, "now" | "clients">) {
  const needs = await needsYou(tx, { storeId: "all", now });
  const { refusedByBuyer: refused, ...strip } = await today(tx, { storeId: "all", now, needsYou: needs });
  const stores = await listStores(tx);
  return {
    stores: stores.map(({ id, name, region, paused }) => ({
      id,
      name,
      region,
      paused,
      clientId: clients.get(id) ?? null,
    })),
    ...strip,
    refused,
  };
}

async function clientOfStore(tx: TenantDb): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.sql
    .select({ storeId: clientStore.storeId, clientId: clientStore.clientId })
    .from(clientStore)
    .where(eq(clientStore.tenantId, tx.tenantId));
  return new Map(rows.map(({ storeId, clientId }) => [storeId, clientId]));
}

export function listClients(tx: TenantDb): Promise<{ id: string; name: string }[]> {
  return tx.sql
    .select({ id: client.id, name: client.name })
    .from(client)
    .where(and(eq(client.tenantId, tx.tenantId)))
    .orderBy(asc(client.name));
}
