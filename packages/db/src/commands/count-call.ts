import type { Instant } from "@heed/core/time";
import { sql } from "drizzle-orm";
import { apiUsage } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface CountedCall {
  readonly storeId: string;
  readonly operation: string;
  readonly at: Instant;
  readonly throttled: boolean;
}

/** One call to Amazon, by store, operation and UTC day. */
export async function countCall(tx: TenantDb, { storeId, operation, at, throttled }: CountedCall): Promise<void> {
  const day = at.toZonedDateTimeISO("UTC").toPlainDate().toString();
  await tx.sql
    .insert(apiUsage)
    .values({ tenantId: tx.tenantId, storeId, day, operation, calls: 1, throttled: throttled ? 1 : 0 })
    .onConflictDoUpdate({
      target: [apiUsage.tenantId, apiUsage.storeId, apiUsage.day, apiUsage.operation],
      set: { calls: sql`${apiUsage.calls} + 1`, throttled: sql`${apiUsage.throttled} + excluded.throttled` },
    });
}
