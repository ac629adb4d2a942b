import { recordSubscription } from "@heed/db/commands/record-sync";
import type { StoreWork } from "@heed/db/queries/store-work";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";

/** Has Amazon tell of changes, once per store. Where it does not work, sync alone brings them, and the next sync tries again. */
export async function subscribeStore(
  worker: Worker,
  { tenantId, store }: { readonly tenantId: string; readonly store: StoreWork },
): Promise<void> {
  const destinationId = worker.destinations.get(store.region);
  if (destinationId === undefined || store.subscriptionId !== null) return;
  const { storeId } = store;
  try {
    const subscriptionId = await worker.gateways.forStore(tenantId, store).subscribeToOrders(destinationId);
    await withTenant(worker.db, systemAccess(tenantId), (tx) => recordSubscription(tx, { storeId, subscriptionId }));
  } catch (error) {
    worker.log.warn({ error, tenantId, storeId }, "changes of a store's orders cannot be subscribed to");
  }
}
