import { closedUntil, type MeasuredPiece, piecesBetween, planReports } from "@heed/core/billing/meter";
import type { Reconciliation } from "@heed/core/billing/reconcile";
import { type Instant, Temporal } from "@heed/core/time";
import { and, asc, desc, eq, gte, isNull, lt, sql } from "drizzle-orm";
import { subscriptionRow } from "../queries/billing-facts.ts";
import { meterReport, subscription } from "../schema/billing.ts";
import { parseInstant } from "../schema/columns.ts";
import { usageEntry } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

/** An entry may be committed this long after its instant, or what is measured was down; older ones are closed. */
const LOOK_BACK = { hours: 24 * 3 };
/** While the invoice is a draft, its period still takes units; a little less than Stripe's hour. */
const DRAFT_MS = 50 * 60_000;
/** Clocks differ a little; where Stripe's period begins later than this after our now, ours is wrong. */
const SKEW_MS = 5 * 60_000;

export type PendingReport = Pick<
  typeof meterReport.$inferSelect,
  "day" | "revision" | "value" | "stamp" | "createdAt" | "fromAt" | "toAt"
>;

/** Writes down what the meter must be told for all closed pieces of time. Safe to repeat. */
export async function writeMeterReports(tx: TenantDb, now: Instant): Promise<void> {
  // One worker at a time: the carry goes from report to report.
  await tx.sql
    .select({ id: subscription.tenantId })
    .from(subscription)
    .where(eq(subscription.tenantId, tx.tenantId))
    .for("update");
  const row = await subscriptionRow(tx);
  const last = await lastReport(tx);
  const from = await measureFrom(tx, { last, now });
  const border = [row?.periodStart, row?.periodEnd].filter((at) => at != null);
  const to = closedUntil(now, latestBefore(border, now));
  if (from === null || from.epochMilliseconds >= to.epochMilliseconds) return;
  const pieces = await measured(tx, { from, to, border });
  const openSince = openFrom(row?.periodStart ?? null, now);
  const reports = planReports({ pieces, carry: last?.carry ?? 0, openSince });
  if (reports.length === 0) return;
  await tx.sql.insert(meterReport).values(
    reports.map((report, index) => ({
      tenantId: tx.tenantId,
      day: report.day,
      revision: report.revision,
      fromAt: report.from,
      toAt: report.to,
      net: report.net,
      value: report.value,
      carry: report.carry,
      stamp: report.at,
      seq: (last?.seq ?? 0) + index + 1,
      createdAt: now,
      sentAt: report.value === 0 ? now : null,
    })),
  );
}

function latestBefore(borders: readonly Instant[], now: Instant): Instant | null {
  const passed = borders.filter((at) => at.epochMilliseconds <= now.epochMilliseconds);
  return passed.toSorted((a, b) => b.epochMilliseconds - a.epochMilliseconds)[0] ?? null;
}

/** From when on Stripe has billed nothing yet. A clock that is far behind cannot tell: then the bill may be closed. */
function openFrom(periodStart: Instant | null, now: Instant): Instant {
  const since = periodStart === null ? 0 : now.epochMilliseconds - periodStart.epochMilliseconds;
  if (periodStart === null || (since > -SKEW_MS && since < DRAFT_MS)) return Temporal.Instant.fromEpochMilliseconds(0);
  return periodStart;
}

async function lastReport(tx: TenantDb) {
  const [row] = await tx.sql
    .select({ seq: meterReport.seq, carry: meterReport.carry, toAt: meterReport.toAt })
    .from(meterReport)
    .where(eq(meterReport.tenantId, tx.tenantId))
    .orderBy(desc(meterReport.seq))
    .limit(1);
  return row ?? null;
}

type Last = Awaited<ReturnType<typeof lastReport>>;

/** From the first metered entry on; once there are reports, from some days before the last one's end. */
async function measureFrom(tx: TenantDb, { last, now }: { last: Last; now: Instant }): Promise<Instant | null> {
  if (last !== null) return dayStart(earlier(last.toAt, now).subtract(LOOK_BACK));
  const [first] = await tx.sql
    .select({ at: sql<string | null>`min(${usageEntry.at})::text` })
    .from(usageEntry)
    .where(and(eq(usageEntry.tenantId, tx.tenantId), eq(usageEntry.metered, true)));
  return first?.at == null ? null : dayStart(parseInstant(first.at));
}

const earlier = (a: Instant, b: Instant): Instant => (a.epochMilliseconds < b.epochMilliseconds ? a : b);

function dayStart(at: Instant): Instant {
  return at.toZonedDateTimeISO("UTC").startOfDay().toInstant();
}

interface Measure {
  readonly from: Instant;
  readonly to: Instant;
  readonly border: readonly Instant[];
}

