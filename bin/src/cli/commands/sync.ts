import { Temporal } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { appendEvents } from "@heed/db/commands/append-outbox";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { z } from "zod";
import { stateFolder } from "../../repository.ts";
import { defineCommand, type ExitCode } from "../command.ts";
import { findStores } from "../find-store.ts";
import { withInstance } from "../instance.ts";

export const sync = defineCommand({
  usage: "[--store ID] [--json]",
  options: {
    store: z.string().optional().describe("the store's id; all connected stores without it"),
    json: z.boolean().default(false).describe("one JSON line per store"),
  },
  words: { least: 0, most: 0 },
  run: ({ options }, io) =>
    withInstance<ExitCode>({ env: io.env, folder: stateFolder }, async (instance) => {
      const db = openDb(instance.databases.DATABASE_URL, { max: 1 });
      try {
        for (const { tenantId, storeId } of await findStores(instance, options.store)) {
          const event = { name: "store/sync" as const, data: { tenantId, storeId } };
          await withTenant(db, systemAccess(tenantId), (tx) => appendEvents(tx, [event], Temporal.Now.instant()));
          const id = options.store ?? storeId;
          io.print(options.json ? JSON.stringify({ id, status: "requested" }) : `${id}: the worker will sync it now`);
        }
        return 0;
      } finally {
        await closeDb(db);
      }
    }),
});
