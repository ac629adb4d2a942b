import { closeDb, openDb } from "@heed/db/client";
import { rotateKeys } from "@heed/db/identity/rotate-keys";
import { parseKeyRing } from "@heed/db/seal";
import { closeSystemDb, openSystemDb } from "@heed/db/system-db";
import { z } from "zod";
import { stateFolder } from "../../repository.ts";
import { defineCommand, type ExitCode } from "../command.ts";
import { withInstance } from "../instance.ts";

export const rotateKeysCommand = defineCommand({
  usage: "[--json]",
  options: { json: z.boolean().default(false).describe("one JSON line for each workspace") },
  words: { least: 0, most: 0 },
  run: ({ options }, io) =>
    withInstance<ExitCode>({ env: io.env, folder: stateFolder }, async ({ databases, keys }) => {
      const db = openDb(databases.DATABASE_URL, { max: 2 });
      const system = openSystemDb(databases.DATABASE_SYSTEM_URL, { max: 1 });
      let left = 0;
      try {
        for await (const line of rotateKeys({ db, system, ring: parseKeyRing(keys) })) {
          left += line.left;
          const words = `${line.of}: ${line.resealed} sealed again, ${line.left} left`;
          io.print(options.json ? JSON.stringify(line) : words);
        }
      } finally {
        await Promise.all([closeDb(db), closeSystemDb(system)]);
      }
      if (left > 0) io.say("Some values were in use: run it again.");
      return left === 0 ? 0 : 1;
    }),
});