/** Earlier reports were cut where periods ended then: their ends stay borders. */
async function measured(tx: TenantDb, { from, to, border }: Measure): Promise<MeasuredPiece[]> {
  const known = await tx.sql
    .select({ day: meterReport.day, fromAt: meterReport.fromAt, toAt: meterReport.toAt, net: meterReport.net })
    .from(meterReport)
    .where(and(eq(meterReport.tenantId, tx.tenantId), gte(meterReport.fromAt, from)));
  const borders = [...border, ...known.flatMap(({ fromAt, toAt }) => [fromAt, toAt])];
  const pieces: MeasuredPiece[] = [];
  for (const piece of piecesBetween(from, to, borders)) {
    const same = known.filter(({ fromAt }) => fromAt.equals(piece.from));
    pieces.push({
      ...piece,
      net: await netOf(tx, { start: piece.from, end: piece.to }),
      accounted: same.reduce((sum, { net }) => sum + net, 0),
      revisions: known.filter(({ day }) => day === piece.day).length,
    });
  }
  return pieces;
}

/** Metered units of the ledger in a span. */
export async function netOf(tx: TenantDb, { start, end }: { start: Instant; end: Instant }): Promise<number> {
  const [row] = await tx.sql
    .select({ units: sql<string>`coalesce(sum(${usageEntry.units}), 0)` })
    .from(usageEntry)
    .where(
      and(
        eq(usageEntry.tenantId, tx.tenantId),
        gte(usageEntry.at, start),
        lt(usageEntry.at, end),
        eq(usageEntry.metered, true),
      ),
    );
  return Number(row?.units ?? 0);
}

/** Reports that Stripe has not accepted yet, oldest first. */
export function pendingReports(tx: TenantDb): Promise<PendingReport[]> {
  return tx.sql
    .select({
      day: meterReport.day,
      revision: meterReport.revision,
      value: meterReport.value,
      stamp: meterReport.stamp,
      createdAt: meterReport.createdAt,
      fromAt: meterReport.fromAt,
      toAt: meterReport.toAt,
    })
    .from(meterReport)
    .where(and(eq(meterReport.tenantId, tx.tenantId), isNull(meterReport.sentAt)))
    .orderBy(asc(meterReport.seq));
}

export async function markReportSent(
  tx: TenantDb,
  { day, revision, now }: Pick<PendingReport, "day" | "revision"> & { readonly now: Instant },
): Promise<void> {
  await tx.sql
    .update(meterReport)
    .set({ sentAt: now })
    .where(and(eq(meterReport.tenantId, tx.tenantId), eq(meterReport.day, day), eq(meterReport.revision, revision)));
}

/** What Stripe was told of a span and has accepted. */
export async function sentBetween(tx: TenantDb, { start, end }: { start: Instant; end: Instant }): Promise<number> {
  const [row] = await tx.sql
    .select({
      value: sql<string>`coalesce(sum(${meterReport.value}) filter (where ${meterReport.sentAt} is not null), 0)`,
    })
    .from(meterReport)
    .where(and(eq(meterReport.tenantId, tx.tenantId), gte(meterReport.stamp, start), lt(meterReport.stamp, end)));
  return Number(row?.value ?? 0);
}

/** Stripe's sums follow within minutes; a day in which they do not is an outage of theirs. */
const FRESH = { hours: 3 };

export interface LedgerBooks {
  readonly ledger: number;
  readonly fresh: number;
  readonly pending: number;
  readonly accounted: number;
  readonly carriedIn: number;
  readonly carriedOut: number;
}

/** Our side of a span that ends now, for the comparison with Stripe's. */
export async function ledgerBooks(
  tx: TenantDb,
  { start, end }: { start: Instant; end: Instant },
): Promise<LedgerBooks> {
  const since = end.subtract(FRESH).toString();
  const [row] = await tx.sql
    .select({
      fresh: sql<string>`coalesce(sum(${meterReport.value}) filter (where ${meterReport.sentAt} > ${since}), 0)`,
      pending: sql<string>`coalesce(sum(${meterReport.value}) filter (where ${meterReport.sentAt} is null), 0)`,
      accounted: sql<string>`coalesce(sum(${meterReport.net}), 0)`,
    })
    .from(meterReport)
    .where(and(eq(meterReport.tenantId, tx.tenantId), gte(meterReport.stamp, start), lt(meterReport.stamp, end)));
  const [ledger, carriedIn, carriedOut] = [
    await netOf(tx, { start, end }),
    await carryBefore(tx, start),
    await carryBefore(tx, end),
  ];
  return {
    ledger,
    fresh: Number(row?.fresh ?? 0),
    pending: Number(row?.pending ?? 0),
    accounted: Number(row?.accounted ?? 0),
    carriedIn,
    carriedOut,
  };
}

async function carryBefore(tx: TenantDb, at: Instant): Promise<number> {
  const [row] = await tx.sql
    .select({ carry: meterReport.carry })
    .from(meterReport)
    .where(and(eq(meterReport.tenantId, tx.tenantId), lt(meterReport.stamp, at)))
    .orderBy(desc(meterReport.seq))
    .limit(1);
  return row?.carry ?? 0;
}

export async function keepReconciliation(
  tx: TenantDb,
  { reconciliation, now }: { readonly reconciliation: Reconciliation; readonly now: Instant },
): Promise<void> {
  await tx.sql
    .update(subscription)
    .set({ reconciliation, reconciledAt: now })
    .where(eq(subscription.tenantId, tx.tenantId));
}
