import { eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** A store's id, or all that the access shows. */
export type StoreChoice = string | "all";

export const inStore = (column: PgColumn, storeId: StoreChoice): SQL | undefined =>
  storeId === "all" ? undefined : eq(column, storeId);

/** The same for SQL that is written by hand: the name of the column with its alias. */
export const storeCondition = (column: string, storeId: StoreChoice): SQL =>
  storeId === "all" ? sql`true` : sql`${sql.raw(column)} = ${storeId}`;
