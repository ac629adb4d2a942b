import type { FulfillmentStatus, OrderItem } from "@heed/core/order/order";
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, instant, newId, sealed, tenantId } from "./columns.ts";
import { store } from "./store.ts";

/** From when the 30 days of an alias run: delivery as far as it is known (DESIGN §4). */
export const aliasAge = sql.raw("coalesce(delivery_latest, delivery_earliest, shipped_at, last_updated_at)");

/** `id` is ours; `orderId` is Amazon's. The sealed alias is erased 30 days after delivery (DESIGN §4). */
export const order = pgTable(
  "order",
  {
    tenantId: tenantId(),
    id: newId(),
    storeId: uuid("store_id").notNull(),
    orderId: text("order_id").notNull(),
    marketplaceId: text("marketplace_id").notNull(),
    channel: text("channel").$type<"amazon" | "other">().notNull(),
    fulfilledBy: text("fulfilled_by").$type<"amazon" | "merchant">().notNull(),
    status: text("status").$type<FulfillmentStatus>().notNull(),
    purchasedAt: instant("purchased_at").notNull(),
    lastUpdatedAt: instant("last_updated_at").notNull(),
    shippedAt: instant("shipped_at"),
    deliveryEarliest: instant("delivery_earliest"),
    deliveryLatest: instant("delivery_latest"),
    deliveryEstimated: boolean("delivery_estimated").notNull().default(false),
    programs: text("programs").array().notNull().default([]),
    replacement: boolean("replacement").notNull().default(false),
    currency: text("currency"),
    totalMinor: bigint("total_minor", { mode: "number" }),
    serviceLevel: text("service_level"),
    source: text("source").$type<"sync" | "orders_report" | "shipments_report">().notNull(),
    /** The aftermath (core/order/aftermath.ts). */
    cancelRequestedAt: instant("cancel_requested_at"),
    returnedAt: instant("returned_at"),
    refundedAt: instant("refunded_at"),
    feedbackRating: smallint("feedback_rating"),
    statusNews: text("status_news").$type<FulfillmentStatus>(),
    statusNewsAt: instant("status_news_at"),
    alias: sealed("alias"),
    aliasSource: text("alias_source").$type<"search_orders" | "shipments_report" | "import">(),
    buyerKey: bytes("buyer_key"),
    buyerKeyId: text("buyer_key_id"),
    repeatBuyer: boolean("repeat_buyer").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
    uniqueIndex("order_natural").on(t.tenantId, t.storeId, t.orderId),
    index("order_list").on(t.tenantId, t.purchasedAt, t.id),
    index("order_store_list").on(t.tenantId, t.storeId, t.purchasedAt, t.id),
    index("order_buyer").on(t.tenantId, t.storeId, t.buyerKey),
    index("order_alias_age").on(t.tenantId, aliasAge).where(sql`alias is not null`),
  ],
);

/** Items of an order in one row, written and read together. */
export const orderItem = pgTable(
  "order_item",
  {
    tenantId: tenantId(),
    orderRef: uuid("order_ref").notNull(),
    items: jsonb("items").$type<OrderItem[]>().notNull(),
    quantity: integer("quantity").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.orderRef] }),
    foreignKey({ columns: [t.tenantId, t.orderRef], foreignColumns: [order.tenantId, order.id] }).onDelete("cascade"),
  ],
);
