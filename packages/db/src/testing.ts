import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { closeDb, type Db, openDb } from "./client.ts";
import { type DatabaseUrls, roleUrls } from "./roles.ts";
import { closeSystemDb, openSystemDb, type SystemDb } from "./system-db.ts";
import { TEMPLATE, TEST_PASSWORDS } from "./testing/cluster.ts";
import { CLUSTER_VARIABLE } from "./testing/global-setup.ts";

export interface TestDatabase {
  readonly urls: DatabaseUrls;
  /** As heed_app. */
  readonly db: Db;
  /** As heed_system. */
  readonly system: SystemDb;
  /** Ends the pools and removes the database. */
  drop(): Promise<void>;
}

/** A database of the newest schema for one test file, on the run's cluster or a given one; a copy of files, about 30 ms. */
export async function cloneDatabase(given?: string): Promise<TestDatabase> {
  const superUrl = given ?? (await clusterUrl());
  const database = `t_${randomBytes(6).toString("hex")}`;
  await asSuper(superUrl, `create database ${database} template ${TEMPLATE} strategy file_copy owner heed_owner`);
  const urls = roleUrls({ superUrl, database, passwords: TEST_PASSWORDS });
  const db = openDb(urls.DATABASE_URL, { max: 5 });
  const system = openSystemDb(urls.DATABASE_SYSTEM_URL, { max: 2 });
  const drop = async () => {
    await Promise.all([closeDb(db), closeSystemDb(system)]);
    await asSuper(superUrl, `drop database if exists ${database} with (force)`);
  };
  return { urls, db, system, drop };
}

/** The superuser's address of the run's cluster, for tests that make databases or roles themselves. */
export async function clusterUrl(): Promise<string> {
  const address = process.env[CLUSTER_VARIABLE];
  if (address === undefined) throw new Error("Run database tests by vitest from the root: its config starts Postgres.");
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok) throw new Error(`The test cluster did not start: ${text}`);
  return text;
}

async function asSuper(superUrl: string, statement: string): Promise<void> {
  const db = openDb(superUrl, { max: 1 });
  await db.execute(sql.raw(statement)).finally(() => closeDb(db));
}
