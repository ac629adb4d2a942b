import { foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, newId, tenantId } from "./columns.ts";
import { store } from "./store.ts";
import { tenant } from "./tenant.ts";

/** A consent that was asked for at Amazon and has not come back: its state, by hash, works once and for one session. */
export const storeAuthorisation = pgTable(
  "store_authorisation",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    stateHash: bytes("state_hash").notNull(),
    sessionId: uuid("session_id").notNull(),
    userId: uuid("user_id").notNull(),
    region: text("region").$type<"NA" | "EU" | "FE">().notNull(),
    /** The store that is authorised again; null for a new one. */
    storeId: uuid("store_id"),
    /** The only account that may come back; null where any may. */
    sellerId: text("seller_id"),
    returnTo: text("return_to").$type<"stores" | "onboarding">().notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("store_authorisation_state").on(t.tenantId, t.stateHash),
    index("store_authorisation_age").on(t.tenantId, t.expiresAt),
  ],
);

/** A link that asks whether a mailbox may get buyers' answers; the newest of a store counts. */
export const serviceAddressRequest = pgTable(
  "service_address_request",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    address: text("address").notNull(),
    tokenHash: bytes("token_hash").notNull(),
    askedAt: instant("asked_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
    uniqueIndex("service_address_request_token").on(t.tokenHash),
  ],
);

/** Orders whose buyers the seller does not want to write to; also such as have not come in yet. */
export const doNotContact = pgTable(
  "do_not_contact",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    orderId: text("order_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId, t.orderId] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
  ],
);
