import type { Instant } from "@heed/core/time";
import { and, isNull, lt, sql } from "drizzle-orm";
import journal from "../../migrations/meta/_journal.json" with { type: "json" };
import type { Db } from "../client.ts";
import { outbox } from "../schema/work.ts";
import type { SystemDb } from "../system-db.ts";

/** Migrations of this build that the database has not seen. Throws where the database does not answer. */
export async function pendingMigrations(db: Db): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from drizzle.__drizzle_migrations where created_at <= ${journal.entries.at(-1)?.when ?? 0}`,
  );
  return Math.max(0, journal.entries.length - (row?.n ?? 0));
}

/** Events, over all tenants, that wait for the executor since before the instant: none while it does its work. */
export async function stuckEvents(system: SystemDb, before: Instant): Promise<number> {
  return system.sql.$count(outbox, and(isNull(outbox.sentAt), lt(outbox.createdAt, before)));
}
