import { mergeOrder } from "@heed/core/order/merge-order";
import type { IncomingOrder, Order } from "@heed/core/order/order";
import { isAlias, isNeverMailed, normalizeAlias } from "@heed/core/suppression/alias";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray, sql } from "drizzle-orm";
import { orderFromRow, orderToRow } from "../queries/order-rows.ts";
import { order, orderItem } from "../schema/order.ts";
import { type BuyerKey, type KeyRing, seal } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendLive } from "./append-outbox.ts";
import { buyerKeysOf, hex } from "./buyer-keys.ts";
import { countDays, dayIn } from "./count-day.ts";
import { keepsAlias } from "./erase-aliases.ts";
import { insertRows } from "./insert-rows.ts";
import { orderWithNews } from "./order-with-news.ts";
import { planOrders } from "./plan-orders.ts";
import { rememberRefusals } from "./remember-refusals.ts";
import { takeUpFacts } from "./waiting-facts.ts";

export interface IngestInput {
  readonly storeId: string;
  readonly incoming: readonly IncomingOrder[];
  readonly ring: KeyRing;
  readonly now: Instant;
}

export interface IngestResult {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly planned: number;
}

interface Stored {
  readonly id: string;
  readonly order: Order;
  readonly hasAlias: boolean;
  readonly repeatBuyer: boolean;
}

interface Write extends Stored {
  readonly isNew: boolean;
  readonly learnsAlias: boolean;
  readonly incoming: IncomingOrder;
}

/**
 * Takes a page of orders in: merges them with what is stored, writes what changed, plans their messages; all in
 * the caller's transaction. The same page again writes nothing. Sync and imports of one store take turns.
 */
export async function ingestOrders(tx: TenantDb, given: IngestInput): Promise<IngestResult> {
  await takeIngestTurn(tx, given.storeId);
  const distinctOrders = { ...given, incoming: distinct(given.incoming) };
  const stored = await storedOrders(tx, distinctOrders);
  const input = await withWaitingFacts(tx, distinctOrders, stored);
  const merged = input.incoming.flatMap((one) => {
    const known = stored.get(one.order.orderId);
    const changed = mergeOrder(known?.order ?? null, one.order);
    const order = changed ?? known?.order ?? one.order;
    const incoming = withoutUnusableAlias(one, order, input.now);
    const learnsAlias = incoming.alias !== null && known?.hasAlias !== true;
    return changed === null && !learnsAlias ? [] : [{ incoming, known, order, learnsAlias }];
  });
  const ids = await newIds(tx, merged.filter(({ known }) => known === undefined).length);
  const writes = merged.map(({ incoming, known, order, learnsAlias }): Write => {
    const isNew = known === undefined;
    return {
      id: known?.id ?? ids.pop() ?? "",
      isNew,
      learnsAlias,
      order,
      incoming,
      hasAlias: known?.hasAlias === true || incoming.alias !== null,
      repeatBuyer: known?.repeatBuyer ?? false,
    };
  });
  const planned = writes.length === 0 ? 0 : await write(tx, input, writes);
  const inserted = writes.filter(({ isNew }) => isNew).length;
  return { inserted, changed: writes.length - inserted, unchanged: given.incoming.length - writes.length, planned };
}

/** Any number; with the store it names the lock of its orders among all advisory locks. */
const INGEST_LOCK = 7_301_002;

/** Two that bring the same new order at once would both insert it. Taken twice in a transaction it counts once. */
export async function takeIngestTurn(tx: TenantDb, storeId: string): Promise<void> {
  await tx.sql.execute(sql`select pg_advisory_xact_lock(${INGEST_LOCK}, hashtext(${storeId}))`);
}

/** What was told about a new order before it came in. */
async function withWaitingFacts(
  tx: TenantDb,
  input: IngestInput,
  stored: ReadonlyMap<string, Stored>,
): Promise<IngestInput> {
  const orderIds = input.incoming.map(({ order }) => order.orderId).filter((id) => !stored.has(id));
  const waiting = await takeUpFacts(tx, { storeId: input.storeId, orderIds });
  if (waiting.size === 0) return input;
  const incoming = input.incoming.map((one) => {
    const fact = waiting.get(one.order.orderId);
    return fact === undefined ? one : { ...one, order: orderWithNews(one.order, fact) };
  });
  return { ...input, incoming };
}

