import type { Instant } from "@heed/core/time";
import { and, eq, sql } from "drizzle-orm";
import { syncCursor, type UnreadableOrder } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

/** A page may hold a hundred; a person looks at the first few. */
const KEPT = 20;

interface ReadPage {
  readonly storeId: string;
  readonly unreadable: readonly Pick<UnreadableOrder, "orderId" | "reason">[];
  /** Ids of the orders of the page that could be read: what was told of them before is over. */
  readonly read: readonly string[];
  readonly now: Instant;
}

/** Keeps what of a page nobody can read, by the order's id, for the page of the store; a page without such writes nothing. */
export async function noteUnreadable(tx: TenantDb, { storeId, unreadable, read, now }: ReadPage): Promise<void> {
  const mine = and(eq(syncCursor.tenantId, tx.tenantId), eq(syncCursor.storeId, storeId));
  const [row] = await tx.sql.select({ before: syncCursor.unreadable }).from(syncCursor).where(mine);
  const before = row?.before ?? [];
  if (before.length === 0 && unreadable.length === 0) return;
  const over = new Set<string | null>([...read, ...unreadable.map(({ orderId }) => orderId)]);
  const noted = unreadable.map(({ orderId, reason }) => ({ orderId, reason, at: now.toString() }));
  const kept = [...before.filter(({ orderId }) => !over.has(orderId)), ...noted].slice(-KEPT);
  await tx.sql
    .update(syncCursor)
    .set({ unreadable: kept })
    .where(and(mine, sql`${syncCursor.unreadable} <> ${JSON.stringify(kept)}::jsonb`));
}
