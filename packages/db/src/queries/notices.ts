import { AppError } from "@heed/core/errors";
import type { NoticeKind, Verification } from "@heed/core/notice/notice";
import type { Instant } from "@heed/core/time";
import { and, asc, desc, eq, type SQL } from "drizzle-orm";
import { notice, suppression } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";

export interface OrderLink {
  readonly ref: string;
  readonly orderId: string;
  readonly marketplaceId: string;
}

export interface NoticeRow {
  readonly id: string;
  /** When the mail came. */
  readonly at: Instant;
  readonly storeId: string;
  readonly storeName: string;
  readonly kind: NoticeKind;
  readonly verification: Verification;
  readonly language: string | null;
  readonly pattern: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly effect: "applied" | "not_applied" | "needs_review";
  readonly effectReason: string | null;
  readonly order: OrderLink | null;
  readonly messageId: string | null;
  readonly uploaded: boolean;
  readonly judgedAt: Instant | null;
}

export interface NoticeDetail extends NoticeRow {
  /** With placeholders for ids, addresses and numbers. */
  readonly text: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  /** The buyer's masked alias, where the notice suppressed it. */
  readonly masked: string | null;
}

export interface ListNoticesInput {
  readonly storeId: StoreChoice;
  readonly effect?: "needs_review" | undefined;
  readonly limit: number;
}

/** Newest first. */
export async function listNotices(tx: TenantDb, { storeId, effect, limit }: ListNoticesInput): Promise<NoticeRow[]> {
  const wanted = effect === undefined ? undefined : eq(notice.effect, effect);
  const rows = await selectNotices(tx, and(inStore(notice.storeId, storeId), wanted))
    .orderBy(desc(notice.receivedAt), desc(notice.id))
    .limit(limit);
  return rows.map(toRow);
}

/** Oldest first. */
export async function noticesOfOrder(tx: TenantDb, orderRef: string): Promise<NoticeRow[]> {
  const rows = await selectNotices(tx, eq(notice.orderRef, orderRef)).orderBy(asc(notice.receivedAt), asc(notice.id));
  return rows.map(toRow);
}

/** Null where this tenant has no such notice. */
export async function getNotice(tx: TenantDb, { id }: { id: string }): Promise<NoticeDetail | null> {
  const [row] = await selectNotices(tx, eq(notice.id, id));
  if (row === undefined) return null;
  const { text, facts, storeId, orderRef } = row.notice;
  return { ...toRow(row), text, facts, masked: orderRef === null ? null : await maskedBuyer(tx, storeId, orderRef) };
}

/** The mail behind a notice of this store; null for a line of a list. @throws AppError NOT_FOUND */
export async function mailOfNotice(
  tx: TenantDb,
  { id, storeId }: { readonly id: string; readonly storeId: StoreChoice },
): Promise<string | null> {
  const [row] = await tx.sql
    .select({ mailId: notice.inboundMailId })
    .from(notice)
    .where(and(eq(notice.tenantId, tx.tenantId), eq(notice.id, id), inStore(notice.storeId, storeId)));
  if (row === undefined) throw new AppError("NOT_FOUND", "This notice does not exist here.");
  return row.mailId;
}

function selectNotices(tx: TenantDb, condition: SQL | undefined) {
  return tx.sql
    .select({ notice, storeName: store.name, orderId: order.orderId, marketplaceId: order.marketplaceId })
    .from(notice)
    .innerJoin(store, and(eq(store.tenantId, notice.tenantId), eq(store.id, notice.storeId)))
    .leftJoin(order, and(eq(order.tenantId, notice.tenantId), eq(order.id, notice.orderRef)))
    .where(and(eq(notice.tenantId, tx.tenantId), condition))
    .$dynamic();
}

type Selected = Awaited<ReturnType<typeof selectNotices>>[number];

function toRow({ notice: row, storeName, orderId, marketplaceId }: Selected): NoticeRow {
  const { id, storeId, kind, verification, language, pattern, effect, effectReason, messageId, orderRef: ref } = row;
  const { uploaded, judgedAt } = row;
  const known = ref !== null && orderId !== null && marketplaceId !== null;
  return {
    ...{
      id,
      storeId,
      storeName,
      kind,
      verification,
      language,
      pattern,
      effect,
      effectReason,
      messageId,
      uploaded,
      judgedAt,
    },
    at: row.receivedAt,
    confidence: Number(row.confidence),
    order: known ? { ref, orderId, marketplaceId } : null,
  };
}

async function maskedBuyer(tx: TenantDb, storeId: string, orderRef: string): Promise<string | null> {
  const [row] = await tx.sql
    .select({ masked: suppression.masked })
    .from(order)
    .innerJoin(
      suppression,
      and(
        eq(suppression.tenantId, order.tenantId),
        eq(suppression.storeId, storeId),
        eq(suppression.buyerKey, order.buyerKey),
      ),
    )
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.id, orderRef)))
    .limit(1);
  return row?.masked ?? null;
}