/** An order that changes while its page is read may stand on it twice. */
function distinct(incoming: readonly IncomingOrder[]): IncomingOrder[] {
  const byId = new Map<string, IncomingOrder>();
  for (const next of incoming) {
    const before = byId.get(next.order.orderId);
    byId.set(next.order.orderId, before === undefined ? next : both(before, next));
  }
  return [...byId.values()];
}

function both(before: IncomingOrder, next: IncomingOrder): IncomingOrder {
  const { alias, aliasSource } = before.alias === null ? next : before;
  return { order: mergeOrder(before.order, next.order) ?? before.order, alias, aliasSource };
}

/**
 * Amazon Business hands out addresses that nobody reads, sources may hold something else than a relay address, and what
 * was erased must not come back with the next report.
 */
function withoutUnusableAlias(incoming: IncomingOrder, order: Order, now: Instant): IncomingOrder {
  const { alias } = incoming;
  if (alias === null || (isAlias(alias) && !isNeverMailed(alias) && keepsAlias(order, now))) return incoming;
  return { ...incoming, alias: null, aliasSource: null };
}

/** Not locked: whoever changes what is merged here holds the turn of the store, and a lock on a row is written to disk. */
async function storedOrders(tx: TenantDb, { storeId, incoming }: IngestInput): Promise<Map<string, Stored>> {
  const orderIds = incoming.map(({ order }) => order.orderId);
  if (orderIds.length === 0) return new Map();
  const rows = await tx.sql
    .select({ order, items: orderItem.items })
    .from(order)
    .innerJoin(orderItem, and(eq(orderItem.tenantId, order.tenantId), eq(orderItem.orderRef, order.id)))
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), inArray(order.orderId, orderIds)))
    .orderBy(order.id);
  return new Map(
    rows.map(({ order: row, items }) => [
      row.orderId,
      { id: row.id, order: orderFromRow(row, items), hasAlias: row.alias !== null, repeatBuyer: row.repeatBuyer },
    ]),
  );
}

async function newIds(tx: TenantDb, count: number): Promise<string[]> {
  if (count === 0) return [];
  const rows = await tx.sql.execute<{ id: string }>(sql`select uuidv7() as id from generate_series(1, ${count})`);
  return rows.map(({ id }) => id).reverse();
}

