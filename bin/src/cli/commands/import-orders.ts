import { resolve } from "node:path";
import { AppError } from "@heed/core/errors";
import { Temporal } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { parseKeyRing } from "@heed/db/seal";
import { z } from "zod";
import { type ImportInput, type ImportResult, importReport } from "../../orders-import/import-report.ts";
import { stateFolder } from "../../repository.ts";
import { type CommandIo, defineCommand, type ExitCode } from "../command.ts";
import { findStores } from "../find-store.ts";
import { withInstance } from "../instance.ts";

export const importOrders = defineCommand({
  usage: "FILE… --store ID [--json]",
  options: {
    store: z.string({ error: "is missing" }).describe("the store's id, as in the address of its pages"),
    json: z.boolean().default(false).describe("one JSON line per file"),
  },
  words: { least: 1, most: 1_000 },
  run: ({ options, words }, io) =>
    withInstance<ExitCode>({ env: io.env, folder: stateFolder }, async (instance) => {
      const [place] = await findStores(instance, options.store);
      if (place === undefined) return 1;
      const db = openDb(instance.databases.DATABASE_URL, { max: 2 });
      try {
        const input = { ...place, db, ring: parseKeyRing(instance.keys), now: Temporal.Now.instant() };
        let failed = false;
        for (const file of words) failed = !(await importOne(input, { file, ...options }, io)) || failed;
        return failed ? 1 : 0;
      } finally {
        await closeDb(db);
      }
    }),
});

type Where = Omit<ImportInput, "source" | "onBadLine">;

/** One line for the file, whatever becomes of it; bad lines go to stderr with their number. */
async function importOne(
  input: Where,
  { file, store, json }: { readonly file: string; readonly store: string; readonly json: boolean },
  io: CommandIo,
): Promise<boolean> {
  const onBadLine = (line: number, reason: string) => io.say(`${file}:${line} ${reason}`);
  try {
    const result = await importReport({ ...input, source: resolve(io.folder, file), onBadLine });
    for (const [channel, count] of Object.entries(result.unknownMarketplaces)) {
      io.say(`${file}: ${count} orders of an unknown marketplace (${channel}); stored, and not messaged`);
    }
    io.print(json ? JSON.stringify({ file, id: store, ...result }) : describe(file, result));
    return true;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    io.say(`${file}: ${error.message}`);
    if (json) io.print(JSON.stringify({ file, id: store, error: error.message }));
    return false;
  }
}

function describe(file: string, result: ImportResult): string {
  const { orders, inserted, changed, unchanged, badLines, planned } = result;
  return `${file}: ${orders} orders (${inserted} new, ${changed} changed, ${unchanged} as they were), ${planned} messages planned, ${badLines} lines not read`;
}
