import { syncBilling } from "@heed/db/commands/sync-billing";
import type { Inngest } from "inngest";
import { eventData, mapErrors } from "../inngest.ts";
import type { Worker } from "../worker.ts";

/** Something changed at Stripe: its state is read and written, one reading of a workspace after the other. */
export function syncBillingFunction(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    {
      id: "sync-billing",
      triggers: [{ event: "billing/changed" }],
      concurrency: { key: "event.data.tenantId", limit: 1 },
      retries: 5,
    },
    ({ event }) =>
      mapErrors(worker, async () => {
        const { tenantId, customerId } = eventData(worker, "billing/changed", event);
        const done = await syncBilling(worker, { tenantId, customerId, now: worker.clock.now() });
        if (done === "not ours") worker.log.warn({ tenantId }, "an event of Stripe names a customer of somebody else");
        worker.wakeRelay();
        return { ended: done };
      }),
  );
}
