import type { Inngest, InngestFunction } from "inngest";
import type { Worker } from "../worker.ts";
import { dispatchDueFunction } from "./dispatch-due.ts";
import { erasePersonalDataFunction } from "./erase-personal-data.ts";
import { readNotice } from "./read-notice.ts";
import { readOrderActions } from "./read-order-actions.ts";
import { recoverLostFlows } from "./recover-lost-flows.ts";
import { rotateClientSecretFunction } from "./rotate-client-secret.ts";
import { runJob } from "./run-job.ts";
import { runOrderFlow, runWrittenMessage } from "./run-order-flow.ts";
import { sendTemplateTest } from "./send-template-test.ts";
import { settleMessagesFunction } from "./settle-messages.ts";
import { syncBillingFunction } from "./sync-billing.ts";
import { syncOrders } from "./sync-orders.ts";

/** Every function that the worker serves. */
export function functions(inngest: Inngest, worker: Worker): InngestFunction.Any[] {
  return [
    dispatchDueFunction(inngest, worker),
    runOrderFlow(inngest, worker),
    runWrittenMessage(inngest, worker),
    syncOrders(inngest, worker),
    syncBillingFunction(inngest, worker),
    readNotice(inngest, worker),
    readOrderActions(inngest, worker),
    settleMessagesFunction(inngest, worker),
    recoverLostFlows(inngest, worker),
    runJob(inngest, worker),
    rotateClientSecretFunction(inngest, worker),
    sendTemplateTest(inngest, worker),
    erasePersonalDataFunction(inngest, worker),
  ];
}
