import { type Column, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { TenantDb } from "../tenant-db.ts";

/**
 * Inserts many rows of the same columns by one statement with one parameter. Where pages of orders come in, a parameter
 * for each value costs the client and Postgres more than the rows themselves (bench a).
 * @param tail what follows the rows, such as `on conflict …` or `returning …`
 */
export async function insertRows<T extends PgTable>(
  tx: TenantDb,
  { table, rows }: { readonly table: T; readonly rows: readonly T["$inferInsert"][] },
  tail: SQL = sql``,
): Promise<readonly Record<string, unknown>[]> {
  if (rows.length === 0) return [];
  const given = new Set(rows.flatMap((row) => Object.keys(row)));
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => given.has(key));
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  );
  const text = storable(rows.map((row) => jsonOf(columns, row as Record<string, unknown>)));
  return tx.sql.execute(sql`insert into ${table} (${names})
    select ${names} from json_populate_recordset(null::${table}, ${text}::json) ${tail}`);
}

/** How JSON writes NUL and half a character, which Postgres takes in no text. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

/** Written once more, with such characters replaced, in the rare case that there are some. */
function storable(rows: readonly unknown[]): string {
  const text = JSON.stringify(rows);
  if (!UNSTORABLE.test(text)) return text;
  return JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === "string" ? value.toWellFormed().replaceAll("\0", "\ufffd") : value,
  );
}

type NamedColumns = readonly (readonly [string, Column])[];

function jsonOf(columns: NamedColumns, row: Record<string, unknown>): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  for (const [key, column] of columns) json[column.name] = jsonValue(column, row[key] ?? null);
  return json;
}

/** Columns of JSON and lists take their value as it is; bytes are written as Postgres reads them. */
function jsonValue(column: Column, value: unknown): unknown {
  if (value === null) return null;
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  return column.dataType === "custom" ? column.mapToDriverValue(value) : value;
}
