import { sql } from "drizzle-orm";
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
import { bytes, instant, newId, tenantId } from "./columns.ts";
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
    /** How often owners and admins are told by mail how notices and refusals are. */
    digest: text("digest").$type<"off" | "daily" | "weekly">().notNull().default("weekly"),
    /** Under which name and colour an agency's reports go to its clients; null: the workspace's name, no colour. */
    reportName: text("report_name"),
    reportColour: text("report_colour"),
    /** Nobody works here without a second factor. */
    requireFactor: boolean("require_factor").notNull().default(false),
    /** Deleted by its owner: it exists for nobody from then on, and is erased at `eraseAt`. */
    deletedAt: instant("deleted_at"),
    eraseAt: instant("erase_at"),
    /** Whether it was paused when it was deleted: what restoring leads back to. */
    pausedBefore: boolean("paused_before"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("tenant_slug").on(t.slug), index("tenant_erase").on(t.eraseAt).where(sql`erase_at is not null`)],
);

export const member = pgTable(
  "member",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    role: text("role").$type<"owner" | "admin" | "manager" | "approver" | "viewer">().notNull(),
    /** With `clientIds`: the stores and clients that this person is limited to. Both null: all stores. */
    storeIds: uuid("store_ids").array(),
    clientIds: uuid("client_ids").array(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.userId] }), uniqueIndex("member_user").on(t.userId, t.tenantId)],
);

/** A person who was asked to join by mail; the token in the mail is kept as a hash. Open: neither accepted nor revoked. */
export const invitation = pgTable(
  "invitation",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    email: text("email").notNull(),
    role: text("role").$type<"owner" | "admin" | "manager" | "approver" | "viewer">().notNull(),
    storeIds: uuid("store_ids").array(),
    clientIds: uuid("client_ids").array(),
    tokenHash: bytes("token_hash").notNull(),
    invitedBy: uuid("invited_by"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("invitation_token").on(t.tokenHash),
    uniqueIndex("invitation_open").on(t.tenantId, t.email).where(sql`accepted_at is null and revoked_at is null`),
  ],
);

/**
 * A seller's workspace lets an agency's in, for some stores or all. The seller offers it by mail; somebody of the agency
 * accepts it for a workspace of theirs. Ends at once when `endedAt` is set.
 */
export const grant = pgTable(
  "grant",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    email: text("email").notNull(),
    role: text("role").$type<"admin" | "manager" | "approver" | "viewer">().notNull(),
    /** Null: all stores, those of later too. */
    storeIds: uuid("store_ids").array(),
    tokenHash: bytes("token_hash").notNull(),
    offeredBy: uuid("offered_by"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    /** Set when it is accepted. */
    agencyId: uuid("agency_id").references(() => tenant.id, { onDelete: "cascade" }),
    agencyName: text("agency_name"),
    acceptedBy: uuid("accepted_by"),
    acceptedAt: instant("accepted_at"),
    endedAt: instant("ended_at"),
    endedBy: text("ended_by").$type<"seller" | "agency">(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("grant_token").on(t.tokenHash),
    uniqueIndex("grant_agency").on(t.agencyId, t.tenantId).where(sql`accepted_at is not null and ended_at is null`),
  ],
);

/** An agency's customer: a named group of stores. */
export const client = pgTable(
  "client",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    name: text("name").notNull(),
    /** What a finance department calls it: a cost centre, an order number. Shown on use, its CSV and invoices. */
    invoicingLabel: text("invoicing_label"),
    /** The weekly report: whether it goes out, to whom, and in which zone its Monday is. */
    reportOn: boolean("report_on").notNull().default(false),
    reportTo: text("report_to").array().notNull().default([]),
    reportZone: text("report_zone").notNull().default("UTC"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.id] }), uniqueIndex("client_name").on(t.tenantId, t.name)],
);

/** Stores of a client: the agency's own, or those of a workspace that granted access (`storeTenantId`). */
export const clientStore = pgTable(
  "client_store",
  {
    tenantId: tenantId(),
    clientId: uuid("client_id").notNull(),
    storeId: uuid("store_id").notNull(),
    storeTenantId: uuid("store_tenant_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId] }),
    index("client_store_client").on(t.tenantId, t.clientId),
    foreignKey({ columns: [t.tenantId, t.clientId], foreignColumns: [client.tenantId, client.id] }).onDelete("cascade"),
  ],
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
    /** Part of the network address that the act came from; null for our own work. */
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
