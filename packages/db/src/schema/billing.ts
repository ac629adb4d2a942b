import type { Interval, PaidPlanId, PlanId } from "@heed/core/billing/plans";
import type { Reconciliation } from "@heed/core/billing/reconcile";
import type { StripeStatus } from "@heed/core/billing/standing";
import type { PaymentProblem } from "@heed/core/billing/stripe-state";
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, tenantId } from "./columns.ts";
import { tenant } from "./tenant.ts";

/** One row for each workspace that has to do with Stripe, or was given a plan; none: trial, then Free. */
export const subscription = pgTable(
  "subscription",
  {
    tenantId: tenantId()
      .primaryKey()
      .references(() => tenant.id, { onDelete: "cascade" }),
    complimentary: text("complimentary").$type<PlanId>(),
    spendingCapMinor: integer("spending_cap_minor"),
    customerId: text("customer_id"),
    subscriptionId: text("subscription_id"),
    livemode: boolean("livemode"),
    status: text("status").$type<StripeStatus>(),
    plan: text("plan").$type<PaidPlanId>(),
    interval: text("interval").$type<Interval>(),
    periodStart: instant("period_start"),
    periodEnd: instant("period_end"),
    cancelAt: instant("cancel_at"),
    pastDueSince: instant("past_due_since"),
    nextPlan: text("next_plan").$type<PaidPlanId>(),
    nextInterval: text("next_interval").$type<Interval>(),
    problem: jsonb("problem").$type<PaymentProblem | { readonly kind: "customer_deleted" }>(),
    /** Names the one checkout that may be open: two people share it, a repeat after a crash finds it. */
    checkoutAttempt: integer("checkout_attempt").notNull().default(0),
    checkoutId: text("checkout_id"),
    checkoutFor: text("checkout_for"),
    /** Reads of Stripe are numbered when they begin: one that began earlier never overwrites a later one. */
    syncBegun: integer("sync_begun").notNull().default(0),
    syncWritten: integer("sync_written").notNull().default(0),
    syncedAt: instant("synced_at"),
    reconciledAt: instant("reconciled_at"),
    reconciliation: jsonb("reconciliation").$type<Reconciliation>(),
  },
  (t) => [uniqueIndex("subscription_customer").on(t.customerId)],
);

/** What Stripe's meter was told; written before the call (core/billing/meter.ts). */
export const meterReport = pgTable(
  "meter_report",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    day: date("day", { mode: "string" }).notNull(),
    revision: integer("revision").notNull(),
    fromAt: instant("from_at").notNull(),
    toAt: instant("to_at").notNull(),
    net: integer("net").notNull(),
    value: integer("value").notNull(),
    carry: integer("carry").notNull(),
    /** The instant that Stripe is told. */
    stamp: instant("stamp").notNull(),
    /** Order of the reports of a workspace: the last one's carry goes on. */
    seq: integer("seq").notNull(),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.day, t.revision] }),
    uniqueIndex("meter_report_seq").on(t.tenantId, t.seq),
    index("meter_report_stamp").on(t.tenantId, t.stamp),
  ],
);

/** Each alert once in its period. */
export const usageAlert = pgTable(
  "usage_alert",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    periodStart: instant("period_start").notNull(),
    of: text("of").$type<"included" | "limit">().notNull(),
    share: integer("share").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.tenantId, t.periodStart, t.of, t.share] })],
);
