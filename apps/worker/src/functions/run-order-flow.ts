import { messageDue } from "@heed/db/queries/message-due";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Inngest } from "inngest";
import { eventData, mapErrors } from "../inngest.ts";
import { sendMessage } from "../send/send-message.ts";
import type { Worker } from "../worker.ts";

/** One run per message that falls due within the hour: it sleeps the rest, then sends on fresh facts. */
export function runOrderFlow(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    {
      id: "run-order-flow",
      triggers: [{ event: "order/due" }],
      // Only an optimisation: a run of an old plan version finds nothing to claim.
      cancelOn: [{ event: "message/cancelled", match: "data.messageId" }],
      concurrency: { key: "event.data.storeId", limit: 5 },
      // The sweeper goes on where these end (recover-lost-flows.ts).
      retries: 3,
    },
    async ({ event, step }) => {
      const { tenantId, messageId, planVersion } = eventData(worker, "order/due", event);
      const due = await step.run("load", () =>
        mapErrors(worker, async () => {
          const found = await withTenant(worker.db, systemAccess(tenantId), (tx) =>
            messageDue(tx, { messageId, planVersion }),
          );
          return found === null ? null : { at: found.dueAt.toString(), now: worker.clock.now().toString() };
        }),
      );
      if (due === null) return { ended: "nothing to do" };
      if (due.at > due.now) await step.sleepUntil("until-due", due.at);
      return step.run("send", () => mapErrors(worker, () => sendMessage(worker, { tenantId, messageId, planVersion })));
    },
  );
}
