import type { UsageAlertFacts } from "@heed/core/billing/allowance";
import { sql } from "drizzle-orm";
import {
  bigserial,
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
import { message } from "./message.ts";
import { tenant } from "./tenant.ts";

/** Events on their way to the executor: written in the transaction that caused them, sent by the relay. `seq` gives their order. */
export const outbox = pgTable(
  "outbox",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    seq: bigserial("seq", { mode: "number" }).notNull(),
    name: text("name").notNull(),
    data: jsonb("data").notNull(),
    /** Topic for open pages: orders, messages, notices, stores. */
    topic: text("topic"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("outbox_unsent").on(t.seq).where(sql`sent_at is null`),
    index("outbox_sent").on(t.sentAt).where(sql`sent_at is not null`),
  ],
);

export interface JobProgress {
  readonly done: number;
  readonly total: number | null;
  readonly bad: number;
  /** How far a job that goes over a span of time has come, from where to where (ISO). */
  /** Where the next batch begins. */
  readonly after?: string;
  /** The job was asked for again while it ran: it starts over when it is through. */
  readonly again?: boolean;
  /** Of a job that plans anew: planned messages may change their flow; what waits for the end of a pause may go. */
  readonly repin?: boolean;
  readonly pull?: boolean;
  /** Of a mail about use: what it tells. */
  readonly alert?: UsageAlertFacts;
  /** Of a job that looks each day: when somebody was told of what it saw (ISO). */
  readonly told?: string;
  /** What Amazon shall tell no more. */
  readonly subscription?: { readonly id: string; readonly region: string };
  /** How many messages were given a later turn, because all would have been due at once. */
  readonly spread?: number;
  readonly span?: {
    readonly from: string;
    readonly until: string;
    readonly at: string;
    /** Amazon's next page of the part that begins at `at`. */
    readonly token?: string | null;
  };
}

/** Jobs about a store as a whole: what is told, when a permission ends, when data goes. */
export type StoreJob =
  | "tell_disconnected"
  | "authorisation_expiring"
  | "purge_store"
  | "end_subscription"
  | "heartbeat"
  | "count_emails";

/** Jobs that come again: the digest of a workspace, the report of an agency's client. */
export type RecurringJob = "health_digest" | "client_report";

/** Jobs about a flow: orders are planned anew after a switch, and a long backtest. */
export type FlowJob = "replan_flow" | "backtest";

/** Jobs about money: what the meter is told, and what the owners are. */
export type BillingJob = "meter_usage" | "tell_usage" | "tell_payment" | "tell_paused" | "tell_resumed";

/** Longer waits and long work (DESIGN §5.3). */
export const job = pgTable(
  "job",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    kind: text("kind")
      .$type<
        | "read_actions"
        | "import_orders"
        | "replan_store"
        | "fetch_report"
        | "back_fill"
        | "verify_mail"
        | "forward_answer"
        | "sender_domain"
        | "end_canary"
        | "tell_deleted"
        | BillingJob
        | StoreJob
        | RecurringJob
        | FlowJob
      >()
      .notNull(),
    subject: uuid("subject").notNull(),
    runAt: instant("run_at").notNull(),
    attempt: integer("attempt").notNull().default(0),
    progress: jsonb("progress").$type<JobProgress>(),
    state: text("state").$type<"waiting" | "running" | "paused" | "done" | "failed">().notNull().default("waiting"),
    lastError: text("last_error"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    index("job_due").on(t.runAt).where(sql`state = 'waiting'`),
    uniqueIndex("job_once").on(t.tenantId, t.kind, t.subject).where(sql`state in ('waiting','running')`),
  ],
);

/** Units that are paid for (table in core/message/settle.ts). */
export const usageEntry = pgTable(
  "usage_entry",
  {
    tenantId: tenantId(),
    messageId: uuid("message_id").notNull(),
    kind: text("kind").$type<"reached" | "refused" | "credit">().notNull(),
    units: integer("units").notNull(),
    reason: text("reason"),
    at: instant("at").notNull(),
    /** Whether it goes to Stripe's meter: settled while a subscription ran, or the credit of one that was. */
    metered: boolean("metered").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.messageId, t.kind] }),
    foreignKey({ columns: [t.tenantId, t.messageId], foreignColumns: [message.tenantId, message.id] }).onDelete(
      "cascade",
    ),
    index("usage_entry_period").on(t.tenantId, t.at),
  ],
);
