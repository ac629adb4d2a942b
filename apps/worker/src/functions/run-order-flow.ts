import { messageDue } from "@heed/db/queries/message-due";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Inngest } from "inngest";
import { eventData, mapErrors } from "../inngest.ts";
import { type SendInput, type SendResult, sendMessage } from "../send/send-message.ts";
import type { Worker } from "../worker.ts";

/**
 * One run per message that falls due within the hour: it sleeps the rest, then sends on fresh facts. The send is no step:
 * the claim guards it against a repeat, and a step would cost two more calls for each message.
 *
 * | call of the executor | finds            | does                                        |
 * |----------------------|------------------|---------------------------------------------|
 * | first                | due              | sends, ends                                 |
 * | first                | not yet due      | sleeps                                      |
 * | after the sleep      | due              | sends, ends                                 |
 * | after the sleep      | not yet due      | ends; `recover-lost-flows` dispatches again |
 */
export function runOrderFlow(inngest: Inngest, worker: Worker) {
  return sendingFunction(inngest, worker, { id: "run-order-flow", event: "order/due", atOnce: 5 });
}

/** What a person wrote has slots of its own: hundreds of review requests that wait for Amazon's rate do not hold it up. */
export function runWrittenMessage(inngest: Inngest, worker: Worker) {
  return sendingFunction(inngest, worker, { id: "run-written-message", event: "message/due", atOnce: 2 });
}

interface Sending {
  readonly id: string;
  readonly event: "order/due" | "message/due";
  /** Runs of one store at once. */
  readonly atOnce: number;
}

function sendingFunction(inngest: Inngest, worker: Worker, { id, event: name, atOnce }: Sending) {
  return inngest.createFunction(
    {
      id,
      triggers: [{ event: name }],
      // Only an optimisation: a run of an old plan version finds nothing to claim.
      cancelOn: [{ event: "message/cancelled", match: "data.messageId" }],
      concurrency: { key: "event.data.storeId", limit: atOnce },
      // The sweeper goes on where these end (recover-lost-flows.ts).
      retries: 3,
    },
    async ({ event, step }) => {
      const input = eventData(worker, name, event);
      const result = await mapErrors(worker, () => sendWhenDue(worker, input));
      if ("ended" in result) return result;
      await step.sleepUntil("until-due", result.dueAt);
      return { ended: "not yet due" };
    },
  );
}

async function sendWhenDue(
  worker: Worker,
  { tenantId, messageId, planVersion }: SendInput,
): Promise<SendResult | { readonly dueAt: string }> {
  const found = await withTenant(worker.db, systemAccess(tenantId), (tx) => messageDue(tx, { messageId, planVersion }));
  if (found === null) return { ended: "nothing to do" };
  const waits = found.dueAt.epochMilliseconds > worker.clock.now().epochMilliseconds;
  return waits ? { dueAt: found.dueAt.toString() } : sendMessage(worker, { tenantId, messageId, planVersion });
}
