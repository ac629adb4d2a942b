import { AppError } from "@heed/core/errors";
import { type ActionsRead, recordActions } from "@heed/db/commands/order-actions";
import { loadStoreWork } from "@heed/db/queries/store-work";
import { type TypedOrder, typedOrder } from "@heed/db/queries/typed-order";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Inngest } from "inngest";
import { eventData, mapErrors } from "../inngest.ts";
import type { Worker } from "../worker.ts";

/** What Amazon allows for one order now, read because a person looks at it; the page sees the answer by itself. */
export function readOrderActions(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    {
      id: "read-order-actions",
      triggers: [{ event: "order/actions" }],
      concurrency: { key: "event.data.orderRef", limit: 1 },
      retries: 2,
    },
    async ({ event, step, attempt, maxAttempts }) => {
      const { tenantId, orderRef } = eventData(worker, "order/actions", event);
      const lastTry = attempt + 1 >= (maxAttempts ?? 1);
      return step.run("read", () => mapErrors(worker, () => readActions(worker, { tenantId, orderRef, lastTry })));
    },
  );
}

interface ActionsRef {
  readonly tenantId: string;
  readonly orderRef: string;
  readonly lastTry: boolean;
}

async function readActions(worker: Worker, ref: ActionsRef): Promise<{ readonly ended: string }> {
  const access = systemAccess(ref.tenantId);
  const target = await withTenant(worker.db, access, (tx) => typedOrder(tx, { storeId: "all", ref: ref.orderRef }));
  if (target === null) return { ended: "nothing to do" };
  const read = await ask(worker, ref, target);
  const now = worker.clock.now();
  await withTenant(worker.db, access, (tx) => recordActions(tx, { orderRef: ref.orderRef, now, ...read }));
  worker.wakeRelay();
  return { ended: read.problem ?? "read" };
}

type Read = Pick<ActionsRead, "actions" | "locale" | "problem">;

/** What no repeat betters is told at once; the rest is tried again, and told when that ends. */
async function ask(worker: Worker, { tenantId, lastTry }: ActionsRef, { storeId, order }: TypedOrder): Promise<Read> {
  const store = await withTenant(worker.db, systemAccess(tenantId), (tx) =>
    loadStoreWork(tx, { storeId, ring: worker.ring }),
  );
  const gateway = worker.gateways.forStore(tenantId, store);
  try {
    const actions = await gateway.getMessagingActions(order.orderId, order.marketplaceId);
    const { locale } = await gateway.getAttributes(order.orderId, order.marketplaceId);
    return { actions, locale, problem: null };
  } catch (error) {
    if (!(error instanceof AppError) || (error.retryable && !lastTry)) throw error;
    return { actions: null, locale: null, problem: problemOf(error) };
  }
}

function problemOf({ code, retryable, details }: AppError): Read["problem"] {
  if (retryable) return "unreachable";
  if (details["reason"] === "revoked") return "revoked";
  return code === "NOT_FOUND" ? "not_found" : "refused";
}
