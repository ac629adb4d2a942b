import { REPORT_TYPES } from "@heed/amazon/report-types";
import { AppError } from "@heed/core/errors";
import { nextSyncMinutes } from "@heed/core/order/sync-pace";
import type { Instant } from "@heed/core/time";
import { ingestOrders } from "@heed/db/commands/ingest-orders";
import { noteUnreadable } from "@heed/db/commands/note-unreadable";
import { moveCursor, recordSyncError, revokeStore, scheduleSync } from "@heed/db/commands/record-sync";
import { ensureReports } from "@heed/db/commands/report";
import { loadStoreWork, type StoreWork } from "@heed/db/queries/store-work";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Inngest } from "inngest";
import { eventData, mapErrors } from "../inngest.ts";
import { subscribeStore } from "../notifications/subscribe-store.ts";
import type { Worker } from "../worker.ts";

/** The first look at a store goes back this far: no solicitation window is older. */
const FIRST_LOOK = { hours: 24 * 60 };

export interface SyncedStore {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly unreadable: number;
}

/** One store: all pages since its cursor, each stored with the cursor's place in one transaction. */
export function syncOrders(inngest: Inngest, worker: Worker) {
  return inngest.createFunction(
    {
      id: "sync-orders",
      triggers: [{ event: "store/sync" }],
      concurrency: { key: "event.data.storeId", limit: 1 },
      retries: 3,
    },
    async ({ event, step }) => {
      const { tenantId, storeId } = eventData(worker, "store/sync", event);
      return step.run("sync", () => mapErrors(worker, () => syncStore(worker, { tenantId, storeId })));
    },
  );
}

export async function syncStore(
  worker: Worker,
  at: { readonly tenantId: string; readonly storeId: string },
): Promise<SyncedStore> {
  const access = systemAccess(at.tenantId);
  const store = await withTenant(worker.db, access, (tx) =>
    loadStoreWork(tx, { storeId: at.storeId, ring: worker.ring }),
  );
  try {
    const synced = await readPages(worker, { tenantId: at.tenantId, store });
    const nextSyncAt = nextSync(worker, store, synced);
    await withTenant(worker.db, access, async (tx) => {
      await scheduleSync(tx, { storeId: at.storeId, nextSyncAt });
      await ensureReports(tx, { storeId: at.storeId, types: REPORT_TYPES, now: worker.clock.now() });
    });
    await subscribeStore(worker, { tenantId: at.tenantId, store });
    worker.wakeRelay();
    return synced;
  } catch (error) {
    await reportFailure(worker, at, error);
    throw error;
  }
}

function nextSync(
  worker: Worker,
  { lastSyncAt, subscriptionId }: StoreWork,
  { inserted, changed }: SyncedStore,
): Instant {
  const now = worker.clock.now();
  const minutesSince = lastSyncAt === null ? null : now.since(lastSyncAt).total("minutes");
  return now.add({
    minutes: Math.round(
      nextSyncMinutes({ changed: inserted + changed, minutesSince, notified: subscriptionId !== null }),
    ),
  });
}

interface PagesInput {
  readonly tenantId: string;
  readonly store: StoreWork;
}

async function readPages(worker: Worker, { tenantId, store }: PagesInput): Promise<SyncedStore> {
  const gateway = worker.gateways.forStore(tenantId, store);
  const from: Instant = store.cursor ?? worker.clock.now().subtract(FIRST_LOOK);
  let total: SyncedStore = { inserted: 0, changed: 0, unchanged: 0, unreadable: 0 };
  for await (const page of gateway.searchOrders({ lastUpdatedAfter: from, marketplaceIds: store.marketplaceIds })) {
    const now = worker.clock.now();
    const result = await withTenant(worker.db, systemAccess(tenantId), async (tx) => {
      const ingested = await ingestOrders(tx, {
        storeId: store.storeId,
        incoming: page.orders,
        ring: worker.ring,
        now,
      });
      await moveCursor(tx, { storeId: store.storeId, cursor: page.nextUpdatedAfter, now });
      const read = page.orders.map(({ order }) => order.orderId);
      await noteUnreadable(tx, { storeId: store.storeId, unreadable: page.unreadable, read, now });
      return ingested;
    });
    for (const { reason } of page.unreadable)
      worker.log.warn({ storeId: store.storeId, reason }, "an order cannot be read");
    total = {
      inserted: total.inserted + result.inserted,
      changed: total.changed + result.changed,
      unchanged: total.unchanged + result.unchanged,
      unreadable: total.unreadable + page.unreadable.length,
    };
  }
  return total;
}

async function reportFailure(
  worker: Worker,
  { tenantId, storeId }: { tenantId: string; storeId: string },
  error: unknown,
): Promise<void> {
  const code = error instanceof AppError ? error.code : "INTERNAL";
  const revoked = error instanceof AppError && error.details["reason"] === "revoked";
  await withTenant(worker.db, systemAccess(tenantId), async (tx) => {
    await recordSyncError(tx, { storeId, error: revoked ? "revoked" : code });
    if (revoked) await revokeStore(tx, { storeId, now: worker.clock.now() });
  });
}
