import type { Intent } from "@heed/core/message/intent";
import type { Lane, MessageState, Purpose, Slot } from "@heed/core/message/message";
import type { Decision, Reason } from "@heed/core/policy/decision";
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
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
import { order } from "./order.ts";
import { store } from "./store.ts";

export const BUCKETS = ["waiting", "sent", "reached", "refused", "needs_you"] as const;
export type Bucket = (typeof BUCKETS)[number] | "ended";

const bucketCase = `case
  when state in ('planned', 'sending') then 'waiting'
  when state = 'sent' then 'sent'
  when state = 'reached' then 'reached'
  when state in ('refused', 'refused_by_buyer', 'bounced', 'suppressed') then 'refused'
  when state in ('awaiting_approval', 'unknown', 'failed') then 'needs_you'
  else 'ended' end`;

export const message = pgTable(
  "message",
  {
    tenantId: tenantId(),
    id: newId(),
    storeId: uuid("store_id").notNull(),
    orderRef: uuid("order_ref").notNull(),
    slot: text("slot").$type<Slot>().notNull(),
    purpose: text("purpose").$type<Purpose>().notNull(),
    lane: text("lane").$type<Lane>().notNull(),
    state: text("state").$type<MessageState>().notNull(),
    /** Why it ended, and whether the slot stays closed (DESIGN §6). */
    endRule: text("end_rule"),
    final: boolean("final").notNull().default(false),
    flowKey: text("flow_key").notNull(),
    flowVersion: integer("flow_version").notNull(),
    stepKey: text("step_key").notNull(),
    dueAt: instant("due_at").notNull(),
    /** What planning wanted `dueAt` to be, which a `wait` moves on; null (rows of an earlier version): the same. */
    plannedFor: instant("planned_for"),
    planVersion: integer("plan_version").notNull().default(1),
    dispatchedAt: instant("dispatched_at"),
    intent: jsonb("intent").$type<Intent>(),
    claimedAt: instant("claimed_at"),
    sentAt: instant("sent_at"),
    /** When the notice window closes; set with `sentAt`. */
    settleAt: instant("settle_at"),
    settledAt: instant("settled_at"),
    /** Resend's id of the e-mail. */
    providerId: text("provider_id"),
    /** An unjudged `unknown` notice holds settling. */
    held: boolean("held").notNull().default(false),
    /** After a lost answer: how many reads of the actions found the request still offered. */
    stillOffered: integer("still_offered").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    /** Under which day its fate is counted (email-count.ts); null: it is not. */
    priorEmailOn: date("prior_email_on"),
    /** When the order was bought; set by a trigger, so that lists by state are read in order from one index. */
    orderedAt: instant("ordered_at"),
    /** Whether it is the order's latest message, which stands for the order in lists; kept by a trigger. */
    newest: boolean("newest").notNull().default(true),
    /** What the state means to the person who looks at a list of orders. */
    bucket: text("bucket").$type<Bucket>().notNull().generatedAlwaysAs(sql.raw(bucketCase)),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.tenantId, t.orderRef], foreignColumns: [order.tenantId, order.id] }).onDelete("cascade"),
    uniqueIndex("message_slot")
      .on(t.tenantId, t.storeId, t.orderRef, t.slot)
      .where(
        sql`state in ('planned','awaiting_approval','sending','sent','reached','refused_by_buyer','bounced','suppressed','unknown')`,
      ),
    index("message_due").on(t.dueAt).where(sql`state = 'planned'`),
    index("message_sending").on(t.claimedAt).where(sql`state = 'sending'`),
    index("message_settle").on(t.settleAt).where(sql`settled_at is null and settle_at is not null`),
    // What counts against an allowance and has not settled yet.
    index("message_under_way").on(t.tenantId, t.state).where(sql`state in ('sending','sent','unknown')`),
    index("message_unknown").on(t.tenantId, t.storeId).where(sql`state = 'unknown'`),
    index("message_order").on(t.tenantId, t.orderRef, t.id),
    index("message_list").on(t.tenantId, t.storeId, t.bucket, t.lane, t.orderedAt, t.orderRef).where(sql`newest`),
    index("message_refused_list")
      .on(t.tenantId, t.storeId, t.endRule, t.orderedAt, t.orderRef)
      .where(sql`newest and bucket = 'refused'`),
    index("message_next").on(t.tenantId, t.storeId, t.dueAt).where(sql`state = 'planned'`),
    index("message_recent").on(t.tenantId, t.storeId, t.sentAt).where(sql`sent_at is not null`),
    index("message_typed").on(t.tenantId, t.claimedAt).where(sql`lane = 'typed' and claimed_at is not null`),
    index("message_typed_list").on(t.tenantId, t.storeId, t.createdAt, t.id).where(sql`lane = 'typed'`),
    /** What became of a flow's messages and of the arms of its experiments, read from the index alone. */
    index("message_flow")
      .on(t.tenantId, t.flowKey, t.sentAt, t.stepKey, t.flowVersion, t.lane, t.state)
      .where(sql`sent_at is not null`),
    index("message_provider").on(t.tenantId, t.providerId).where(sql`provider_id is not null`),
  ],
);

/** The ledger: append-only, one line per verdict. */
export const decision = pgTable(
  "decision",
  {
    tenantId: tenantId(),
    id: newId(),
    storeId: uuid("store_id").notNull(),
    orderRef: uuid("order_ref").notNull(),
    messageId: uuid("message_id"),
    at: instant("at").notNull(),
    phase: text("phase").$type<"plan" | "send">().notNull(),
    verdict: text("verdict").$type<Decision["verdict"]>().notNull(),
    slot: text("slot").$type<Slot>().notNull(),
    purpose: text("purpose").$type<Purpose>().notNull(),
    lane: text("lane").$type<Lane>(),
    rule: text("rule"),
    rulePack: text("rule_pack").notNull(),
    waitUntil: instant("wait_until"),
    reasons: jsonb("reasons").$type<Reason[]>().notNull(),
    /** When the order was bought, on lines of planning: orders that a rule kept out are listed in that order. */
    orderedAt: instant("ordered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.orderRef], foreignColumns: [order.tenantId, order.id] }).onDelete("cascade"),
    index("decision_order").on(t.tenantId, t.orderRef, t.id),
    index("decision_kept_out")
      .on(t.tenantId, t.storeId, t.rule, t.orderedAt, t.orderRef)
      .where(sql`verdict = 'not_planned'`),
  ],
);

/** Counters by store, marketplace, day (zone of the marketplace), lane and outcome: dashboards read these, not messages. */
export const storeDay = pgTable(
  "store_day",
  {
    tenantId: tenantId(),
    storeId: uuid("store_id").notNull(),
    marketplaceId: text("marketplace_id").notNull(),
    day: date("day").notNull(),
    /** A lane, or `none` for counts that have no lane. */
    lane: text("lane").notNull(),
    /** orders, eligible, planned, sent, reached, refused_by_buyer, unknown, failed, bounced, or `refused:<rule>`. */
    outcome: text("outcome").notNull(),
    count: integer("count").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.storeId, t.day, t.marketplaceId, t.lane, t.outcome] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
  ],
);
