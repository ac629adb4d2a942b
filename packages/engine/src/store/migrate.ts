import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { AppError } from "@heed/core/errors";
import type { Sql, Tx } from "./connect.ts";

const folder = new URL("../../migrations/", import.meta.url);
/** Any constant; it only has to be the same in all engine processes. */
const LOCK = 7_301_442;

/** Brings schema `heed_engine` up to date, one process at a time. Returns the names of the migrations it ran. */
export async function migrate(sql: Sql): Promise<readonly string[]> {
  const files = await readMigrations();
  return await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    await ensureSchema(tx);
    const done = await tx<{ name: string; hash: string }[]>`select name, hash from heed_engine.migration`;
    const known = new Map(done.map((row) => [row.name, row.hash]));
    const ran: string[] = [];
    for (const file of files) if (await apply(tx, file, known.get(file.name))) ran.push(file.name);
    return ran;
  });
}

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly hash: string;
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), "utf8");
      return { name, text, hash: createHash("sha256").update(text).digest("hex") };
    }),
  );
}

async function ensureSchema(tx: Tx): Promise<void> {
  const [schema] = await tx`select 1 from pg_namespace where nspname = 'heed_engine'`;
  if (schema === undefined) await tx`create schema heed_engine`;
  await tx`create table if not exists heed_engine.migration (name text primary key, hash text not null)`;
}

async function apply(tx: Tx, file: Migration, known: string | undefined): Promise<boolean> {
  if (known === file.hash) return false;
  if (known !== undefined) throw new AppError("CONFLICT", `Migration ${file.name} was changed after it ran`);
  await tx.unsafe(file.text).simple();
  await tx`insert into heed_engine.migration (name, hash) values (${file.name}, ${file.hash})`;
  return true;
}
