import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";

/** Postgres' number of `bigint`; money in minor units and counts stay far below 2^53, so they are plain numbers here. */
const INT8 = 20;
const JSON_TYPES = [114, 3802];
const TIMESTAMPTZ = 1184;

export type SqlClient = postgres.Sql<{ bigint: number }>;
export type Db = PostgresJsDatabase<Record<string, never>> & { readonly $client: SqlClient };
/** What drizzle hands to the callback of `db.transaction`. */
export type Transaction = Parameters<Parameters<Db["transaction"]>[0]>[0];

export interface DbOptions {
  /** Connections in the pool; 10 by default. */
  readonly max?: number;
  /** Settings of the session, such as `app.migrating`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Sees every statement; for tests that judge plans. Parameters hold values of rows: never log them. */
  readonly onStatement?: (text: string, params: unknown[]) => void;
}

/** Opens a pool. Connections are made on first use; `closeDb` ends them. */
export function openDb(url: string, options: DbOptions = {}): Db {
  const client = postgres(url, {
    max: options.max ?? 10,
    connect_timeout: 10,
    onnotice: () => undefined,
    types: { bigint: { to: INT8, from: [INT8], serialize: String, parse: toSafeNumber } },
    connection: { application_name: "heed", TimeZone: "UTC", ...options.settings },
  });
  const { onStatement } = options;
  const db = onStatement === undefined ? drizzle(client) : drizzle(client, { logger: { logQuery: onStatement } });
  acceptObjects(client);
  return db;
}

export async function closeDb(db: Db): Promise<void> {
  await db.$client.end({ timeout: 5 });
}

/**
 * drizzle replaces the serializers of instants and JSON by the identity, since its columns serialise themselves.
 * Values in free `sql` fragments have no column, so these accept them as well.
 */
function acceptObjects(client: SqlClient): void {
  const serializers: Record<number, (value: unknown) => unknown> = client.options.serializers;
  serializers[TIMESTAMPTZ] = (value) => (value instanceof Date ? value.toISOString() : String(value));
  for (const type of JSON_TYPES) {
    serializers[type] = (value) => (typeof value === "string" ? value : JSON.stringify(value));
  }
}

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError("A bigint of the database is beyond 2^53.");
  return value;
}
