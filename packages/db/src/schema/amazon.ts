import type { FulfillmentStatus } from "@heed/core/order/order";
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, newId, sealed, tenantId } from "./columns.ts";
import { store } from "./store.ts";

/** What was told of an order that has not come in yet: its aftermath and a status; the order takes it up when it does. */
export const orderFact = pgTable(
  "order_fact",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    orderId: text("order_id").notNull(),
    cancelRequestedAt: instant("cancel_requested_at"),
    returnedAt: instant("returned_at"),
    refundedAt: instant("refunded_at"),
    feedbackRating: smallint("feedback_rating"),
    status: text("status").$type<FulfillmentStatus>(),
    statusAt: instant("status_at"),
    notedAt: instant("noted_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId, t.orderId] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
    index("order_fact_age").on(t.tenantId, t.notedAt),
  ],
);

/** One row per store and type of report: what was asked for, and until when it has been read. Its job sets the pace. */
export const report = pgTable(
  "report",
  {
    tenantId: tenantId(),
    id: newId(),
    storeId: uuid("store_id").notNull(),
    type: text("type").notNull(),
    state: text("state").$type<"idle" | "requested">().notNull().default("idle"),
    /** Amazon's id of the report that is being made, and the span that it covers. */
    reportId: text("report_id"),
    fromAt: instant("from_at"),
    untilAt: instant("until_at"),
    coveredUntil: instant("covered_until"),
    readAt: instant("read_at"),
    lines: integer("lines").notNull().default(0),
    badLines: integer("bad_lines").notNull().default(0),
    lastError: text("last_error"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
    uniqueIndex("report_of_store").on(t.tenantId, t.storeId, t.type),
  ],
);

/** How often in a row Amazon failed a store, and until when it is left alone. */
export const apiBreaker = pgTable(
  "api_breaker",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    region: text("region").$type<"NA" | "EU" | "FE">().notNull(),
    failures: integer("failures").notNull().default(0),
    openUntil: instant("open_until"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
    index("api_breaker_open").on(t.region, t.openUntil),
  ],
);

/** Client secrets of the application at Amazon, newest first; the one before stays valid for a week. No tenant. */
export const applicationSecret = pgTable(
  "application_secret",
  {
    id: newId(),
    clientId: text("client_id").notNull(),
    secret: sealed("secret").notNull(),
    /** Real time: Amazon's dates do not follow a virtual clock. */
    receivedAt: timestamp("received_at", { withTimezone: true, mode: "date" }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true, mode: "date" }),
  },
  (t) => [primaryKey({ columns: [t.id] }), index("application_secret_client").on(t.clientId, t.receivedAt)],
);
