import type { Purpose } from "@heed/core/message/message";
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, newId, sealed, tenantId } from "./columns.ts";
import { message } from "./message.ts";
import { order } from "./order.ts";

/** What a person wrote for a typed message. The text is sealed and erased 30 days after the message's end. */
export const typedContent = pgTable(
  "typed_content",
  {
    tenantId: tenantId(),
    messageId: uuid("message_id").notNull(),
    text: sealed("text"),
    language: text("language").notNull(),
    coverageFrom: date("coverage_from"),
    coverageTo: date("coverage_to"),
    writtenBy: uuid("written_by").notNull(),
    writtenAt: instant("written_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.messageId] }),
    foreignKey({ columns: [t.tenantId, t.messageId], foreignColumns: [message.tenantId, message.id] }).onDelete(
      "cascade",
    ),
    index("typed_content_age").on(t.tenantId, t.writtenAt).where(sql`text is not null`),
  ],
);

/** A file for a typed message; without a message it waits for one, and goes after a day. */
export const attachment = pgTable(
  "attachment",
  {
    tenantId: tenantId(),
    id: newId(),
    orderRef: uuid("order_ref").notNull(),
    messageId: uuid("message_id"),
    fileName: text("file_name").notNull(),
    contentType: text("content_type").notNull(),
    size: integer("size").notNull(),
    content: sealed("content"),
    /** Amazon's name for the file, once it was brought there. */
    uploadDestinationId: text("upload_destination_id"),
    uploadedAt: instant("uploaded_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.orderRef], foreignColumns: [order.tenantId, order.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.tenantId, t.messageId], foreignColumns: [message.tenantId, message.id] }).onDelete(
      "cascade",
    ),
    index("attachment_message").on(t.tenantId, t.messageId),
    index("attachment_age").on(t.tenantId, t.createdAt).where(sql`content is not null`),
  ],
);

/** What Amazon said last about an order, when a person asked: which typed messages it allows, and the buyer's language. */
export const orderActions = pgTable(
  "order_actions",
  {
    tenantId: tenantId(),
    orderRef: uuid("order_ref").notNull(),
    askedAt: instant("asked_at").notNull(),
    /** Null while the answer is on its way. */
    readAt: instant("read_at"),
    actions: text("actions").array(),
    locale: text("locale"),
    /** Why Amazon did not answer. */
    problem: text("problem").$type<"revoked" | "not_found" | "refused" | "unreachable">(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.orderRef] }),
    foreignKey({ columns: [t.tenantId, t.orderRef], foreignColumns: [order.tenantId, order.id] }).onDelete("cascade"),
  ],
);

/** What only a person can do in Seller Central. */
export const task = pgTable(
  "task",
  {
    tenantId: tenantId(),
    id: newId(),
    storeId: uuid("store_id").notNull(),
    orderRef: uuid("order_ref").notNull(),
    purpose: text("purpose").$type<Purpose>().notNull(),
    state: text("state").$type<"open" | "done" | "dropped">().notNull().default("open"),
    createdBy: uuid("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    closedBy: uuid("closed_by"),
    closedAt: instant("closed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.orderRef], foreignColumns: [order.tenantId, order.id] }).onDelete("cascade"),
    uniqueIndex("task_open").on(t.tenantId, t.orderRef, t.purpose).where(sql`state = 'open'`),
    index("task_list").on(t.tenantId, t.storeId, t.createdAt, t.id),
  ],
);

/** A critical message that a second member looks at; asked with the message, answered once. */
export const approval = pgTable(
  "approval",
  {
    tenantId: tenantId(),
    messageId: uuid("message_id").notNull(),
    askedBy: uuid("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    answeredBy: uuid("answered_by"),
    answeredAt: instant("answered_at"),
    approved: boolean("approved"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.messageId] }),
    foreignKey({ columns: [t.tenantId, t.messageId], foreignColumns: [message.tenantId, message.id] }).onDelete(
      "cascade",
    ),
    index("approval_open").on(t.tenantId, t.askedAt).where(sql`answered_at is null`),
  ],
);
