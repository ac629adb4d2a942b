import type { Intent } from "@heed/core/message/intent";
import type { Lane } from "@heed/core/message/message";
import type { Instant } from "@heed/core/time";
import { and, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { message } from "../schema/message.ts";
import { order } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import { tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";

/** Any number; with the store it names the lock of its daily cap among all advisory locks. */
const CAP_LOCK = 7_301_001;

/** Until the transaction ends no other e-mail of the same store is counted or claimed: two cannot take the last place. */
export async function lockDailyCap(tx: TenantDb, messageId: string): Promise<void> {
  await tx.sql.execute(sql`
    select pg_advisory_xact_lock(${CAP_LOCK}, hashtext(${message.storeId}::text))
    from ${message} where ${message.tenantId} = ${tx.tenantId} and ${message.id} = ${messageId}`);
}

/** The same for the workspace's quota of critical messages, which counts over all stores. */
const QUOTA_LOCK = 7_301_002;

export async function lockCriticalQuota(tx: TenantDb): Promise<void> {
  await tx.sql.execute(sql`select pg_advisory_xact_lock(${QUOTA_LOCK}, hashtext(${tx.tenantId}))`);
}

/**
 * Keeps what the verdict rests on as it is until the claim is committed: the order with its buyer's refusals
 * (`suppressBuyer` takes the same rows), the store's and the workspace's brakes. Who was faster is waited for, and seen
 * by the facts that are loaded after this.
 */
export async function lockFacts(tx: TenantDb, messageId: string): Promise<void> {
  await tx.sql
    .select({ id: order.id })
    .from(message)
    .innerJoin(order, and(eq(order.tenantId, message.tenantId), eq(order.id, message.orderRef)))
    .innerJoin(store, and(eq(store.tenantId, message.tenantId), eq(store.id, message.storeId)))
    .innerJoin(tenant, eq(tenant.id, message.tenantId))
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, messageId)))
    .for("share", { of: [order, store, tenant] });
}

/** A planned message as it was read: in another plan version it is another one. */
interface Planned {
  readonly messageId: string;
  readonly planVersion: number;
}

export interface Claim extends Planned {
  readonly lane: Lane;
  readonly intent: Intent;
  readonly now: Instant;
}

/**
 * Takes a message for sending: one statement, committed before the call to the lane. Of two runs that try, one gets it.
 * @returns whether this caller got it
 */
export function claimMessage(tx: TenantDb, { lane, intent, now, ...planned }: Claim): Promise<boolean> {
  return changePlanned(tx, planned, { state: "sending", lane, intent, claimedAt: now, stillOffered: 0 });
}

export interface Postponement extends Planned {
  readonly until: Instant;
}

/** A `wait` is data: the message is due again later, and any run of the old plan version finds nothing to do. */
export function postponeMessage(tx: TenantDb, { until, ...planned }: Postponement): Promise<boolean> {
  const planVersion = sql`${message.planVersion} + 1`;
  return changePlanned(tx, planned, { dueAt: until, dispatchedAt: null, planVersion });
}

export interface Refusal extends Planned {
  readonly rule: string;
  readonly final: boolean;
}

export function refuseMessage(tx: TenantDb, { rule, final, ...planned }: Refusal): Promise<boolean> {
  return changePlanned(tx, planned, { state: "refused", endRule: rule, final });
}

/** @returns false when the message has ended, or was planned anew, since it was read */
async function changePlanned(
  tx: TenantDb,
  { messageId, planVersion }: Planned,
  values: PgUpdateSetSource<typeof message>,
): Promise<boolean> {
  const rows = await tx.sql
    .update(message)
    .set(values)
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        eq(message.id, messageId),
        eq(message.state, "planned"),
        eq(message.planVersion, planVersion),
      ),
    )
    .returning({ id: message.id });
  return rows.length === 1;
}

/** @returns how many reads have found the request still offered, this one included */
export async function countOffer(tx: TenantDb, messageId: string): Promise<number> {
  const [row] = await tx.sql
    .update(message)
    .set({ stillOffered: sql`${message.stillOffered} + 1` })
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, messageId)))
    .returning({ offers: message.stillOffered });
  return row?.offers ?? 0;
}
