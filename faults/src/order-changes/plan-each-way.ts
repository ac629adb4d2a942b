import type { Db } from "@heed/db/client";
import { ingestOrders } from "@heed/db/commands/ingest-orders";
import { noteOrderFacts } from "@heed/db/commands/order-facts";
import { messagesOfOrders } from "@heed/db/queries/known-messages";
import { orderRefsById } from "@heed/db/queries/orders-by-id";
import { listStores } from "@heed/db/queries/stores";
import type { KeyRing } from "@heed/db/seal";
import { systemAccess } from "@heed/db/system-db";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import { type Change, courseOf, NOW } from "./course.ts";

export interface EachWay {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly tenantId: string;
  /** Seed of the course of events. */
  readonly course: number;
  readonly ways: readonly (readonly number[])[];
}

/** What is planned for an order in the end. */
export interface Plan {
  readonly way: string;
  readonly message: { readonly slot: string; readonly lane: string; readonly dueAt: string } | null;
}

/** An order for each way of ordering the same changes; round by round each gets its next change. */
export async function planEachWay({ db, ring, tenantId, course, ways }: EachWay): Promise<readonly Plan[]> {
  const within = <T>(fn: (tx: TenantDb) => Promise<T>) => withTenant(db, systemAccess(tenantId), fn);
  const storeId = (await within(listStores))[0]?.id ?? "";
  const orders = ways.map((way, index) => ({ way, orderId: idOf(course, index) }));
  const courses = new Map(orders.map(({ orderId }) => [orderId, courseOf(course, orderId)]));
  for (let round = 0; round < (ways[0]?.length ?? 0); round += 1) {
    const changes = orders.flatMap(({ way, orderId }) => courses.get(orderId)?.[way[round] ?? 0] ?? []);
    const place = { storeId, ring, now: NOW };
    await within((tx) => ingestOrders(tx, { ...place, incoming: changes.flatMap(incomingOf) }));
    await within((tx) => noteOrderFacts(tx, { ...place, facts: changes.flatMap(factOf) }));
  }
  return within((tx) => finalPlans(tx, { storeId, orders }));
}

const incomingOf = (change: Change) => (change.kind === "order" ? [change.incoming] : []);
const factOf = (change: Change) => (change.kind === "fact" ? [change.fact] : []);

const idOf = (course: number, index: number) =>
  `703-${String(course).padStart(7, "0")}-${String(index).padStart(7, "0")}`;

interface Final {
  readonly storeId: string;
  readonly orders: readonly { readonly way: readonly number[]; readonly orderId: string }[];
}

async function finalPlans(tx: TenantDb, { storeId, orders }: Final): Promise<readonly Plan[]> {
  const refs = await orderRefsById(tx, { storeId, orderIds: orders.map(({ orderId }) => orderId) });
  const messages = await messagesOfOrders(tx, [...refs.values()]);
  return orders.map(({ way, orderId }) => {
    const known = messages.get(refs.get(orderId) ?? "") ?? [];
    const planned = known.find(({ state }) => state === "planned");
    const message =
      planned === undefined ? null : { slot: planned.slot, lane: planned.lane, dueAt: planned.dueAt.toString() };
    return { way: way.join(""), message };
  });
}
