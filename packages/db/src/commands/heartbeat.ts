import { needsTest } from "@heed/core/analytics/heard";
import { nextDigest } from "@heed/core/report/report-times";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { heardFacts } from "../queries/heard-facts.ts";
import { address } from "../schema/store.ts";
import { tenant } from "../schema/tenant.ts";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";
import { beginSelfTest, type SelfTest } from "./prove-address.ts";

/** Each address is looked at once a day. */
export const HEARTBEAT_EVERY = { hours: 24 };

interface HeartbeatInput {
  readonly storeId: string;
  readonly now: Instant;
}

/** From the day after it is connected a store's addresses are tested, and its workspace's owners told how notices are. */
export async function beginChecks(tx: TenantDb, { storeId, now }: HeartbeatInput): Promise<void> {
  const [row] = await tx.sql.select({ digest: tenant.digest }).from(tenant).where(eq(tenant.id, tx.tenantId));
  const digestAt = nextDigest(row?.digest ?? "weekly", now);
  const jobs: (typeof job.$inferInsert)[] = [
    { tenantId: tx.tenantId, kind: "heartbeat", subject: storeId, runAt: now.add(HEARTBEAT_EVERY) },
    ...(digestAt === null
      ? []
      : [{ tenantId: tx.tenantId, kind: "health_digest" as const, subject: tx.tenantId, runAt: digestAt }]),
  ];
  await tx.sql.insert(job).values(jobs).onConflictDoNothing();
}

export interface OpenTest extends SelfTest {
  readonly addressId: string;
}

/** Begins a test of each address of the store that has not heard anything for most of a day. */
export async function beginHeartbeat(tx: TenantDb, { storeId, now }: HeartbeatInput): Promise<OpenTest[]> {
  const rows = await tx.sql
    .select()
    .from(address)
    .where(and(eq(address.tenantId, tx.tenantId), eq(address.storeId, storeId)))
    .orderBy(address.id);
  const tests: OpenTest[] = [];
  for (const row of rows) {
    if (!needsTest(heardFacts(row), now)) continue;
    tests.push({ addressId: row.id, ...(await beginSelfTest(tx, { addressId: row.id, now })) });
  }
  return tests;
}

/** A test mail that could not be sent says nothing about its address. */
export async function giveUpTest(tx: TenantDb, addressId: string): Promise<void> {
  await tx.sql
    .update(address)
    .set({ testHash: null, testedAt: null })
    .where(and(eq(address.tenantId, tx.tenantId), eq(address.id, addressId)));
}
