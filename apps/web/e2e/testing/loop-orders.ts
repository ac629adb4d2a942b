import { Temporal } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { appendEvents } from "@heed/db/commands/append-outbox";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { DEMO_STORES } from "@heed/sandbox/demo/stores";
import type { WorldOrder } from "@heed/sandbox/world/types";
import postgres from "postgres";
import { instance } from "./instance.ts";

const US = "ATVPDKIKX0DER";
/** A search ends two minutes ago at the latest (orders_2026-01-01), and the next one begins there. */
const NEWS = { seconds: 124 };
const [usStore] = DEMO_STORES;

/** Orders of one buyer: one that arrived, one whose review request is planned, and one that has not shipped. */
export interface LoopOrders {
  readonly arrived: string;
  readonly planned: string;
  readonly unshipped: string;
}

/** A buyer with three orders that Amazon has and Heed does not know yet; then the store is synced. */
export async function putLoopOrders(): Promise<LoopOrders> {
  const stamp = String(Date.now()).slice(-7);
  const alias = `loop${stamp}@marketplace.amazon.com`;
  const id = (last: number) => `114-${stamp}-${String(1_000_000 + last)}`;
  const orders = { arrived: id(1), planned: id(2), unshipped: id(3) };
  const buyer = { alias, sellerId: usStore.sellerId, marketplaceId: US, locale: "en-US", optedOutAt: null };
  const worldOrders = [
    order(orders.arrived, alias, 4),
    order(orders.planned, alias, 2),
    order(orders.unshipped, alias, null),
  ];
  await control("/world", { buyers: [buyer], orders: worldOrders });
  await requestSync();
  return orders;
}

/** Delivered so many days ago; null: paid yesterday, and not yet shipped. */
function order(orderId: string, alias: string, deliveredDays: number | null): WorldOrder {
  const now = Temporal.Now.instant();
  const before = (days: number) => now.subtract({ hours: Math.round(24 * days) }).toString({ smallestUnit: "second" });
  const delivered = deliveredDays ?? -3;
  const placed = deliveredDays === null ? 1 : delivered + 4;
  // Amazon tells of it now: an order that last changed before the store's cursor would never come.
  const news = now.subtract(NEWS).toString({ smallestUnit: "second" });
  const last = { at: news, status: deliveredDays === null ? ("UNSHIPPED" as const) : ("SHIPPED" as const) };
  return {
    ...{ orderId, sellerId: usStore.sellerId, marketplaceId: US, alias, channel: "amazon", fulfilledBy: "merchant" },
    ...{ serviceLevel: "STANDARD", programs: [], replacementOf: null, currency: "USD", deliveredAt: null },
    items: [
      {
        ...{ orderItemId: `9${orderId.slice(4, 11)}`, sku: "NP-LANTERN-01", asin: "B0NPLANT01", unitPrice: "24.90" },
        ...{ title: "Folding camp lantern", quantity: 1, customized: false, buyerRequestedCancel: false },
      },
    ],
    changes: [{ at: before(placed), status: "PENDING" }, { at: before(placed - 0.1), status: "UNSHIPPED" }, last],
    shipBy: { earliest: before(placed), latest: before(placed - 3) },
    deliverBy: { earliest: before(delivered + 1), latest: before(delivered) },
  };
}

async function control(path: string, body: unknown): Promise<void> {
  const answer = await fetch(new URL(path, instance().sandboxUrl), { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`The sandbox refused ${path}: ${answer.status} ${await answer.text()}`);
}

/** As `heed sync` does. */
async function requestSync(): Promise<void> {
  const sql = postgres(instance().systemUrl, { max: 1 });
  const db = openDb(process.env["DATABASE_URL"] ?? "", { max: 1 });
  try {
    const rows = await sql<{ tenantId: string; storeId: string }[]>`
      select tenant_id as "tenantId", id as "storeId" from store where region = 'NA'`;
    for (const data of rows) {
      const event = { name: "store/sync" as const, data };
      await withTenant(db, systemAccess(data.tenantId), (tx) => appendEvents(tx, [event], Temporal.Now.instant()));
    }
  } finally {
    await closeDb(db);
    await sql.end();
  }
}
