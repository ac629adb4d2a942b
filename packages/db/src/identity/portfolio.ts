import type { Instant } from "@heed/core/time";
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { needsYou, today } from "../queries/needs-you.ts";
import { listStores } from "../queries/stores.ts";
import { client, clientStore } from "../schema/tenant.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { eachReceived } from "./each-received.ts";
import { listReceivedGrants } from "./grants.ts";
import type { Looker, ResolvedAccess, Workspace } from "./resolve-access.ts";

/** A workspace that this person may look into: the agency's own, or one that let the agency in. */
export interface PortfolioWorkspace {
  readonly workspace: Omit<Workspace, "kind">;
  readonly own: boolean;
  /** By which an agency was let in; null for its own workspace. */
  readonly grantId: string | null;
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

export interface PortfolioInput {
  readonly viewer: Looker;
  readonly now: Instant;
}

/**
 * The board over all clients: one transaction per workspace, eight at a time, on counters only. Each goes the one way in,
 * so that a limit or a revoked grant holds here as everywhere. What needs somebody comes first.
 */
export async function portfolio(
  db: Db,
  agency: ResolvedAccess,
  { viewer, now }: PortfolioInput,
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
  const boards: PortfolioWorkspace[] = own.stores.length === 0 ? [] : [{ workspace, own: true, grantId: null, ...own }];
  const found = await eachReceived(db, received, { viewer, look: (tx) => boardOf(tx, { now, clients }) });
  boards.push(
    ...found.map(({ workspace: other, grantId, seen }) => ({ workspace: other, own: false, grantId, ...seen })),
  );
  return boards.toSorted((one, other) => other.needsYou - one.needsYou);
}

interface Look {
  readonly now: Instant;
  readonly clients: ReadonlyMap<string, string>;
}

/** Counters and stores of the workspace of this transaction. */
async function boardOf(tx: TenantDb, { now, clients }: Look) {
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

export interface ClientRow {
  readonly id: string;
  readonly name: string;
  readonly invoicingLabel: string | null;
}

export function listClients(tx: TenantDb): Promise<ClientRow[]> {
  return tx.sql
    .select({ id: client.id, name: client.name, invoicingLabel: client.invoicingLabel })
    .from(client)
    .where(and(eq(client.tenantId, tx.tenantId)))
    .orderBy(asc(client.name));
}
