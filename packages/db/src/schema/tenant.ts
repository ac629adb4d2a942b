import { boolean, foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
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

/** Append-only: who did what. `details` hold ids and settings, no personal data. */
export const auditEntry = pgTable(
  "audit_entry",
  {
    tenantId: tenantId(),
    id: newId(),
    at: instant("at").notNull(),
    userId: uuid("user_id"),
    act: text("act").notNull(),
    subject: text("subject").notNull(),
    details: jsonb("details").notNull().default({}),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId], foreignColumns: [tenant.id] }).onDelete("cascade"),
  ],
);
