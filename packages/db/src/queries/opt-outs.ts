import type { NoticeKind, Verification } from "@heed/core/notice/notice";
import type { Instant } from "@heed/core/time";
import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { notice, suppression } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { type Cursor, type PageInput, readPlan, toPage } from "./keyset.ts";
import type { OrderLink } from "./notices.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

export interface OptOutRow {
  readonly id: string;
  readonly at: Instant;
  readonly storeId: string;
  readonly storeName: string;
  readonly masked: string;
  readonly reason: "opted_out" | "hard_bounce" | "complaint" | "own_list" | "provider";
  readonly liftedAt: Instant | null;
  readonly order: OrderLink | null;
  readonly notice: {
    readonly id: string;
    readonly kind: NoticeKind;
    readonly verification: Verification;
    readonly language: string | null;
  } | null;
}

export interface OptOutPage {
  readonly optOuts: readonly OptOutRow[];
  readonly newer: Cursor | null;
  readonly older: Cursor | null;
}

/** Buyers whom no e-mail may reach, newest refusal first, each with its evidence. */
export async function listOptOuts(
  tx: TenantDb,
  input: PageInput & { readonly storeId: StoreChoice },
): Promise<OptOutPage> {
  const { backwards, fetch } = readPlan(input);
  const direction = backwards ? asc : desc;
  const { id, at } = suppression;
  const found = await tx.sql
    .select({ id, at })
    .from(suppression)
    .where(and(eq(suppression.tenantId, tx.tenantId), inStore(suppression.storeId, input.storeId), beyond(input)))
    .orderBy(direction(at), direction(id))
    .limit(fetch);
  const page = toPage(found, input, (cursor) => cursor);
  const optOuts = await optOutRows(
    tx,
    page.rows.map((row) => row.id),
  );
  return { optOuts, newer: page.newer, older: page.older };
}

/** Joined after the page is cut: evidence of its rows alone is looked up. */
async function optOutRows(tx: TenantDb, ids: readonly string[]): Promise<OptOutRow[]> {
  if (ids.length === 0) return [];
  const rows = await tx.sql
    .select({ suppression, storeName: store.name, orderId: order.orderId, marketplaceId: order.marketplaceId, notice })
    .from(suppression)
    .innerJoin(store, and(eq(store.tenantId, suppression.tenantId), eq(store.id, suppression.storeId)))
    .leftJoin(order, and(eq(order.tenantId, suppression.tenantId), eq(order.id, suppression.orderRef)))
    .leftJoin(notice, and(eq(notice.tenantId, suppression.tenantId), eq(notice.id, suppression.noticeId)))
    .where(and(eq(suppression.tenantId, tx.tenantId), inArray(suppression.id, [...ids])))
    .orderBy(desc(suppression.at), desc(suppression.id));
  return rows.map(toRow);
}

interface Selected {
  readonly suppression: typeof suppression.$inferSelect;
  readonly storeName: string;
  readonly orderId: string | null;
  readonly marketplaceId: string | null;
  readonly notice: typeof notice.$inferSelect | null;
}

function toRow({ suppression: row, storeName, orderId, marketplaceId, notice: evidence }: Selected): OptOutRow {
  const { id, at, storeId, masked, reason, liftedAt, orderRef: ref } = row;
  const known = ref !== null && orderId !== null && marketplaceId !== null;
  return {
    ...{ id, at, storeId, storeName, masked, reason, liftedAt },
    order: known ? { ref, orderId, marketplaceId } : null,
    notice: evidence && {
      id: evidence.id,
      kind: evidence.kind,
      verification: evidence.verification,
      language: evidence.language,
    },
  };
}

function beyond(input: PageInput): SQL | undefined {
  const { backwards, from } = readPlan(input);
  if (from === null) return undefined;
  const than = sql.raw(backwards ? ">" : "<");
  return sql`(${suppression.at}, ${suppression.id}) ${than} (${from.at}::timestamptz, ${from.id}::uuid)`;
}
