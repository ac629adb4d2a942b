import type { StripeState } from "@heed/core/billing/stripe-state";
import type { Instant } from "@heed/core/time";
import type { Db } from "../client.ts";
import { subscriptionRow } from "../queries/billing-facts.ts";
import { systemAccess } from "../system-db.ts";
import { withTenant } from "../tenant-db.ts";
import { ensureSubscriptionRow, keepCustomer } from "./keep-customer.ts";
import { beginSync, hastenMeterJob, recordStripeState } from "./record-stripe-state.ts";

/** The part of Stripe that reading needs. */
export interface StripeReader {
  readState(customerId: string): Promise<StripeState>;
  endSurplus(ids: readonly string[]): Promise<void>;
}

export interface SyncPorts {
  readonly db: Db;
  readonly stripe: StripeReader;
}

export interface SyncInput {
  readonly tenantId: string;
  /** A customer that an event named: joined where our row lost it by a crash and the customer bears our mark. */
  readonly customerId: string | null;
  readonly now: Instant;
}

export type Synced = "nothing to read" | "not ours" | "written" | "a newer reading is written";

/**
 * Reads Stripe and writes what it says. May run twice, at the same time and after a crash anywhere: whoever began to
 * read last is believed. A second subscription beside the one that counts is ended, and the state read once more.
 */
export async function syncBilling(ports: SyncPorts, input: SyncInput): Promise<Synced> {
  const customerId = await customerOf(ports, input);
  if (customerId === null) return input.customerId === null ? "nothing to read" : "not ours";
  const state = await readAndWrite(ports, { ...input, customerId });
  if (state.surplus.length === 0) return state.written ? "written" : "a newer reading is written";
  await ports.stripe.endSurplus(state.surplus);
  await readAndWrite(ports, { ...input, customerId });
  return "written";
}

async function customerOf(
  { db, stripe }: SyncPorts,
  { tenantId, customerId: named }: SyncInput,
): Promise<string | null> {
  const row = await withTenant(db, systemAccess(tenantId), subscriptionRow);
  if (row?.customerId != null) return named === null || named === row.customerId ? row.customerId : null;
  if (named === null) return null;
  const { markedTenant, livemode } = await stripe.readState(named);
  if (markedTenant !== tenantId) return null;
  await withTenant(db, systemAccess(tenantId), async (tx) => {
    await ensureSubscriptionRow(tx);
    await keepCustomer(tx, { id: named, livemode, replaces: null });
  });
  return named;
}

async function readAndWrite(
  { db, stripe }: SyncPorts,
  { tenantId, customerId, now }: SyncInput & { readonly customerId: string },
): Promise<{ readonly written: boolean; readonly surplus: readonly string[] }> {
  const access = systemAccess(tenantId);
  const number = await withTenant(db, access, beginSync);
  const state = await stripe.readState(customerId);
  const written = await withTenant(db, access, async (tx) => {
    const before = await subscriptionRow(tx);
    const done = await recordStripeState(tx, { number, state, now });
    const start = state.subscription?.periodStart;
    if (done && start !== undefined && before?.periodStart?.equals(start) === false) await hastenMeterJob(tx, now);
    return done;
  });
  return { written, surplus: state.surplus };
}
