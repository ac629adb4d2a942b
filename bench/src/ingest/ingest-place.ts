import { rm } from "node:fs/promises";
import { ordersAnswer } from "@heed/amazon/answers";
import { decodeJson } from "@heed/amazon/decode-json";
import { mapOrders } from "@heed/amazon/search-orders";
import { startEmbeddedDatabase } from "@heed/bin/stack/database";
import { loadSecrets } from "@heed/bin/stack/secrets";
import { makeThrowAwayFolder } from "@heed/bin/stack/throw-away-folder";
import { closeDb, type Db, openDb } from "@heed/db/client";
import { type IngestResult, ingestOrders } from "@heed/db/commands/ingest-orders";
import { moveCursor } from "@heed/db/commands/record-sync";
import { withTenant } from "@heed/db/tenant-db";
import { createReadyStore, type ReadyStore, TEST_RING } from "@heed/db/testing/demo-store";
import { TEST_NOW } from "@heed/db/testing/factories";

/** A database on disk that flushes, with one store and the built-in flow. */
export interface IngestPlace {
  readonly db: Db;
  readonly store: ReadyStore;
  readonly urls: { readonly DATABASE_URL: string; readonly DATABASE_MIGRATE_URL: string };
  close(): Promise<void>;
}

export const NOW = TEST_NOW;

export async function openIngestPlace(): Promise<IngestPlace> {
  const folder = await makeThrowAwayFolder("heed-bench-ingest");
  const database = await startEmbeddedDatabase({ folder, secrets: await loadSecrets(folder), fsync: true });
  const db = openDb(database.urls.DATABASE_URL, { max: 2 });
  return {
    db,
    store: await createReadyStore(db),
    urls: database.urls,
    async close() {
      await closeDb(db);
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a sync does with one page of Amazon's, from its bytes to the commit. */
export async function takePageIn({ db, store }: IngestPlace, page: Buffer): Promise<IngestResult> {
  const { orders, unreadable } = mapOrders(ordersAnswer.parse(decodeJson(page)).orders);
  if (unreadable.length > 0) throw new Error(`an order of the benchmark cannot be read: ${unreadable[0]?.reason}`);
  const { storeId } = store;
  return withTenant(db, store.access, async (tx) => {
    const result = await ingestOrders(tx, { storeId, incoming: orders, ring: TEST_RING, now: NOW });
    await moveCursor(tx, { storeId, cursor: NOW, now: NOW });
    return result;
  });
}
