import type { BacktestOrder } from "@heed/core/flow/backtest";
import type { BuyerFacts } from "@heed/core/policy/facts";
import type { Instant } from "@heed/core/time";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { parseInstant } from "../schema/columns.ts";
import { doNotContact } from "../schema/connect.ts";
import { suppression } from "../schema/notice.ts";
import { order, orderItem } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";
import { orderFromRow } from "./order-rows.ts";

export interface BacktestSpan {
  readonly storeId: string;
  readonly from: Instant;
  readonly until: Instant;
}

export interface BacktestPage {
  readonly orders: readonly BacktestOrder[];
  /** Our ids of the same orders. */
  readonly refs: readonly string[];
  /** When each came in, in milliseconds. */
  readonly cameIn: readonly number[];
  /** Null: through. */
  readonly after: string | null;
}

const PAGE = 2_000;

/** Real orders of a store in the order of their purchase, with what is known about their buyers. */
export async function backtestOrders(tx: TenantDb, span: BacktestSpan, after: string | null): Promise<BacktestPage> {
  const rows = await readPage(tx, span, after);
  const refusals = await refusalsOf(tx, span.storeId, rows);
  const listed = await listedOf(tx, span.storeId, rows);
  const orders = rows.map(({ order: row, items }): BacktestOrder => {
    const refused = row.buyerKey === null ? undefined : refusals.get(hexOf(row.buyerKey));
    const list = listed.get(row.orderId) ?? (row.buyerKey === null ? undefined : listed.get(hexOf(row.buyerKey)));
    const own = list === undefined || refused?.suppressed != null ? {} : { suppressed: list };
    // The alias is erased after a month; where it came from stays, and says that there was one.
    const aliasKnown = row.alias !== null || row.aliasSource !== null;
    const buyer = { aliasKnown, repeatBuyer: row.repeatBuyer, optedOut: null, suppressed: null, ...refused, ...own };
    return { order: orderFromRow(row, items), buyer };
  });
  const last = rows.at(-1)?.order;
  const more = last !== undefined && rows.length === PAGE;
  const refs = rows.map(({ order: { id } }) => id);
  const cameIn = rows.map(({ order: { createdAt } }) => createdAt.epochMilliseconds);
  return { orders, refs, cameIn, after: more ? `${last.purchasedAt} ${last.id}` : null };
}

export async function countBacktestOrders(tx: TenantDb, span: BacktestSpan): Promise<number> {
  const [row] = await tx.sql.select({ count: sql<string>`count(*)` }).from(order).where(within(tx, span));
  return Number(row?.count ?? 0);
}

function within(tx: TenantDb, { storeId, from, until }: BacktestSpan) {
  return and(
    eq(order.tenantId, tx.tenantId),
    eq(order.storeId, storeId),
    sql`${order.purchasedAt} >= ${from.toString()} and ${order.purchasedAt} < ${until.toString()}`,
  );
}

function readPage(tx: TenantDb, span: BacktestSpan, after: string | null) {
  const [purchasedAt, id] = after?.split(" ") ?? [];
  const behind =
    purchasedAt === undefined || id === undefined
      ? undefined
      : sql`(${order.purchasedAt}, ${order.id}) > (${parseInstant(purchasedAt).toString()}, ${id})`;
  return tx.sql
    .select({ order, items: orderItem.items })
    .from(order)
    .innerJoin(orderItem, and(eq(orderItem.tenantId, order.tenantId), eq(orderItem.orderRef, order.id)))
    .where(and(within(tx, span), behind))
    .orderBy(asc(order.purchasedAt), asc(order.id))
    .limit(PAGE);
}

type Row = Awaited<ReturnType<typeof readPage>>[number];
type OwnList = NonNullable<BuyerFacts["suppressed"]>;
type Refusal = Partial<Pick<BuyerFacts, "optedOut" | "suppressed">>;

async function refusalsOf(tx: TenantDb, storeId: string, rows: readonly Row[]): Promise<Map<string, Refusal>> {
  const keys = rows.flatMap(({ order: { buyerKey } }) => (buyerKey === null ? [] : [buyerKey]));
  const found = new Map<string, Refusal>();
  if (keys.length === 0) return found;
  const refused = await tx.sql
    .select()
    .from(suppression)
    .where(
      and(
        eq(suppression.tenantId, tx.tenantId),
        eq(suppression.storeId, storeId),
        isNull(suppression.liftedAt),
        inArray(suppression.buyerKey, keys),
      ),
    );
  for (const { buyerKey, reason, at, noticeId } of refused) {
    const fact = reason === "opted_out" ? { optedOut: { at, noticeId } } : { suppressed: { at, reason } };
    found.set(hexOf(buyerKey), { ...found.get(hexOf(buyerKey)), ...fact });
  }
  return found;
}

/** The seller's own list names orders; it counts for the other orders of the same buyers as well (buyer-facts.ts). */
async function listedOf(tx: TenantDb, storeId: string, rows: readonly Row[]): Promise<Map<string, OwnList>> {
  const found = new Map<string, OwnList>();
  const here = and(eq(doNotContact.tenantId, tx.tenantId), eq(doNotContact.storeId, storeId));
  const some = await tx.sql.select({ at: doNotContact.at }).from(doNotContact).where(here).limit(1);
  if (some.length === 0 || rows.length === 0) return found;
  const keys = rows.flatMap(({ order: { buyerKey } }) => (buyerKey === null ? [] : [buyerKey]));
  const ids = rows.map(({ order: { orderId } }) => orderId);
  const byOrder = await tx.sql
    .select({ orderId: doNotContact.orderId, at: doNotContact.at })
    .from(doNotContact)
    .where(and(here, inArray(doNotContact.orderId, ids)));
  for (const { orderId, at } of byOrder) found.set(orderId, { at, reason: "own_list" });
  if (keys.length === 0) return found;
  const byBuyer = await tx.sql
    .select({ buyerKey: order.buyerKey, at: doNotContact.at })
    .from(order)
    .innerJoin(doNotContact, and(here, eq(doNotContact.orderId, order.orderId)))
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), inArray(order.buyerKey, keys)));
  for (const { buyerKey, at } of byBuyer) if (buyerKey !== null) found.set(hexOf(buyerKey), { at, reason: "own_list" });
  return found;
}

function hexOf(key: Uint8Array): string {
  return Buffer.from(key).toString("hex");
}
