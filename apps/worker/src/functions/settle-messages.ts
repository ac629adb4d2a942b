import { purgeOutbox } from "@heed/db/commands/relay-outbox";
import { settleMessages } from "@heed/db/commands/settle-messages";
import type { Inngest } from "inngest";
import { mapErrors } from "../inngest.ts";
import type { Worker } from "../worker.ts";

const LIMIT = 1_000;
/** Sent events are kept this long. */
const OUTBOX_KEPT = { hours: 24 };

/** Closes messages whose notice window is over, in batches until none is left. */
export function settleMessagesFunction(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    { id: "settle-messages", triggers: [{ cron: "*/15 * * * *" }], concurrency: { limit: 1 }, retries: 2 },
    () =>
      mapErrors(worker, async () => {
        const reached = await settleAll(worker);
        await purgeOutbox(worker.system, { sentBefore: worker.clock.now().subtract(OUTBOX_KEPT), limit: LIMIT });
        return { reached };
      }),
  );
}

async function settleAll({ db, system, clock, wakeRelay }: Worker): Promise<number> {
  let reached = 0;
  for (;;) {
    const batch = await settleMessages(db, system, { now: clock.now(), limit: LIMIT });
    reached += batch;
    wakeRelay();
    if (batch < LIMIT) return reached;
  }
}
