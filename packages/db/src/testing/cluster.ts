import { randomBytes } from "node:crypto";
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { closeDb, openDb } from "../client.ts";
import { lockHolder, processExists } from "../embedded/lock.ts";
import { type RunningPostgres, startPostgres } from "../embedded/start-postgres.ts";
import { migrate } from "../migrate.ts";
import { ensureRoles, type RolePasswords } from "../roles.ts";

const PREFIX = "heed-test-pg-";
export const TEMPLATE = "tpl";
/** The cluster listens on 127.0.0.1, holds generated rows and lives for one run. */
export const TEST_PASSWORDS: RolePasswords = { owner: "o", app: "a", system: "s", engine: "e", check: "c" };

export interface TestCluster {
  readonly superUrl: string;
  stop(): Promise<void>;
}

/** One cluster without fsync, with a migrated template database. */
export async function startCluster(): Promise<TestCluster> {
  await removeDeadClusters();
  const dir = join(tmpdir(), `${PREFIX}${process.pid}-${randomBytes(4).toString("hex")}`);
  const postgres = await startPostgres({ dir, fsync: false });
  const stop = async () => {
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await makeTemplate(postgres);
    return { superUrl: postgres.superUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Cloning fails while anybody is connected to the template, so nobody may. */
async function makeTemplate({ superUrl }: RunningPostgres): Promise<void> {
  const urls = await ensureRoles({ superUrl, database: TEMPLATE, passwords: TEST_PASSWORDS });
  await migrate({ ownerUrl: urls.DATABASE_MIGRATE_URL });
  const db = openDb(superUrl, { max: 1 });
  await db.execute(sql.raw(`alter database ${TEMPLATE} with is_template true allow_connections false`));
  await closeDb(db);
}

/** A run that was killed leaves its cluster: starting it by its folder stops the server that is still there. */
async function removeDeadClusters(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const dir = join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || (await lockHolder(join(dir, "lock"))) !== null) continue;
    if (!makerIsGone(name)) continue;
    const dead = await startPostgres({ dir, fsync: false }).catch(() => null);
    await dead?.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** A cluster that is being made has no lock yet: its folder names the process. */
function makerIsGone(name: string): boolean {
  return !processExists(Number(name.slice(PREFIX.length).split("-")[0]));
}
