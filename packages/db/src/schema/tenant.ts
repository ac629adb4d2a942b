import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, newId, tenantId } from "./columns.ts";
import { user } from "./identity.ts";

export const tenant = pgTable(
  "tenant",
  {
    id: newId().primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    kind: text("kind").$type<"seller" | "agency">().notNull(),
    paused: boolean("paused").notNull().default(false),
    /** Critical messages wait for a second member. */
    criticalApproval: boolean("critical_approval").notNull().default(false),
    /** Critical messages of a rolling 24 hours. */
    criticalQuota: integer("critical_quota").notNull().default(50),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("tenant_slug").on(t.slug)],
);

export const member = pgTable(
  "member",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    role: text("role").$type<"owner" | "admin" | "manager" | "approver" | "viewer">().notNull(),
    /** Null: all stores. */
    storeIds: uuid("store_ids").array(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.userId] }), uniqueIndex("member_user").on(t.userId, t.tenantId)],
);

/** Append-only: who did what to which thing, from where. The app's login can neither change nor remove a row. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    tenantId: tenantId(),
    id: newId(),
    at: instant("at").notNull(),
    userId: uuid("user_id"),
    /** The agency whose person acted through a grant, and its name at that time. */
    agencyId: uuid("agency_id"),
    agencyName: text("agency_name"),
    /** The first half of the network address that the act came from; null for our own work. */
    network: text("network"),
    /** Such as "store.paused"; `subject` is what it was done to, such as "store:<id>". */
    act: text("act").notNull(),
    subject: text("subject").notNull(),
    details: jsonb("details").$type<AuditDetails>().notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenant.id] }).onDelete("cascade"),
    index("audit_entry_user").on(t.tenantId, t.userId, t.id),
    index("audit_entry_act").on(t.tenantId, t.act, t.id),
  ],
);

/** Ids and settings before and after; never a secret, an address or a name of a buyer. */
export interface AuditDetails {
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
}
