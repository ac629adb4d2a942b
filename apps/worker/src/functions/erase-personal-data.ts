import { eraseDeletedWorkspaces } from "@heed/db/commands/erase-deleted-workspaces";
import { erasePersonalData } from "@heed/db/commands/erase-personal-data";
import type { Inngest } from "inngest";
import { mapErrors } from "../inngest.ts";
import type { Worker } from "../worker.ts";

const LIMIT = 1_000;

/** Each night: aliases and raw mails whose 30 days are over, and workspaces whose seven days are. */
export function erasePersonalDataFunction(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    { id: "erase-personal-data", triggers: [{ cron: "20 3 * * *" }], concurrency: { limit: 1 }, retries: 2 },
    () =>
      mapErrors(worker, async () => {
        const now = worker.clock.now();
        const workspaces = await eraseDeletedWorkspaces(worker.db, worker.system, now);
        return { workspaces, ...(await erasePersonalData(worker.db, worker.system, { now, limit: LIMIT })) };
      }),
  );
}
