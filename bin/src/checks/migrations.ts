import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { CheckFinding } from "./check.ts";
import type { SourceFile } from "./source-files.ts";

const MIGRATION = /^packages\/(db|engine)\/(src\/)?migrations\/.*\.sql$/;
const Landed = z.record(z.string(), z.string());

/** The list of migrations that have landed: path to hash. It only grows. */
export const LANDED_FILE = "bin/src/checks/landed-migrations.json";

/** A migration that has run somewhere must never change: a new change is a new file. */
export function findEditedMigrations(
  files: readonly SourceFile[],
  landed: Readonly<Record<string, string>>,
): CheckFinding[] {
  const hashes = hashMigrations(files);
  const edited = Object.entries(landed)
    .filter(([path, hash]) => hashes[path] !== hash)
    .map(([path]) => ({ file: path, message: "a landed migration was edited or removed: add a new one instead" }));
  const unlisted = Object.keys(hashes)
    .filter((path) => landed[path] === undefined)
    .map((path) => ({
      file: path,
      message: `not listed: run node bin/src/land-migrations.ts, which adds it to ${LANDED_FILE}`,
    }));
  return [...edited, ...unlisted];
}

export function hashMigrations(files: readonly SourceFile[]): Record<string, string> {
  const migrations = files.filter(({ path }) => MIGRATION.test(path));
  return Object.fromEntries(migrations.map(({ path, lines }) => [path, sha256(lines.join("\n"))]));
}

export async function readLanded(root: string): Promise<Record<string, string>> {
  return Landed.parse(JSON.parse(await readFile(join(root, LANDED_FILE), "utf8")));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
