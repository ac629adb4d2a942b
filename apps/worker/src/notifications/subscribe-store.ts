import type { OrderSubscription } from "@heed/amazon/subscribe";
import { recordSubscription } from "@heed/db/commands/record-sync";
import type { StoreWork } from "@heed/db/queries/store-work";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";

interface Place {
  readonly tenantId: string;
  readonly store: StoreWork;
}

/** Has Amazon tell of changes, once per store. Where it does not work, sync alone brings them, and the next sync tries again. */
export async function subscribeStore(worker: Worker, { tenantId, store }: Place): Promise<void> {
  if (store.subscriptionId !== null) return;
  const { storeId } = store;
  try {
    const destinationId = await worker.subscriptions.destinationOf(store.region);
    if (destinationId === null) return;
    const { subscriptionId } = await subscribe(worker, { tenantId, store }, destinationId);
    await withTenant(worker.db, systemAccess(tenantId), (tx) => recordSubscription(tx, { storeId, subscriptionId }));
  } catch (error) {
    worker.log.warn({ error, tenantId, storeId }, "changes of a store's orders cannot be subscribed to");
  }
}

/** A seller has one subscription of a kind: one that leads elsewhere makes room. */
async function subscribe(
  worker: Worker,
  { tenantId, store }: Place,
  destinationId: string,
): Promise<OrderSubscription> {
  const gateway = worker.gateways.forStore(tenantId, store);
  const found = await gateway.subscribeToOrders(destinationId);
  if (!found.elsewhere) return found;
  await worker.subscriptions.end({ region: store.region, subscriptionId: found.subscriptionId });
  return gateway.subscribeToOrders(destinationId);
}
