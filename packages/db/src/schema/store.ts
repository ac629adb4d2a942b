import {
  bigint,
  boolean,
  date,
  doublePrecision,
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
import { bytes, instant, newId, sealed, tenantId } from "./columns.ts";
import { tenant } from "./tenant.ts";

/** One Amazon selling account in one region. */
export const store = pgTable(
  "store",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    name: text("name").notNull(),
    region: text("region").$type<"NA" | "EU" | "FE">().notNull(),
    sellerId: text("seller_id").notNull(),
    cutOverAt: instant("cut_over_at").notNull(),
    paused: boolean("paused").notNull().default(false),
    dryRun: boolean("dry_run").notNull().default(false),
    optedOutBuyers: text("opted_out_buyers").$type<"never" | "ask_amazon">().notNull().default("never"),
    /** After so many days a buyer who opted out gets one e-mail again; null: never (core/suppression/probe.ts). */
    probeAfterDays: integer("probe_after_days"),
    /** E-mail lane paused by a restriction notice; `infinity` is not used: null end means until lifted. */
    restrictedAt: instant("restricted_at"),
    restrictedUntil: instant("restricted_until"),
    /** Proactive messages in 24 h beyond four times the average of a day's orders; `own_daily_cap` takes the place of both. */
    dailyCap: integer("daily_cap").notNull().default(400),
    ownDailyCap: integer("own_daily_cap"),
    stoppedSkus: text("stopped_skus").array().notNull().default([]),
    stoppedAsins: text("stopped_asins").array().notNull().default([]),
    blackouts: jsonb("blackouts").$type<{ from: string; to: string }[]>().notNull().default([]),
    /** Where buyers' answers go, once somebody there has confirmed the address. */
    serviceAddress: text("service_address"),
    serviceAddressConfirmedAt: instant("service_address_confirmed_at"),
    /** The tenant's own domain; null: the sender stands on the service's domain, and its ramp counts from the first mail. */
    senderDomainId: uuid("sender_domain_id"),
    senderStartedAt: instant("sender_started_at"),
    /** Stopped by complaints or bounces until a person goes on; only what was sent after that counts again. */
    senderStoppedAt: instant("sender_stopped_at"),
    senderStopReason: text("sender_stop_reason").$type<"complaints" | "hard_bounces">(),
    senderResumedAt: instant("sender_resumed_at"),
    /** active → revoked (Amazon refused) or disconnected (a member; tokens destroyed) → active by a new consent. */
    authorisation: text("authorisation").$type<"active" | "revoked" | "disconnected">().notNull().default("active"),
    disconnectedAt: instant("disconnected_at"),
    /** When the data of a disconnected store is erased. */
    purgeAt: instant("purge_at"),
    /** When a person confirmed the first flow, which ends the dry run that a new store begins with. */
    firstFlowAt: instant("first_flow_at"),
    nextSyncAt: instant("next_sync_at"),
    /** Amazon's id of the subscription to changes of orders; null until it is made. */
    subscriptionId: text("subscription_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("store_seller").on(t.region, t.sellerId),
    index("store_next_sync").on(t.nextSyncAt),
  ],
);

export const storeMarketplace = pgTable(
  "store_marketplace",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    marketplaceId: text("marketplace_id").notNull(),
    emailLane: boolean("email_lane").notNull().default(false),
    senderState: text("sender_state").$type<"not_proven" | "receiving" | "proven">().notNull().default("not_proven"),
    /** Where buyers must consent first (Germany, Austria): when somebody typed that they did, and who. */
    consentStatedAt: instant("consent_stated_at"),
    consentStatedBy: uuid("consent_stated_by"),
    /** The first e-mail goes alone; the others wait until Amazon had two hours to reject it (table in core/lane/canary.ts). */
    canary: text("canary").$type<"due" | "sent" | "passed" | "rejected">(),
    canaryMessageId: uuid("canary_message_id"),
    canaryAt: instant("canary_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId, t.marketplaceId] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
  ],
);

export const storeCredential = pgTable(
  "store_credential",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    refreshToken: sealed("refresh_token").notNull(),
    authorisedAt: instant("authorised_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
  ],
);

/** Addresses at our own domain: where notices arrive, and the sender of the e-mail lane (it receives too). */
export const address = pgTable(
  "address",
  {
    tenantId: tenantId(),
    id: newId(),
    storeId: uuid("store_id").notNull(),
    marketplaceId: text("marketplace_id").notNull(),
    kind: text("kind").$type<"notice" | "sender">().notNull(),
    /** Local part; unguessable, unique over all tenants. */
    localPart: text("local_part").notNull(),
    lastMailAt: instant("last_mail_at"),
    /** Our own test mail: by hash of its token, so that nobody else's mail is taken for it. */
    testHash: bytes("test_hash"),
    testedAt: instant("tested_at"),
    /** When our own test mail arrived, and the first verified mail of Amazon's. */
    receivedAt: instant("received_at"),
    provenAt: instant("proven_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
    uniqueIndex("address_local_part").on(t.localPart),
    uniqueIndex("address_kind").on(t.tenantId, t.storeId, t.marketplaceId, t.kind),
  ],
);

/** The LWA access token of a store, refreshed under a row lock. */
export const tokenCache = pgTable(
  "token_cache",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    accessToken: sealed("access_token").notNull(),
    expiresAt: instant("expires_at").notNull(),
    refreshes: integer("refreshes").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
  ],
);

export interface UnreadableOrder {
  /** Null where it has not even an id. */
  readonly orderId: string | null;
  /** What is missing or malformed in it; nothing of what it holds. */
  readonly reason: string;
  readonly at: string;
}

export const syncCursor = pgTable(
  "sync_cursor",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    lastUpdatedAfter: instant("last_updated_after").notNull(),
    lastSyncAt: instant("last_sync_at"),
    lastError: text("last_error"),
    /** Orders that Amazon gave and nobody can read, until they can be; the newest last. */
    unreadable: jsonb("unreadable").$type<readonly UnreadableOrder[]>().notNull().default([]),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
  ],
);

/** Calls to Amazon, counted by store, operation and day. */
export const apiUsage = pgTable(
  "api_usage",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    day: date("day").notNull(),
    operation: text("operation").notNull(),
    calls: bigint("calls", { mode: "number" }).notNull().default(0),
    throttled: bigint("throttled", { mode: "number" }).notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId, t.day, t.operation] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
  ],
);

/** Token bucket per store and operation, shared by all processes. */
export const apiBucket = pgTable(
  "api_bucket",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    operation: text("operation").notNull(),
    rate: doublePrecision("rate").notNull(),
    burst: integer("burst").notNull(),
    tokens: doublePrecision("tokens").notNull(),
    refilledAt: instant("refilled_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId, t.operation] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
  ],
);
