import type { ClientUnits } from "@heed/core/billing/bill-labels";
import type { Period } from "@heed/core/billing/entitlements";
import { and, eq, gte, lt, sql } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { client, clientStore } from "../schema/tenant.ts";
import { usageEntry } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

/** Metered units of a period by client: what a bill of the workspace is made of. */
export async function usageByClient(tx: TenantDb, { start, end }: Period): Promise<ClientUnits[]> {
  const rows = await tx.sql
    .select({
      client: client.name,
      label: client.invoicingLabel,
      units: sql<string>`sum(${usageEntry.units})`,
    })
    .from(usageEntry)
    .innerJoin(message, and(eq(message.tenantId, usageEntry.tenantId), eq(message.id, usageEntry.messageId)))
    .leftJoin(clientStore, and(eq(clientStore.tenantId, message.tenantId), eq(clientStore.storeId, message.storeId)))
    .leftJoin(client, and(eq(client.tenantId, clientStore.tenantId), eq(client.id, clientStore.clientId)))
    .where(
      and(
        eq(usageEntry.tenantId, tx.tenantId),
        gte(usageEntry.at, start),
        lt(usageEntry.at, end),
        eq(usageEntry.metered, true),
      ),
    )
    .groupBy(client.id, client.name, client.invoicingLabel);
  return rows.map(({ units, ...of }) => ({ ...of, units: Number(units) }));
}
