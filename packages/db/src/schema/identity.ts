import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { authTimestamp, bytes, instant, newId } from "./columns.ts";

/** Identity tables have no tenant; they are reached only through db/identity. */
export const user = pgTable(
  "user",
  {
    id: newId().primaryKey(),
    email: text("email").notNull(),
    emailVerified: authTimestamp("email_verified"),
    name: text("name"),
    image: text("image"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("user_email").on(t.email)],
);

export const account = pgTable(
  "account",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index("account_user").on(t.userId)],
);

/** `tokenHash` is SHA-256 of the cookie's token: a dump of this table opens no session. */
export const session = pgTable(
  "session",
  {
    id: newId().primaryKey(),
    tokenHash: bytes("token_hash").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    expires: authTimestamp("expires").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("session_token").on(t.tokenHash), index("session_user").on(t.userId)],
);

/** Factor level and step-up time of a session. */
export const sessionState = pgTable("session_state", {
  sessionId: uuid("session_id")
    .primaryKey()
    .references(() => session.id, { onDelete: "cascade" }),
  factorLevel: integer("factor_level").notNull().default(1),
  steppedUpAt: instant("stepped_up_at"),
});

export const verificationToken = pgTable(
  "verification_token",
  {
    identifier: text("identifier").notNull(),
    tokenHash: text("token_hash").notNull(),
    expires: authTimestamp("expires").notNull(),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.tokenHash] })],
);

/** Token buckets for sign-in by address and by network address; the key is a hash. */
export const rateBucket = pgTable("rate_bucket", {
  key: text("key").primaryKey(),
  tokens: integer("tokens").notNull(),
  refilledAt: instant("refilled_at").notNull(),
});

/** One row per webhook delivery id, so that a repeat changes nothing. */
export const webhookReceipt = pgTable(
  "webhook_receipt",
  {
    source: text("source").notNull(),
    deliveryId: text("delivery_id").notNull(),
    receivedAt: instant("received_at").notNull(),
    accepted: boolean("accepted").notNull(),
    facts: jsonb("facts").notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.source, t.deliveryId] }), index("webhook_receipt_age").on(t.receivedAt)],
);
