import { CLOSE_TO_LIMIT, type NotEntitled, notEntitled, totalOf } from "@heed/core/billing/allowance";
import type { Instant } from "@heed/core/time";
import { sql } from "drizzle-orm";
import type { TenantDb } from "../tenant-db.ts";
import { entitlements } from "./billing-facts.ts";
import { usageOf } from "./usage.ts";

/** Any number; with the tenant it names the lock of its allowance among all advisory locks. */
const ALLOWANCE_LOCK = 7_301_007;

/** Why nothing may go now, or null. Counts only where there is a limit. */
export async function sendingAllowance(tx: TenantDb, now: Instant): Promise<NotEntitled | null> {
  const { messages } = await entitlements(tx, now);
  if (messages.open && messages.limit === null) return null;
  return notEntitled(messages, await usageOf(tx, messages.period));
}

/** Near its limit a workspace sends one message after the other: two claims cannot both take the last place. */
export async function lockAllowance(tx: TenantDb, now: Instant): Promise<void> {
  const { messages } = await entitlements(tx, now);
  if (messages.limit === null) return;
  const used = totalOf(await usageOf(tx, messages.period));
  if (used + CLOSE_TO_LIMIT < messages.limit) return;
  await tx.sql.execute(sql`select pg_advisory_xact_lock(${ALLOWANCE_LOCK}, hashtext(${tx.tenantId}::text))`);
}
