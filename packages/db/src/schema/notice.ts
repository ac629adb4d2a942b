import type { NoticeKind, Verification } from "@heed/core/notice/notice";
import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytes, instant, newId, sealed, tenantId } from "./columns.ts";
import { address, store } from "./store.ts";
import { tenant } from "./tenant.ts";

/** A mail as it came in. `raw` is sealed and erased after 30 days; the hash stays. */
export const inboundMail = pgTable(
  "inbound_mail",
  {
    tenantId: tenantId(),
    id: newId(),
    addressId: uuid("address_id").notNull(),
    providerId: text("provider_id").notNull(),
    receivedAt: instant("received_at").notNull(),
    state: text("state").$type<"received" | "read" | "too_large" | "unreadable">().notNull(),
    raw: sealed("raw"),
    rawHash: bytes("raw_hash"),
    /** A member's file of past notices: its mails suppress, and never credit. */
    uploaded: boolean("uploaded").notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.addressId], foreignColumns: [address.tenantId, address.id] }).onDelete(
      "cascade",
    ),
    index("inbound_mail_unread").on(t.tenantId, t.receivedAt).where(sql`state = 'received'`),
    uniqueIndex("inbound_mail_provider").on(t.tenantId, t.addressId, t.providerId),
  ],
);

/** What a mail said about a message of ours: facts and verdict, kept; `text` has placeholders for ids, addresses and numbers. */
export const notice = pgTable(
  "notice",
  {
    tenantId: tenantId(),
    id: newId(),
    storeId: uuid("store_id").notNull(),
    inboundMailId: uuid("inbound_mail_id"),
    receivedAt: instant("received_at").notNull(),
    kind: text("kind").$type<NoticeKind>().notNull(),
    verification: text("verification").$type<Verification>().notNull(),
    language: text("language"),
    pattern: text("pattern"),
    confidence: text("confidence").notNull(),
    orderRef: uuid("order_ref"),
    messageId: uuid("message_id"),
    /** applied, not_applied (with the reason), needs_review. */
    effect: text("effect").$type<"applied" | "not_applied" | "needs_review">().notNull(),
    effectReason: text("effect_reason"),
    text: text("text").notNull(),
    facts: jsonb("facts").$type<Record<string, string | number | boolean | null>>().notNull().default({}),
    uploaded: boolean("uploaded").notNull().default(false),
    /** The sentence of this workspace that decided, and not one of ours. */
    taughtBy: uuid("taught_by"),
    /** A person's judgement; `kind` holds what it came to. */
    judgedBy: uuid("judged_by"),
    judgedAt: instant("judged_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
    index("notice_taught").on(t.tenantId, t.taughtBy).where(sql`taught_by is not null`),
    uniqueIndex("notice_mail").on(t.tenantId, t.inboundMailId),
    index("notice_list").on(t.tenantId, t.receivedAt, t.id),
    index("notice_order").on(t.tenantId, t.orderRef),
    // How soon notices came after their messages.
    index("notice_delay")
      .on(t.tenantId, t.receivedAt)
      .where(sql`kind = 'opted_out' and effect = 'applied' and not uploaded and message_id is not null`),
    index("notice_review").on(t.tenantId, t.storeId, t.receivedAt, t.id).where(sql`effect = 'needs_review'`),
  ],
);

/** A sentence that a member taught: mails that hold it are of its kind. Removed ones stay, as the ledger names them. */
export const noticePattern = pgTable(
  "notice_pattern",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    kind: text("kind").$type<NoticeKind>().notNull(),
    /** With placeholders for ids, addresses and numbers; what is matched is its folded form. */
    sentence: text("sentence").notNull(),
    noticeId: uuid("notice_id").notNull(),
    taughtBy: uuid("taught_by").notNull(),
    taughtAt: instant("taught_at").notNull(),
    /** Offered for everyone: the sentence alone leaves the workspace, once somebody of Heed has looked at it. */
    proposedAt: instant("proposed_at"),
    /** What an operator of Heed made of the proposal; null: nobody has looked yet. */
    proposalAnswer: text("proposal_answer").$type<"accepted" | "rejected">(),
    proposalAnsweredAt: instant("proposal_answered_at"),
    removedBy: uuid("removed_by"),
    removedAt: instant("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("notice_pattern_sentence").on(t.tenantId, t.kind, t.sentence).where(sql`removed_at is null`),
  ],
);

/** A proposed sentence that an operator accepted: it decides for every workspace, and like a taught one never credits. */
export const sharedPattern = pgTable(
  "shared_pattern",
  {
    id: newId().primaryKey(),
    kind: text("kind").$type<NoticeKind>().notNull(),
    sentence: text("sentence").notNull(),
    acceptedAt: instant("accepted_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [uniqueIndex("shared_pattern_sentence").on(t.kind, t.sentence).where(sql`removed_at is null`)],
);

/** A reason not to write to an alias; the key survives the alias so that the refusal is still honoured. */
export const suppression = pgTable(
  "suppression",
  {
    tenantId: tenantId(),
    id: newId(),
    storeId: uuid("store_id").notNull(),
    buyerKey: bytes("buyer_key").notNull(),
    buyerKeyId: text("buyer_key_id").notNull(),
    /** Masked for people: `a1…9z@marketplace.amazon.de`. */
    masked: text("masked").notNull(),
    reason: text("reason").$type<"opted_out" | "hard_bounce" | "complaint" | "own_list" | "provider">().notNull(),
    at: instant("at").notNull(),
    noticeId: uuid("notice_id"),
    orderRef: uuid("order_ref"),
    liftedAt: instant("lifted_at"),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    foreignKey({ columns: [t.tenantId, t.storeId], foreignColumns: [store.tenantId, store.id] }).onDelete("cascade"),
    uniqueIndex("suppression_buyer").on(t.tenantId, t.storeId, t.buyerKey, t.reason),
    index("suppression_list").on(t.tenantId, t.at, t.id),
    index("suppression_store_list").on(t.tenantId, t.storeId, t.at, t.id),
  ],
);
