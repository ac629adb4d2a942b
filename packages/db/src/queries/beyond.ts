import { type SQL, sql } from "drizzle-orm";
import { type PageInput, readPlan } from "./keyset.ts";

/** The condition that goes on from the place of a page; `columns` are an instant and an id. */
export function beyond(input: PageInput, columns: string): SQL {
  const { backwards, from } = readPlan(input);
  if (from === null) return sql`true`;
  return sql`(${sql.raw(columns)}) ${sql.raw(backwards ? ">" : "<")} (${from.at}::timestamptz, ${from.id}::uuid)`;
}
