import { doublePrecision, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { instant, newId, tenantId } from "./columns.ts";
import { tenant } from "./tenant.ts";

/** A record that the owner of a domain puts into its DNS, as Resend names it. */
export interface DomainRecord {
  readonly record: string;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly ttl: string;
  readonly status: string;
  readonly priority: number | null;
}

/** A domain of the tenant's own that e-mails go out from, by Resend's domain API. One owner over all tenants. */
export const senderDomain = pgTable(
  "sender_domain",
  {
    tenantId: tenantId().references(() => tenant.id, { onDelete: "cascade" }),
    id: newId(),
    name: text("name").notNull(),
    /** Null until Resend has taken it. */
    providerId: text("provider_id"),
    state: text("state")
      .$type<"requested" | "not_started" | "pending" | "verified" | "failed" | "refused" | "leaving">()
      .notNull()
      .default("requested"),
    records: jsonb("records").$type<readonly DomainRecord[]>().notNull().default([]),
    problem: text("problem"),
    checkedAt: instant("checked_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.id] }),
    uniqueIndex("sender_domain_name").on(t.name),
    index("sender_domain_list").on(t.tenantId, t.createdAt),
  ],
);

/** The rate of a provider that all tenants share, such as Resend's per team; no tenant, reached by heed_system only. */
export const providerRate = pgTable("provider_rate", {
  provider: text("provider").primaryKey(),
  /** Requests a second, as the provider told last. */
  rate: doublePrecision("rate").notNull(),
  /** The next free turn: each caller takes one and moves it on. */
  nextAt: instant("next_at").notNull(),
});
