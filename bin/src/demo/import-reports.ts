import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Instant } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { parseKeyRing } from "@heed/db/seal";
import { DEMO_STORES } from "@heed/sandbox/demo/stores";
import { demoWorld } from "@heed/sandbox/demo/world";
import postgres from "postgres";
import { importReport } from "../orders-import/import-report.ts";
import type { PreparedStack } from "../stack/start-stack.ts";
import { reportFiles } from "./report-files.ts";

export interface DemoImport extends PreparedStack {
  readonly world: { readonly seed: number; readonly orders: number };
  readonly now: Instant;
  readonly say: (line: string) => void;
}

/** Writes the first store's orders as Amazon's reports and imports the files, as its seller would; returns the orders stored. */
export async function importDemoReports(input: DemoImport): Promise<number> {
  const [{ sellerId }] = DEMO_STORES;
  const { orders } = demoWorld({ ...input.world, now: input.now });
  const folder = join(input.folder, "reports");
  await mkdir(folder, { recursive: true });
  const place = await findPlace(input, sellerId);
  const db = openDb(input.databases.DATABASE_URL, { max: 2 });
  try {
    let inserted = 0;
    for (const { name, text } of reportFiles(
      orders.filter((order) => order.sellerId === sellerId),
      input.now,
    )) {
      const source = join(folder, name);
      await writeFile(source, text);
      const onBadLine = (line: number, reason: string) => input.say(`${name}:${line} ${reason}`);
      const result = await importReport({
        ...place,
        db,
        ring: parseKeyRing(input.keys),
        source,
        now: input.now,
        onBadLine,
      });
      input.say(`imported ${name}: ${result.orders} orders, ${result.inserted} new, ${result.badLines} bad lines`);
      inserted += result.inserted;
    }
    return inserted;
  } finally {
    await closeDb(db);
  }
}

async function findPlace({ databases }: DemoImport, sellerId: string): Promise<{ tenantId: string; storeId: string }> {
  const sql = postgres(databases.DATABASE_CHECK_URL ?? "", { max: 1, onnotice: () => undefined });
  try {
    const [place] = await sql<{ tenantId: string; storeId: string }[]>`
      select tenant_id as "tenantId", id as "storeId" from store where seller_id = ${sellerId}`;
    if (place === undefined) throw new Error("the demo's first store is not there");
    return place;
  } finally {
    await sql.end();
  }
}
