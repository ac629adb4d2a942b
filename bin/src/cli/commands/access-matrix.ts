import { rm } from "node:fs/promises";
import { closeDb, openDb } from "@heed/db/client";
import { type AccessMatrix, runAccessMatrix } from "@heed/web/access-matrix/run";
import { z } from "zod";
import { startEmbeddedDatabase } from "../../stack/database.ts";
import { loadKeys, loadSecrets } from "../../stack/secrets.ts";
import { makeThrowAwayFolder } from "../../stack/throw-away-folder.ts";
import { buildWeb } from "../../web-build.ts";
import { type CommandIo, defineCommand } from "../command.ts";

export const accessMatrix = defineCommand({
  usage: "[--json]",
  options: { json: z.boolean().default(false).describe("one JSON object as the last line of stdout") },
  words: { least: 0, most: 0 },
  async run({ options }, io) {
    const matrix = await walk(io);
    for (const { subject, name, actor, expected, got } of matrix.rows) {
      if (expected !== got) io.say(`${subject} ${name} as ${actor}: expected ${expected}, got ${got}`);
    }
    for (const name of matrix.undeclared) io.say(`${name}: declares no access`);
    const counts = { cells: matrix.cells, deviations: matrix.deviations, undeclared: matrix.undeclared.length };
    if (!options.json) for (const line of matrixTable(matrix.rows)) io.print(line);
    io.print(
      options.json
        ? JSON.stringify(counts)
        : `${counts.cells} cells, ${counts.deviations} deviations, ${counts.undeclared} undeclared`,
    );
    // A matrix without cells proves nothing.
    return counts.cells > 0 && counts.deviations === 0 && counts.undeclared === 0 ? 0 : 1;
  },
});

/** One line for each kind of person and run: how many questions, and how many answers were not the declared ones. */
function matrixTable(rows: AccessMatrix["rows"]): readonly string[] {
  const lines = Map.groupBy(rows, ({ subject, actor }) => `${subject.padEnd(10)} ${actor.padEnd(18)}`);
  return [...lines].map(([name, of]) => {
    const wrong = of.filter(({ expected, got }) => expected !== got).length;
    return `${name} ${String(of.length).padStart(5)} cells ${String(wrong).padStart(4)} deviations`;
  });
}

/** In a database of its own, on the production build. */
async function walk({ env, say }: CommandIo): Promise<AccessMatrix> {
  say("building the web app (unless it is built)");
  const build = await buildWeb(env);
  if (!build.ok) throw new Error(`The web app could not be built:\n${build.output}`);
  const folder = await makeThrowAwayFolder("heed-matrix");
  const [secrets, keys] = [await loadSecrets(folder), await loadKeys(folder)];
  const { urls, stop } = await startEmbeddedDatabase({ folder, secrets, fsync: false });
  const db = openDb(urls.DATABASE_URL);
  try {
    const { DATABASE_URL, DATABASE_SYSTEM_URL } = urls;
    return await runAccessMatrix({ db, web: { DATABASE_URL, DATABASE_SYSTEM_URL, HEED_KEYS: keys } });
  } finally {
    await closeDb(db);
    await stop();
    await rm(folder, { recursive: true, force: true });
  }
}
