import { date, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, newId, tenantId } from "./columns.ts";
import { store } from "./store.ts";
import { tenant } from "./tenant.ts";

/**
 * What holds messages back until a person lifts it (DESIGN §6). It is for one store, for a client's stores, or, with
 * neither, for the whole workspace. Rows stay when they are lifted, so that one sees who stopped what, and why.
 */
export const brake = pgTable(
  "brake",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    kind: text("kind").$type<BrakeKind>().notNull(),
    storeId: uuid("store_id"),
    clientId: uuid("client_id"),
    /** Of an item that is stopped: one of the two. */
    sku: text("sku"),
    asin: text("asin"),
    /** Of a blackout: local dates of the marketplace, both inclusive. */
    fromDay: date("from_day"),
    toDay: date("to_day"),
    reason: text("reason").notNull(),
    madeAt: instant("made_at").notNull(),
    madeBy: uuid("made_by"),
    liftedAt: instant("lifted_at"),
    liftedBy: uuid("lifted_by"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
    index("brake_of_tenant").on(t.tenantId, t.liftedAt, t.id),
  ],
);

export const BRAKE_KINDS = ["pause", "dry_run", "stop_item", "blackout"] as const;
export type BrakeKind = (typeof BRAKE_KINDS)[number];
