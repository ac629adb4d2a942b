import { join } from "node:path";
import { startPostgres } from "@heed/db/embedded/start-postgres";
import { migrate } from "@heed/db/migrate";
import { ensureRoles } from "@heed/db/roles";
import type { DatabaseUrls } from "./part-environment.ts";
import type { Secrets } from "./secrets.ts";

export interface StackDatabase {
  readonly urls: DatabaseUrls;
  stop(): Promise<void>;
}

export interface DatabaseOptions {
  readonly folder: string;
  readonly secrets: Secrets;
  /** Off for throw-away databases of tests. */
  readonly fsync: boolean;
}

const DATABASE = "heed";

/** The embedded Postgres with its roles, migrated. */
export async function startEmbeddedDatabase({ folder, secrets, fsync }: DatabaseOptions): Promise<StackDatabase> {
  const postgres = await startPostgres({ dir: join(folder, "pg"), fsync });
  try {
    const urls = await ensureRoles({
      superUrl: postgres.superUrl,
      database: DATABASE,
      passwords: secrets.databasePasswords,
    });
    await migrate({ ownerUrl: urls.DATABASE_MIGRATE_URL });
    return { urls, stop: () => postgres.stop() };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

const NEEDED = ["DATABASE_URL", "DATABASE_SYSTEM_URL", "DATABASE_ENGINE_URL", "DATABASE_MIGRATE_URL"] as const;

/** A Postgres of one's own, named by `DATABASE_URL` and its companions; null where none is named. */
export async function namedDatabase(env: NodeJS.ProcessEnv): Promise<StackDatabase | null> {
  if ((env["DATABASE_URL"] ?? "") === "") return null;
  const missing = NEEDED.filter((name) => (env[name] ?? "") === "");
  if (missing.length > 0) {
    throw new Error(
      `DATABASE_URL is set; ${missing.join(", ")} must be set too (a login for each role, see README.md).`,
    );
  }
  const [app = "", system = "", engine = "", owner = ""] = NEEDED.map((name) => env[name] ?? "");
  await migrate({ ownerUrl: owner });
  const urls = {
    DATABASE_URL: app,
    DATABASE_SYSTEM_URL: system,
    DATABASE_ENGINE_URL: engine,
    DATABASE_MIGRATE_URL: owner,
  };
  const check = env["DATABASE_CHECK_URL"];
  return { urls: check === undefined ? urls : { ...urls, DATABASE_CHECK_URL: check }, stop: async () => undefined };
}
