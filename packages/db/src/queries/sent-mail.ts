import type { Intent } from "@heed/core/message/intent";
import type { Order } from "@heed/core/order/order";
import type { TemplateVersion } from "@heed/core/template/template";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { order, orderItem } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { inStore, type StoreChoice } from "./store-filter.ts";
import { loadTemplate } from "./template-version.ts";

/** All that makes the e-mail of an order again: the intent froze version, language and hash, never the text. */
export interface SentMail {
  readonly at: Instant;
  readonly intent: Intent;
  readonly template: TemplateVersion;
  readonly order: Pick<Order, "orderId" | "marketplaceId" | "items">;
  readonly storeName: string;
}

export interface SentMailAsk {
  readonly storeId: StoreChoice;
  readonly ref: string;
}

/** @returns null where no e-mail went out for this order, or the order is not here */
export async function sentMail(tx: TenantDb, { storeId, ref }: SentMailAsk): Promise<SentMail | null> {
  const { orderId, marketplaceId } = order;
  const [row] = await tx.sql
    .select({
      ...{ intent: message.intent, at: message.sentAt, storeName: store.name },
      ...{ orderId, marketplaceId, items: orderItem.items },
    })
    .from(message)
    .innerJoin(order, and(eq(order.tenantId, message.tenantId), eq(order.id, message.orderRef)))
    .innerJoin(store, and(eq(store.tenantId, message.tenantId), eq(store.id, message.storeId)))
    .leftJoin(orderItem, and(eq(orderItem.tenantId, order.tenantId), eq(orderItem.orderRef, order.id)))
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        eq(message.orderRef, ref),
        inStore(message.storeId, storeId),
        eq(message.lane, "email"),
        isNotNull(message.sentAt),
      ),
    )
    .orderBy(desc(message.id))
    .limit(1);
  const { intent, at } = row ?? {};
  if (row === undefined || intent?.templateKey == null || at == null) return null;
  const { templateKey, templateVersion: version } = intent;
  const template = await loadTemplate(tx, { templateKey, version });
  const of = { orderId: row.orderId, marketplaceId: row.marketplaceId, items: row.items ?? [] };
  return { at, intent, template, order: of, storeName: row.storeName };
}
