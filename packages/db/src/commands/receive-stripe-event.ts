import type { Instant } from "@heed/core/time";
import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { claimDelivery } from "../identity/webhook-receipts.ts";
import { tenantOfCustomer } from "../queries/billing-tenant.ts";
import { tenant } from "../schema/tenant.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { withTenant } from "../tenant-db.ts";
import { appendEvents } from "./append-outbox.ts";

/** An event of Stripe whose signature was checked. */
export interface StripeDelivery {
  readonly id: string;
  readonly customerId: string | null;
  /** The workspace that the event's own metadata names, where the customer is not stored yet. */
  readonly tenantId: string | null;
  readonly now: Instant;
}

export interface StripePorts {
  readonly db: Db;
  readonly system: SystemDb;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * Any event, in any order and any number of times, only makes us read the state from Stripe again: the claim of its id
 * and the wish to read are one transaction, so a repeat changes nothing and a crash loses nothing.
 */
export async function receiveStripeEvent(
  { db, system }: StripePorts,
  { id, customerId, tenantId: named, now }: StripeDelivery,
): Promise<"repeated" | "received" | "not ours"> {
  const stored = customerId === null ? null : await tenantOfCustomer(system, customerId);
  const tenantId = stored ?? (named !== null && UUID.test(named) ? named : null);
  if (tenantId === null || (stored === null && !(await exists(db, tenantId)))) return "not ours";
  return withTenant(db, systemAccess(tenantId), async (tx) => {
    if (!(await claimDelivery(tx, { source: "stripe", deliveryId: id, now }))) return "repeated";
    await appendEvents(tx, [{ name: "billing/changed", data: { tenantId, customerId } }], now);
    return "received";
  });
}

/** A mark in foreign metadata may name anything. */
function exists(db: Db, tenantId: string): Promise<boolean> {
  return withTenant(db, systemAccess(tenantId), async (tx) => {
    const rows = await tx.sql.execute(sql`select from ${tenant} where id = ${tx.tenantId}`);
    return rows.length === 1;
  });
}
