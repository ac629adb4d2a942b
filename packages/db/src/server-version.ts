import { AppError } from "@heed/core/errors";
import { sql } from "drizzle-orm";
import type { Db } from "./client.ts";

/** `uuidv7()` came with 18. */
const OLDEST = 18;

/** Throws PRECONDITION_FAILED when the server is older than Heed needs. */
export async function requireVersion(db: Db): Promise<void> {
  const [row] = await db.execute<{ version: string }>(sql`select current_setting('server_version_num') as version`);
  const major = Math.floor(Number(row?.version ?? 0) / 10_000);
  if (major < OLDEST) {
    throw new AppError("PRECONDITION_FAILED", `Heed needs Postgres ${OLDEST} or newer; this server is ${major}.`);
  }
}
