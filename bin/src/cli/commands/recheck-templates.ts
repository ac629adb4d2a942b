import { closeDb, type Db, openDb } from "@heed/db/client";
import { listTemplates } from "@heed/db/queries/templates";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { z } from "zod";
import { stateFolder } from "../../repository.ts";
import { type CommandIo, defineCommand } from "../command.ts";
import { findStores } from "../find-store.ts";
import { withInstance } from "../instance.ts";

export const recheckTemplates = defineCommand({
  usage: "[--json]",
  options: { json: z.boolean().default(false).describe("one JSON line per text") },
  words: { least: 0, most: 0 },
  run: ({ options: { json } }, io) =>
    withInstance<0>({ env: io.env, folder: stateFolder }, async (instance) => {
      const stores = await findStores(instance, undefined);
      const db = openDb(instance.databases.DATABASE_URL, { max: 1 });
      try {
        for (const tenantId of new Set(stores.map((store) => store.tenantId))) {
          for (const line of await changedTexts(db, tenantId)) printLine(line, json, io);
        }
        return 0;
      } finally {
        await closeDb(db);
      }
    }),
});

/** The texts that serve in a workspace, as far as they are judged otherwise than when they were saved. */
async function changedTexts(db: Db, tenantId: string) {
  const rows = await withTenant(db, systemAccess(tenantId), listTemplates);
  return rows.flatMap(({ id, name, activeVersion, changes }) =>
    changes.map((change) => ({ workspace: tenantId, template: id, name, version: activeVersion, ...change })),
  );
}

type Line = Awaited<ReturnType<typeof changedTexts>>[number];

function printLine(line: Line, json: boolean, io: CommandIo): void {
  if (json) {
    io.print(JSON.stringify(line));
    return;
  }
  const { template, name, version, language, appeared, gone, blocked } = line;
  const rules = [...appeared.map((rule) => `+${rule}`), ...gone.map((rule) => `-${rule}`)].join(" ");
  io.print([template, name, `version ${version}`, language, rules, blocked ? "blocked" : "serves"].join("\t"));
}
