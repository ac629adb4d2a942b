import type { Period } from "@heed/core/billing/entitlements";
import { and, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { type StoreUsage, usageByStore } from "../queries/usage.ts";
import { client, clientStore } from "../schema/tenant.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { eachReceived } from "./each-received.ts";
import { listReceivedGrants } from "./grants.ts";
import type { Looker, ResolvedAccess } from "./resolve-access.ts";

export interface StoreUse extends StoreUsage {
  /** The client that the store belongs to here, as its name is now; null: of no client. */
  readonly client: string | null;
  readonly label: string | null;
  /** Whose plan pays: null is this workspace's, else the one that let this agency in. */
  readonly payer: { readonly slug: string; readonly name: string } | null;
}

export interface Asked {
  readonly viewer: Looker;
  readonly period: Period;
}

/**
 * Which store of which client used what. Stores that another workspace granted are on that workspace's plan and bill
 * (ADR 0033): an agency sees their counts beside its own, and never on its own bill.
 */
export async function usageOfStores(db: Db, here: ResolvedAccess, { viewer, period }: Asked): Promise<StoreUse[]> {
  const { own, clients, received } = await withTenant(db, here.access, async (tx) => ({
    own: await usageByStore(tx, period),
    clients: await clientsOfStores(tx),
    received: here.workspace.kind === "agency" ? await listReceivedGrants(tx) : [],
  }));
  const place = (rows: readonly StoreUsage[], payer: StoreUse["payer"]) =>
    rows.map((row) => ({ ...row, ...(clients.get(row.storeId) ?? NO_CLIENT), payer }));
  const others = await eachReceived(db, received, { viewer, look: (tx) => usageByStore(tx, period) });
  return [...place(own, null), ...others.flatMap(({ workspace: { slug, name }, seen }) => place(seen, { slug, name }))];
}

const NO_CLIENT = { client: null, label: null } as const;

type OfClient = Pick<StoreUse, "client" | "label">;

async function clientsOfStores(tx: TenantDb): Promise<ReadonlyMap<string, OfClient>> {
  const rows = await tx.sql
    .select({ storeId: clientStore.storeId, client: client.name, label: client.invoicingLabel })
    .from(clientStore)
    .innerJoin(client, and(eq(client.tenantId, clientStore.tenantId), eq(client.id, clientStore.clientId)))
    .where(eq(clientStore.tenantId, tx.tenantId));
  return new Map(rows.map(({ storeId, ...of }) => [storeId, of]));
}
