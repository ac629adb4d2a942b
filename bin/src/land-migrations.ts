import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { hashMigrations, LANDED_FILE, readLanded } from "./checks/migrations.ts";
import { readSourceFiles } from "./checks/source-files.ts";
import { root } from "./repository.ts";

// Adds new migrations to the list of those that may never change again. What is listed already stays as it is.
const landed = await readLanded(root);
const all = { ...hashMigrations(await readSourceFiles(root)), ...landed };
const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(join(root, LANDED_FILE), `${JSON.stringify(sorted, null, 2)}\n`);
process.stdout.write(`${Object.keys(all).length - Object.keys(landed).length} migrations added\n`);
