import { pendingMigrations, stuckEvents } from "@heed/db/queries/readiness";
import type { SystemDb } from "@heed/db/system-db";
import type { Services } from "./services.ts";

export interface Readiness {
  readonly database: "ok" | "no answer";
  readonly migrations: "ok" | "pending" | "not known";
  /** Seen from here: whether events are handed on. The web app itself never talks to the engine. */
  readonly engine: "ok" | "behind" | "not known";
}

/** An event that waits longer than this means that the relay or the executor stands still. */
const PATIENCE = { minutes: 5 };

export async function readiness({ db, system, clock, log }: Services & { system: SystemDb }): Promise<Readiness> {
  try {
    const pending = await pendingMigrations(db);
    const stuck = await stuckEvents(system, clock.now().subtract(PATIENCE));
    return { database: "ok", migrations: pending === 0 ? "ok" : "pending", engine: stuck === 0 ? "ok" : "behind" };
  } catch (error) {
    log.error({ err: error }, "not ready");
    return { database: "no answer", migrations: "not known", engine: "not known" };
  }
}
