import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@heed/core/errors";
import { startEmbeddedDatabase } from "../stack/database.ts";
import { type DatabaseUrls, webUrl } from "../stack/part-environment.ts";
import { isSameProcess } from "../stack/process-identity.ts";
import { readRunFile } from "../stack/run-file.ts";
import { loadSecrets } from "../stack/secrets.ts";

/** The instance that a command speaks to. */
export interface Instance {
  readonly databases: Pick<DatabaseUrls, "DATABASE_URL" | "DATABASE_SYSTEM_URL">;
  readonly keys: string;
  /** The address that people open. */
  readonly url: string;
  /** True for the one that `npm start` made in this checkout. */
  readonly local: boolean;
}

export interface InstanceSearch {
  readonly env: NodeJS.ProcessEnv;
  /** Where `npm start` keeps its state. */
  readonly folder: string;
}

/**
 * Hands the instance to `use`: the one that DATABASE_URL names, else the local one. The database of a local one that is
 * not running is started for this command and stopped after it.
 */
export async function withInstance<T>(search: InstanceSearch, use: (instance: Instance) => Promise<T>): Promise<T> {
  const named = namedInstance(search.env);
  if (named !== null) return use(named);
  const running = await runningInstance(search.folder);
  if (running !== null) return use(running);
  return withStoppedInstance(search.folder, use);
}

const NEEDED = ["DATABASE_URL", "DATABASE_SYSTEM_URL", "HEED_KEYS"] as const;

function namedInstance(env: NodeJS.ProcessEnv): Instance | null {
  const [app = "", system = "", keys = ""] = NEEDED.map((name) => env[name] ?? "");
  if (app === "") return null;
  const missing = NEEDED.filter((name) => (env[name] ?? "") === "");
  if (missing.length > 0) {
    throw new AppError("PRECONDITION_FAILED", `DATABASE_URL is set; ${missing.join(" and ")} must be set too.`);
  }
  const url = env["AUTH_URL"] ?? webUrl({ engine: 0, worker: 0, web: null });
  return { databases: { DATABASE_URL: app, DATABASE_SYSTEM_URL: system }, keys, url, local: false };
}

async function runningInstance(folder: string): Promise<Instance | null> {
  const file = await readRunFile(folder);
  if (file === null || !(await isSameProcess(file.owner))) return null;
  const { DATABASE_URL: app, DATABASE_SYSTEM_URL: system } = file.databases;
  if (app === undefined || system === undefined) {
    throw new AppError("PRECONDITION_FAILED", "Heed is starting; try again when it is ready.");
  }
  const databases = { DATABASE_URL: app, DATABASE_SYSTEM_URL: system };
  return { databases, keys: await readKeys(folder), url: file.url, local: true };
}

async function withStoppedInstance<T>(folder: string, use: (instance: Instance) => Promise<T>): Promise<T> {
  if (!existsSync(join(folder, "keys.json"))) {
    throw new AppError("PRECONDITION_FAILED", "There is no instance here yet: run npm start, or set DATABASE_URL.");
  }
  const database = await startEmbeddedDatabase({ folder, secrets: await loadSecrets(folder), fsync: true });
  try {
    const url = webUrl({ engine: 0, worker: 0, web: null });
    return await use({ databases: database.urls, keys: await readKeys(folder), url, local: true });
  } finally {
    await database.stop();
  }
}

function readKeys(folder: string): Promise<string> {
  return readFile(join(folder, "keys.json"), "utf8");
}
