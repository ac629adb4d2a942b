import { sql } from "drizzle-orm";
import { closeDb, type Db, openDb } from "./client.ts";

/** One login for each kind of work (DESIGN §7); none of them is a superuser or passes row-level security by. */
export const ROLES = ["owner", "app", "system", "engine", "check"] as const;
export type DatabaseRole = (typeof ROLES)[number];
export type RolePasswords = Readonly<Record<DatabaseRole, string>>;

export interface DatabaseUrls {
  readonly DATABASE_URL: string;
  readonly DATABASE_SYSTEM_URL: string;
  readonly DATABASE_ENGINE_URL: string;
  readonly DATABASE_MIGRATE_URL: string;
  readonly DATABASE_CHECK_URL: string;
}

export interface RolesInput {
  readonly superUrl: string;
  readonly database: string;
  readonly passwords: RolePasswords;
}

/** Makes the database, its logins and the engine's schema where they are missing, and sets the passwords. */
export async function ensureRoles(input: RolesInput): Promise<DatabaseUrls> {
  await as(input.superUrl, async (db) => {
    for (const role of ROLES) await ensureRole(db, role, input.passwords[role]);
    await ensureDatabase(db, input.database);
  });
  await as(withDatabase(input.superUrl, input.database), prepareDatabase);
  return roleUrls(input);
}

export function roleUrls({ superUrl, database, passwords }: RolesInput): DatabaseUrls {
  const url = (role: DatabaseRole) => {
    const target = new URL(withDatabase(superUrl, database));
    target.username = `heed_${role}`;
    target.password = passwords[role];
    return target.href;
  };
  return {
    DATABASE_URL: url("app"),
    DATABASE_SYSTEM_URL: url("system"),
    DATABASE_ENGINE_URL: url("engine"),
    DATABASE_MIGRATE_URL: url("owner"),
    DATABASE_CHECK_URL: url("check"),
  };
}

async function ensureRole(db: Db, role: DatabaseRole, password: string): Promise<void> {
  const name = identifier(`heed_${role}`);
  const [found] = await db.execute(sql`select 1 from pg_roles where rolname = ${`heed_${role}`}`);
  const verb = sql.raw(found === undefined ? "create" : "alter");
  const flags = sql.raw("login nosuperuser nocreatedb nocreaterole nobypassrls noreplication");
  await db.execute(sql`${verb} role ${name} with ${flags} password ${literal(password)}`);
}

async function ensureDatabase(db: Db, database: string): Promise<void> {
  const [found] = await db.execute(sql`select 1 from pg_database where datname = ${database}`);
  if (found === undefined) {
    await db.execute(sql`create database ${identifier(database)} owner heed_owner encoding 'UTF8' template template0`);
  }
  await db.execute(sql`revoke all on database ${identifier(database)} from public`);
  const roles = sql.raw("heed_app, heed_system, heed_engine, heed_check");
  await db.execute(sql`grant connect on database ${identifier(database)} to ${roles}`);
}

/** The engine sees its own schema alone; the check login can write nothing, even where a grant went wrong. */
async function prepareDatabase(db: Db): Promise<void> {
  const statements = [
    "alter schema public owner to heed_owner",
    "revoke all on schema public from public",
    "grant usage on schema public to heed_app, heed_system, heed_check",
    "create schema if not exists heed_engine authorization heed_engine",
    "alter role heed_engine set search_path = heed_engine",
    "alter role heed_check set default_transaction_read_only = on",
  ];
  for (const statement of statements) await db.execute(sql.raw(statement));
}

async function as<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb(url, { max: 1 });
  try {
    return await work(db);
  } finally {
    await closeDb(db);
  }
}

export function withDatabase(url: string, database: string): string {
  const target = new URL(url);
  target.pathname = `/${database}`;
  return target.href;
}

const identifier = (name: string) => sql.identifier(name);
/** DDL takes no parameters. */
const literal = (text: string) => sql.raw(`'${text.replaceAll("'", "''")}'`);
