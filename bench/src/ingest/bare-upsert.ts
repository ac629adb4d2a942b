import postgres from "postgres";
import type { Sample } from "../entry.ts";
import { timeAsyncLoop } from "../measure.ts";

const ROWS_A_STATEMENT = 500;

/** What one order leaves behind, by table; what its bare copy is found by. */
const TABLES = [
  { table: '"order"', bare: "bare_order", key: "tenant_id, id", natural: "tenant_id, store_id, order_id" },
  {
    table: "order_item",
    bare: "bare_order_item",
    key: "tenant_id, order_ref",
    natural: "tenant_id, quantity, order_ref",
  },
  { table: "message", bare: "bare_message", key: "tenant_id, id", natural: "tenant_id, store_id, order_ref, slot" },
  { table: "decision", bare: "bare_decision", key: "tenant_id, id", natural: "tenant_id, order_ref, id" },
] as const;

export interface BareUpsert {
  /** Upserts rows like those of the latest orders, 500 a statement, a commit for each 500 orders. */
  run(orders: number): Promise<Sample>;
  close(): Promise<void>;
}

interface Batch {
  readonly statement: string;
  readonly rows: string;
}

/** The floor: the same rows into tables with a primary key and one index, without policies, triggers or references. */
export async function openBareUpsert(ownerUrl: string): Promise<BareUpsert> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined, connection: { "app.migrating": "on" } });
  for (const { table, bare, key, natural } of TABLES) {
    await sql.unsafe(`create table ${bare} (like ${table} including defaults)`);
    await sql.unsafe(`alter table ${bare} add primary key (${key})`);
    await sql.unsafe(`create unique index on ${bare} (${natural})`);
  }
  return {
    async run(orders) {
      const commits = await prepared(sql, orders);
      for (const { bare } of TABLES) await sql.unsafe(`truncate ${bare}`);
      const sample = await timeAsyncLoop(commits.length, async (index) => {
        await sql.begin(async (tx) => {
          for (const { statement, rows } of commits[index] ?? []) await tx.unsafe(statement, [rows], { prepare: true });
        });
      });
      return { ...sample, perSecond: (sample.perSecond * orders) / commits.length };
    },
    close: () => sql.end(),
  };
}

/** The rows that were written last, as JSON in batches; read before the clock starts. */
async function prepared(sql: postgres.Sql, orders: number): Promise<Batch[][]> {
  const commits = Math.ceil(orders / ROWS_A_STATEMENT);
  const tables = await Promise.all(
    TABLES.map(async ({ table, bare, key }) => {
      const order = key.split(", ").at(-1);
      const rows = await sql.unsafe<{ row: string }[]>(
        `select to_jsonb(t)::text as row from ${table} t order by ${order} desc limit ${orders}`,
      );
      if (rows.length < orders) throw new Error(`${table} has ${rows.length} rows, ${orders} orders were taken in`);
      const statement = `insert into ${bare} select * from jsonb_populate_recordset(null::${bare}, $1::text::jsonb)
        on conflict (${key}) do update set tenant_id = excluded.tenant_id`;
      const text = (part: number) =>
        `[${rows
          .slice(part * ROWS_A_STATEMENT, (part + 1) * ROWS_A_STATEMENT)
          .map(({ row }) => row)
          .join()}]`;
      return Array.from({ length: commits }, (_, part) => ({ statement, rows: text(part) }));
    }),
  );
  return Array.from({ length: commits }, (_, part) => tables.flatMap((batches) => batches[part] ?? []));
}
