import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { requireFeature } from "../queries/require-entitlement.ts";
import { client, clientStore } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";

interface Named {
  readonly name: string;
  readonly now: Instant;
}

export async function createClient(tx: TenantDb, { name, now }: Named): Promise<{ id: string }> {
  const rows = await tx.sql
    .insert(client)
    .values({ tenantId: tx.tenantId, name, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: client.id });
  const [made] = rows;
  if (made === undefined) throw new AppError("CONFLICT", "There is a client of this name already.");
  await appendAudit(tx, { now, act: "client.created", subject: `client:${made.id}`, after: { name } });
  return made;
}

const byId = (tx: TenantDb, id: string) => and(eq(client.tenantId, tx.tenantId), eq(client.id, id));
const gone = () => new AppError("NOT_FOUND", "This client does not exist any more.");

export async function renameClient(tx: TenantDb, { id, name, now }: Named & { id: string }): Promise<void> {
  const [before] = await tx.sql.select({ name: client.name }).from(client).where(byId(tx, id));
  if (before === undefined) throw gone();
  await tx.sql.update(client).set({ name }).where(byId(tx, id));
  await appendAudit(tx, { now, act: "client.renamed", subject: `client:${id}`, before, after: { name } });
}

interface Labelled {
  readonly id: string;
  /** Null: none. */
  readonly label: string | null;
  readonly now: Instant;
}

/**
 * What the client is called on use, its CSV and invoices. Under a smaller plan a label stays, and can be taken away.
 * @throws AppError PAYMENT_REQUIRED where the plan has no labels
 */
export async function labelClient(tx: TenantDb, { id, label, now }: Labelled): Promise<void> {
  const [before] = await tx.sql.select({ label: client.invoicingLabel }).from(client).where(byId(tx, id)).for("update");
  if (before === undefined) throw gone();
  if (before.label === label) return;
  if (label !== null) await requireFeature(tx, "clientLabels", now);
  await tx.sql.update(client).set({ invoicingLabel: label }).where(byId(tx, id));
  await appendAudit(tx, { now, act: "client.labelled", subject: `client:${id}`, before, after: { label } });
}

/** Its stores stay; people who were limited to it see them no more. */
export async function removeClient(tx: TenantDb, { id, now }: { id: string; now: Instant }): Promise<void> {
  const rows = await tx.sql.delete(client).where(byId(tx, id)).returning({ name: client.name });
  const [before] = rows;
  if (before === undefined) throw gone();
  await appendAudit(tx, { now, act: "client.removed", subject: `client:${id}`, before });
}

export interface StorePlace {
  readonly storeId: string;
  /** The workspace in which the store is: our own, or one that let us in. */
  readonly storeTenantId: string;
  /** Null: of no client. */
  readonly clientId: string | null;
  readonly now: Instant;
}

/** A store belongs to one client or to none. */
export async function placeStore(tx: TenantDb, { storeId, storeTenantId, clientId, now }: StorePlace): Promise<void> {
  const place = and(eq(clientStore.tenantId, tx.tenantId), eq(clientStore.storeId, storeId));
  const [before] = await tx.sql.delete(clientStore).where(place).returning({ clientId: clientStore.clientId });
  if (clientId !== null) {
    const [found] = await tx.sql.select({ id: client.id }).from(client).where(byId(tx, clientId));
    if (found === undefined) throw gone();
    await tx.sql.insert(clientStore).values({ tenantId: tx.tenantId, clientId, storeId, storeTenantId });
  }
  const change = { before: { clientId: before?.clientId ?? null }, after: { clientId } };
  await appendAudit(tx, { now, act: "client.store_placed", subject: `store:${storeId}`, ...change });
}
