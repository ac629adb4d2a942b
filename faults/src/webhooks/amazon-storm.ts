import { rm } from "node:fs/promises";
import { startEmbeddedDatabase } from "@heed/bin/stack/database";
import { loadSecrets } from "@heed/bin/stack/secrets";
import { makeThrowAwayFolder } from "@heed/bin/stack/throw-away-folder";
import { closeDb, openDb } from "@heed/db/client";
import { ingestOrders } from "@heed/db/commands/ingest-orders";
import { type NotificationPorts, receiveAmazonNotification } from "@heed/db/commands/receive-amazon-notification";
import { messagesOfOrders } from "@heed/db/queries/known-messages";
import { orderRefsById, ordersById } from "@heed/db/queries/orders-by-id";
import { loadStoreWork } from "@heed/db/queries/store-work";
import { closeSystemDb, openSystemDb } from "@heed/db/system-db";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import { createReadyStore, incomingOrder, type ReadyStore, TEST_RING } from "@heed/db/testing/demo-store";
import { TEST_NOW as NOW } from "@heed/db/testing/factories";
import { seededRandom } from "../random.ts";
import { changesOf, type OrderChanged } from "./amazon-changes.ts";
import { eachAtOnce, repeated, shuffled } from "./shuffle.ts";

export interface AmazonStormInput {
  readonly events: number;
  readonly repeats: number;
  readonly seed: number;
}

export interface AmazonStormResult {
  readonly deliveries: number;
  readonly failures: readonly string[];
}

/** So many changes come about one order, in any order. */
const CHANGES_AN_ORDER = 5;

interface Scene extends NotificationPorts {
  readonly orderIds: readonly string[];
  readonly orders: ReturnType<typeof incomingOrder>[];
}

/**
 * Changes of orders by the webhook of EventBridge: one store gets each once and in order, another one each again and again,
 * shuffled, many at once. Orders and plans of both must be the same in the end.
 */
export async function stormOfAmazon({ events, repeats, seed }: AmazonStormInput): Promise<AmazonStormResult> {
  return withScene(Math.ceil(events / CHANGES_AN_ORDER), async (scene) => {
    const [calm, stormy] = [await openStore(scene), await openStore(scene)];
    for (const change of changesOf({ ...calm, orderIds: scene.orderIds, events })) await deliver(scene, change);
    const storm = changesOf({ ...stormy, orderIds: scene.orderIds, events });
    const taken = new Map<string, number>();
    await eachAtOnce(shuffled(repeated(storm, repeats), seededRandom(seed)), async (change) => {
      if ((await deliver(scene, change)) === "applied") taken.set(change.id, (taken.get(change.id) ?? 0) + 1);
    });
    const expected = await rowsOf(scene, calm.store);
    const wrong = (await rowsOf(scene, stormy.store)).flatMap((row, index) =>
      row === expected[index] ? [] : [`an order ended as ${row} instead of ${expected[index]}`],
    );
    const twice = storm.filter(({ id }) => taken.get(id) !== 1);
    const counted = twice.length === 0 ? [] : [`${twice.length} notifications were not taken exactly once`];
    return { deliveries: events * repeats, failures: [...wrong, ...counted] };
  });
}

async function withScene<T>(orders: number, work: (scene: Scene) => Promise<T>): Promise<T> {
  const folder = await makeThrowAwayFolder("heed-storm-amazon");
  const database = await startEmbeddedDatabase({ folder, secrets: await loadSecrets(folder), fsync: false });
  const db = openDb(database.urls.DATABASE_URL);
  const system = openSystemDb(database.urls.DATABASE_SYSTEM_URL);
  const known = Array.from({ length: orders }, () => incomingOrder());
  try {
    const orderIds = known.map(({ order }) => order.orderId);
    return await work({ db, system, ring: TEST_RING, orders: known, orderIds });
  } finally {
    await closeDb(db);
    await closeSystemDb(system);
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A store of a workspace of its own, with the same orders as the other one. */
async function openStore({ db, orders }: Scene): Promise<{ readonly store: ReadyStore; readonly sellerId: string }> {
  const store = await createReadyStore(db);
  const { storeId } = store;
  const sellerId = await withTenant(db, store.access, async (tx) => {
    await ingestOrders(tx, { storeId, incoming: orders, ring: TEST_RING, now: NOW });
    return (await loadStoreWork(tx, { storeId, ring: TEST_RING })).sellerId;
  });
  return { store, sellerId };
}

async function deliver(scene: Scene, { body }: OrderChanged): Promise<string> {
  return (await receiveAmazonNotification(scene, { body, now: NOW })).ended;
}

/** What is known and planned of each order, in words that can be compared. */
function rowsOf({ db, orderIds }: Scene, { access, storeId }: ReadyStore): Promise<readonly string[]> {
  return withTenant(db, access, async (tx: TenantDb) => {
    const orders = await ordersById(tx, { storeId, orderIds });
    const refs = await orderRefsById(tx, { storeId, orderIds });
    const messages = await messagesOfOrders(tx, [...refs.values()]);
    return orderIds.map((orderId) => {
      const { status, aftermath } = orders.get(orderId) ?? {};
      const planned = (messages.get(refs.get(orderId) ?? "") ?? []).filter(({ state }) => state === "planned");
      return JSON.stringify({ orderId, status, aftermath, planned: planned.map(({ lane, dueAt }) => [lane, dueAt]) });
    });
  });
}
