import { join } from "node:path";
import { AppError } from "@heed/core/errors";
import { sql } from "drizzle-orm";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import { closeDb, type Db, openDb } from "./client.ts";
import { ensureEnteredPolicies } from "./entered-policy.ts";
import { requireVersion } from "./server-version.ts";

/** Any number that no other program of this database locks on. */
const MIGRATION_LOCK = 4_833_301;

export interface MigrateInput {
  /** `DATABASE_MIGRATE_URL`: the owner of the tables. */
  readonly ownerUrl: string;
}

/**
 * Brings the database to the newest version; the second of two at once waits for the first. All pending migrations
 * run in one transaction. The logins must exist (`ensureRoles`, or made by hand on a server of one's own).
 */
export async function migrate({ ownerUrl }: MigrateInput): Promise<void> {
  const db = openDb(ownerUrl, { max: 1, settings: { "app.migrating": "on" } });
  try {
    await requireVersion(db);
    await requireLogins(db);
    await db.execute(sql`select pg_advisory_lock(${MIGRATION_LOCK})`);
    await applyMigrations(db, { migrationsFolder: join(import.meta.dirname, "../migrations") });
    await ensureEnteredPolicies(db);
    await openForCheck(db);
  } finally {
    await closeDb(db);
  }
}

/** The migrations grant to them; without this check the first grant would fail with a riddle. */
async function requireLogins(db: Db): Promise<void> {
  const rows = await db.execute(sql`select 1 from pg_roles where rolname in ('heed_app', 'heed_system')`);
  if (rows.length === 2) return;
  throw new AppError(
    "PRECONDITION_FAILED",
    "The logins heed_app and heed_system are missing on this server: create them before the first migration.",
  );
}

/** The read-only login of demo and faults sees every row; where it does not exist, nothing is opened. */
async function openForCheck(db: Db): Promise<void> {
  await db.execute(sql`
    do $$
    declare
      target record;
    begin
      if not exists (select 1 from pg_roles where rolname = 'heed_check') then
        return;
      end if;
      grant select on all tables in schema public to heed_check;
      for target in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relrowsecurity
          and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'check_rows')
      loop
        execute format('create policy check_rows on %I for select to heed_check using (true)', target.relname);
      end loop;
    end
    $$`);
}
