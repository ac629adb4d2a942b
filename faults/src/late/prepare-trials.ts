import { type Instant, Temporal } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { ingestOrders } from "@heed/db/commands/ingest-orders";
import { seedDemo } from "@heed/db/commands/seed-demo";
import { findOrders } from "@heed/db/queries/find-orders";
import { listStores, type StoreSummary } from "@heed/db/queries/stores";
import type { KeyRing } from "@heed/db/seal";
import { systemAccess } from "@heed/db/system-db";
import { type Access, type TenantDb, withTenant } from "@heed/db/tenant-db";
import { plannedOf, planTyped, refuseRefunded } from "@heed/db/testing/late-steps";
import type { WorldStore } from "@heed/sandbox/world/types";
import { seededRandom } from "../random.ts";
import { EVENTS, KINDS, type LateEvent, type LateKind, type LatePlace, PLACES, type Trial } from "./late-trial.ts";
import { incomingOf, type LateOrder, lateStores, US, worldOrderOf } from "./late-world.ts";

export interface PrepareInput {
  readonly count: number;
  readonly seed: number;
  readonly db: Db;
  readonly ring: KeyRing;
  readonly controlUrl: string;
}

/** Amazon takes five calls of a store at once, and a workspace's own quota fifty critical messages. */
const TRIALS_PER_STORE = 10;
const STORES_PER_TENANT = 4;

interface Plan {
  readonly kind: LateKind;
  readonly event: LateEvent;
  readonly place: LatePlace;
  readonly delay: number;
}

/** All combinations in turn, so that each place is tried for each kind of message and event. */
function planOf(index: number, delay: number): Plan {
  const kind = KINDS[index % KINDS.length] ?? "email";
  const event = EVENTS[Math.floor(index / KINDS.length) % EVENTS.length] ?? "opt_out";
  const place = PLACES[Math.floor(index / (KINDS.length * EVENTS.length)) % PLACES.length] ?? "race";
  // Nothing is read before a solicitation, so that there is nothing to fall into.
  return { kind, event, place: kind === "solicitation" && place === "while_preparing" ? "before_run" : place, delay };
}

export async function prepareTrials(input: PrepareInput): Promise<Trial[]> {
  const { count, seed } = input;
  const random = seededRandom(seed);
  const now = Temporal.Now.instant().round({ smallestUnit: "second" });
  const trials: Trial[] = [];
  for (let tenant = 0; trials.length < count; tenant += 1) {
    const left = count - trials.length;
    const plans = Array.from({ length: Math.min(left, TRIALS_PER_STORE * STORES_PER_TENANT) }, (_, index) =>
      planOf(trials.length + index, random.below(40)),
    );
    trials.push(...(await prepareTenant({ ...input, now, tenant, plans })));
  }
  return trials;
}

interface TenantInput extends PrepareInput {
  readonly now: Instant;
  readonly tenant: number;
  readonly plans: readonly Plan[];
}

async function prepareTenant({ db, ring, controlUrl, now, tenant, plans }: TenantInput): Promise<Trial[]> {
  const world = lateStores(tenant, STORES_PER_TENANT);
  const [seeded] = await seedDemo({ db, ring, now, world: { stores: world } });
  const access = systemAccess(seeded?.tenantId ?? "");
  const stores = await withTenant(db, access, async (tx) => {
    await refuseRefunded(tx, now);
    return listStores(tx);
  });
  const orders = plans.map((plan, index) => ({
    plan,
    order: orderOf(plan, tenant, index),
    store: storeOf(world, plan, index),
  }));
  await putWorld(controlUrl, { stores: world, placed: orders, now });
  const trials: Trial[] = [];
  for (const { plan, order, store } of orders) {
    const { id: storeId } = stores.find(({ name }) => name === store.name) ?? ({ id: "" } as StoreSummary);
    trials.push(await withTenant(db, access, (tx) => prepareTrial(tx, { plan, order, storeId, ring, now, access })));
  }
  return trials;
}

function orderOf({ kind }: Plan, tenant: number, index: number): LateOrder {
  const digits = String(tenant * 1000 + index).padStart(7, "0");
  const shipped = kind === "solicitation" || kind === "email";
  return { orderId: `113-${digits}-${digits}`, alias: `late${digits}${digits}@marketplace.amazon.com`, shipped };
}

/** E-mails go from stores whose lane is on, the rest from the others. */
function storeOf(world: readonly WorldStore[], { kind }: Plan, index: number): WorldStore {
  const wanted = world.filter(({ marketplaces }) => marketplaces[0]?.emailLane === (kind === "email"));
  const store = wanted[Math.floor(index / KINDS.length) % wanted.length];
  if (store === undefined) throw new Error("There is no store for this kind of message.");
  return store;
}

interface PlacedOrder {
  readonly order: LateOrder;
  readonly store: WorldStore;
}

interface WorldInput {
  readonly stores: readonly WorldStore[];
  readonly placed: readonly PlacedOrder[];
  readonly now: Instant;
}

async function putWorld(controlUrl: string, { stores, placed, now }: WorldInput): Promise<void> {
  const orders = placed.map(({ order, store }) => ({
    ...worldOrderOf(order, store.sellerId, now),
    extraMessages: ["digitalAccessKey"],
  }));
  const buyers = placed.map(({ order: { alias }, store: { sellerId } }) => {
    return { alias, sellerId, marketplaceId: US, locale: "en-US", optedOutAt: null };
  });
  const body = JSON.stringify({ stores, buyers, orders });
  const answer = await fetch(`${controlUrl}/world`, { method: "POST", body });
  if (!answer.ok) throw new Error(`The sandbox refused the world: ${answer.status} ${await answer.text()}`);
}

interface TrialInput {
  readonly plan: Plan;
  readonly order: LateOrder;
  readonly storeId: string;
  readonly ring: KeyRing;
  readonly now: Instant;
  readonly access: Access;
}

const TEXTS = {
  typed_critical: { operation: "confirmOrderDetails", text: "The flat number is missing. Which one is it?" },
  typed_other: { operation: "digitalAccessKey", text: "The licence key of this order is AB12-CD34." },
} as const;

async function prepareTrial(tx: TenantDb, { plan, order, storeId, ring, now, access }: TrialInput): Promise<Trial> {
  await ingestOrders(tx, { storeId, incoming: [incomingOf(order, now)], ring, now });
  const [found] = await findOrders(tx, { storeId, orderIds: [order.orderId] });
  const orderRef = found?.ref ?? "";
  const common = { ...plan, access, storeId, orderRef, orderId: order.orderId };
  if (plan.kind === "typed_critical" || plan.kind === "typed_other") {
    const messageId = await planTyped(tx, { storeId, orderRef, ring, now, ...TEXTS[plan.kind] });
    return { ...common, messageId, planVersion: 1 };
  }
  const planned = await plannedOf(tx, orderRef);
  if (planned === null) throw new Error("The request was not planned.");
  return { ...common, ...planned };
}