async function write(tx: TenantDb, input: IngestInput, writes: readonly Write[]): Promise<number> {
  const rows = await orderRows(tx, input, writes);
  await insertRows(tx, { table: order, rows }, sql`on conflict (tenant_id, id) do update set ${excludedOrder}`);
  const items = writes.map(({ id, order: { items: list } }) => ({
    tenantId: tx.tenantId,
    orderRef: id,
    items: [...list],
    quantity: list.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
  await insertRows(
    tx,
    { table: orderItem, rows: items },
    sql`on conflict (tenant_id, order_ref) do update set items = excluded.items, quantity = excluded.quantity`,
  );
  await rememberRefusals(tx, {
    ...input,
    orderRefs: writes.filter(({ isNew, learnsAlias }) => !isNew && learnsAlias).map(({ id }) => id),
  });
  await countNewOrders(tx, input, writes);
  await appendLive(tx, ["orders"], input.now);
  const repeatBuyers = new Map(rows.map(({ id, repeatBuyer }) => [id, repeatBuyer]));
  const { inserted } = await planOrders(tx, {
    storeId: input.storeId,
    now: input.now,
    orders: writes.map(({ id, isNew, order: value, hasAlias }) => ({
      id,
      isNew,
      order: value,
      aliasKnown: hasAlias,
      repeatBuyer: repeatBuyers.get(id) ?? false,
    })),
  });
  return inserted;
}

type OrderInsert = typeof order.$inferInsert & { readonly id: string; readonly repeatBuyer: boolean };

async function orderRows(tx: TenantDb, input: IngestInput, writes: readonly Write[]): Promise<OrderInsert[]> {
  const keys = await buyerKeysOf(tx, { ...input, aliases: writes.flatMap(({ incoming }) => incoming.alias ?? []) });
  const rows = writes.map((entry) => ({
    ...orderToRow(entry.order),
    ...aliasColumns(tx, { ring: input.ring, keys }, entry),
    tenantId: tx.tenantId,
    id: entry.id,
    storeId: input.storeId,
    repeatBuyer: entry.repeatBuyer,
    createdAt: input.now,
  }));
  const earlier = await buyersWithOrders(tx, input.storeId, rows);
  // Frozen at import: the key that tells it is erased with the alias.
  return rows.map((row) =>
    row.buyerKey === null
      ? row
      : { ...row, repeatBuyer: row.repeatBuyer || (earlier.get(hex(row.buyerKey)) ?? row.id) !== row.id },
  );
}

/** The alias of a stored order is never overwritten: `coalesce` in the upsert keeps it. */
function aliasColumns(
  tx: TenantDb,
  { ring, keys }: { readonly ring: KeyRing; readonly keys: ReadonlyMap<string, BuyerKey> },
  { id, incoming }: Write,
) {
  const alias = incoming.alias === null ? null : normalizeAlias(incoming.alias);
  const buyer = alias === null ? undefined : keys.get(alias);
  if (alias === null || buyer === undefined) {
    return { alias: null, aliasSource: null, buyerKey: null, buyerKeyId: null };
  }
  const { key, keyId } = buyer;
  const sealedAlias = seal(ring, { table: "order", column: "alias", tenantId: tx.tenantId, rowId: id }, alias);
  return { alias: sealedAlias, aliasSource: incoming.aliasSource, buyerKey: key, buyerKeyId: keyId };
}

/** For each buyer of the page: the id of the earliest order that we know of, stored or in the page itself. */
async function buyersWithOrders(
  tx: TenantDb,
  storeId: string,
  rows: readonly { id: string; buyerKey: Uint8Array | null; purchasedAt: Instant }[],
): Promise<Map<string, string>> {
  const earliest = new Map<string, string>();
  const byPurchase = [...rows].sort((a, b) => a.purchasedAt.epochMilliseconds - b.purchasedAt.epochMilliseconds);
  for (const { id, buyerKey: key } of byPurchase)
    if (key !== null && !earliest.has(hex(key))) earliest.set(hex(key), id);
  const keys = [...new Map(rows.flatMap(({ buyerKey: key }) => (key === null ? [] : [[hex(key), key]]))).values()];
  if (keys.length === 0) return earliest;
  const known = await tx.sql
    .selectDistinctOn([order.buyerKey], { id: order.id, buyerKey: order.buyerKey })
    .from(order)
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), inArray(order.buyerKey, keys)))
    .orderBy(order.buyerKey, order.purchasedAt);
  for (const { id, buyerKey: key } of known) if (key !== null) earliest.set(hex(key), id);
  return earliest;
}

async function countNewOrders(tx: TenantDb, { storeId }: IngestInput, writes: readonly Write[]): Promise<void> {
  await countDays(
    tx,
    writes
      .filter(({ isNew }) => isNew)
      .map(({ order: { marketplaceId, purchasedAt } }) => ({
        storeId,
        marketplaceId,
        day: dayIn(marketplaceId, purchasedAt),
        lane: "none",
        outcome: "orders",
        count: 1,
      })),
  );
}

/** What a change of a stored order writes; an alias that is known stays. */
const excludedOrder = sql.raw(
  [
    ...[
      "status",
      "channel",
      "fulfilled_by",
      "last_updated_at",
      "shipped_at",
      "delivery_earliest",
      "delivery_latest",
      "delivery_estimated",
      "programs",
      "replacement",
      "currency",
      "total_minor",
      "service_level",
      "source",
      "cancel_requested_at",
      "returned_at",
      "refunded_at",
      "feedback_rating",
      "status_news",
      "status_news_at",
    ].map((column) => `${column} = excluded.${column}`),
    ...["alias", "alias_source", "buyer_key", "buyer_key_id"].map(
      (column) => `${column} = coalesce("order".${column}, excluded.${column})`,
    ),
    `repeat_buyer = "order".repeat_buyer or excluded.repeat_buyer`,
  ].join(", "),
);
