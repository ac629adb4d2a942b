import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { authTimestamp, bytes, instant, newId, sealed } from "./columns.ts";

/** Identity tables have no tenant; they are reached only through db/identity. */
export const user = pgTable(
  "user",
  {
    id: newId().primaryKey(),
    email: text("email").notNull(),
    emailVerified: authTimestamp("email_verified"),
    name: text("name"),
    image: text("image"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("user_email").on(t.email)],
);

export const account = pgTable(
  "account",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.providerAccountId] }), index("account_user").on(t.userId)],
);

/** `tokenHash` is SHA-256 of the cookie's token: a dump of this table opens no session. */
export const session = pgTable(
  "session",
  {
    id: newId().primaryKey(),
    tokenHash: bytes("token_hash").notNull(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    expires: authTimestamp("expires").notNull(),
    createdAt: instant("created_at").notNull(),
    /** Where it was opened, in words for its owner: "Firefox on Windows" and the first half of the network address. */
    device: text("device"),
    network: text("network"),
  },
  (t) => [uniqueIndex("session_token").on(t.tokenHash), index("session_user").on(t.userId)],
);

/** Factor level and step-up time of a session; the challenge of a passkey ceremony, used once. */
export const sessionState = pgTable("session_state", {
  sessionId: uuid("session_id")
    .primaryKey()
    .references(() => session.id, { onDelete: "cascade" }),
  factorLevel: integer("factor_level").notNull().default(1),
  steppedUpAt: instant("stepped_up_at"),
  challenge: text("challenge"),
  challengedAt: instant("challenged_at"),
});

/** Second factors: an app that shows codes (sealed secret) or a passkey (public key). Counts when confirmed. */
export const authenticator = pgTable(
  "authenticator",
  {
    id: newId().primaryKey(),
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    kind: text("kind").$type<"totp" | "passkey">().notNull(),
    name: text("name").notNull(),
    secret: sealed("secret"),
    /** The 30-second step of the last code that was taken: no code works twice. */
    lastStep: integer("last_step"),
    credentialId: text("credential_id"),
    publicKey: bytes("public_key"),
    signCount: bigint("sign_count", { mode: "number" }).notNull().default(0),
    transports: text("transports").array(),
    createdAt: instant("created_at").notNull(),
    confirmedAt: instant("confirmed_at"),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [index("authenticator_user").on(t.userId), uniqueIndex("authenticator_credential").on(t.credentialId)],
);

/** One-time codes for people who lost their second factor; SHA-256 of 80 random bits. */
export const recoveryCode = pgTable(
  "recovery_code",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => user.id, { onDelete: "cascade" }),
    codeHash: bytes("code_hash").notNull(),
    usedAt: instant("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

export const verificationToken = pgTable(
  "verification_token",
  {
    identifier: text("identifier").notNull(),
    tokenHash: text("token_hash").notNull(),
    expires: authTimestamp("expires").notNull(),
  },
  (t) => [primaryKey({ columns: [t.identifier, t.tokenHash] })],
);

/** Token buckets for sign-in by address and by network address; the key is a hash. */
export const rateBucket = pgTable("rate_bucket", {
  key: text("key").primaryKey(),
  tokens: integer("tokens").notNull(),
  refilledAt: instant("refilled_at").notNull(),
});

/** One row per webhook delivery id, so that a repeat changes nothing. */
export const webhookReceipt = pgTable(
  "webhook_receipt",
  {
    source: text("source").notNull(),
    deliveryId: text("delivery_id").notNull(),
    receivedAt: instant("received_at").notNull(),
    accepted: boolean("accepted").notNull(),
    facts: jsonb("facts").notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.source, t.deliveryId] }), index("webhook_receipt_age").on(t.receivedAt)],
);
