import { RATE_DAYS, wholeRate } from "@heed/core/analytics/first-emails";
import type { OptOutRate } from "@heed/core/analytics/opt-out-rate";
import type { DigestChoice } from "@heed/core/report/report-times";
import type { Instant } from "@heed/core/time";
import { and, eq, isNull } from "drizzle-orm";
import { adminEmails } from "../identity/member-emails.ts";
import { store } from "../schema/store.ts";
import { tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { firstEmails } from "./insights.ts";
import { type NeedsYou, needsYou } from "./needs-you.ts";
import { type SpanCounts, spanCounts } from "./week-counts.ts";

export interface HealthDigest {
  readonly workspace: string;
  readonly slug: string;
  readonly choice: DigestChoice;
  /** Owners and admins. */
  readonly to: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly counts: SpanCounts;
  readonly rate: OptOutRate;
  readonly needs: readonly NeedsYou[];
}

/** What owners are told of their workspace; null where it is gone or has no store. */
export async function healthDigest(tx: TenantDb, now: Instant): Promise<HealthDigest | null> {
  const [row] = await tx.sql
    .select({ workspace: tenant.name, slug: tenant.slug, choice: tenant.digest })
    .from(tenant)
    .where(and(eq(tenant.id, tx.tenantId), isNull(tenant.deletedAt)));
  if (row === undefined || (await tx.sql.$count(store, eq(store.tenantId, tx.tenantId))) === 0) return null;
  const today = now.toZonedDateTimeISO("UTC").toPlainDate();
  const from = today.subtract({ days: row.choice === "daily" ? 1 : 7 }).toString();
  const until = today.subtract({ days: 1 }).toString();
  const period = { storeId: "all", from: now.subtract({ hours: 24 * RATE_DAYS }), to: now } as const;
  return {
    ...{ ...row, from, until, to: await adminEmails(tx) },
    counts: await spanCounts(tx, { storeId: "all", from, to: until }),
    rate: wholeRate(await firstEmails(tx, period)),
    needs: await needsYou(tx, { storeId: "all", now }),
  };
}
