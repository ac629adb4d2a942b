import type { Instant } from "@heed/core/time";
import { and, eq, sql } from "drizzle-orm";
import { orderActions } from "../schema/typed.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendEvents, appendLive } from "./append-outbox.ts";

/** An answer younger than this is good enough to write by; at the moment of sending Amazon is asked again anyway. */
const FRESH = { minutes: 2 };

interface Ask {
  readonly orderRef: string;
  readonly now: Instant;
}

/** Has the worker read what Amazon allows for the order, unless it was read or asked for just now. */
export async function askActions(tx: TenantDb, { orderRef, now }: Ask): Promise<void> {
  const values = { askedAt: now, readAt: null, problem: null };
  const rows = await tx.sql
    .insert(orderActions)
    .values({ tenantId: tx.tenantId, orderRef, ...values })
    .onConflictDoUpdate({
      target: [orderActions.tenantId, orderActions.orderRef],
      set: values,
      setWhere: sql`${orderActions.askedAt} <= ${now.subtract(FRESH).toString()}`,
    })
    .returning({ orderRef: orderActions.orderRef });
  if (rows.length === 0) return;
  await appendEvents(tx, [{ name: "order/actions", data: { tenantId: tx.tenantId, orderRef } }], now);
}

export interface ActionsRead extends Ask {
  readonly actions: readonly string[] | null;
  readonly locale: string | null;
  readonly problem: (typeof orderActions.$inferSelect)["problem"];
}

export async function recordActions(tx: TenantDb, { orderRef, now, ...read }: ActionsRead): Promise<void> {
  await tx.sql
    .update(orderActions)
    .set({ ...read, actions: read.actions === null ? null : [...read.actions], readAt: now })
    .where(and(eq(orderActions.tenantId, tx.tenantId), eq(orderActions.orderRef, orderRef)));
  await appendLive(tx, ["messages"], now);
}
