import { identifierOf, nextClose, SURE_OF_DEDUPE } from "@heed/core/billing/meter";
import { reconcile } from "@heed/core/billing/reconcile";
import { isMetered } from "@heed/core/billing/standing";
import { type Instant, Temporal } from "@heed/core/time";
import { closeJob } from "@heed/db/commands/job";
import {
  keepReconciliation,
  ledgerBooks,
  markReportSent,
  type PendingReport,
  pendingReports,
  sentBetween,
  writeMeterReports,
} from "@heed/db/commands/meter-usage";
import { syncBilling } from "@heed/db/commands/sync-billing";
import { type SubscriptionRow, subscriptionRow } from "@heed/db/queries/billing-facts";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";
import type { JobInput, JobRunner } from "./job-runner.ts";
import { labelBills } from "./label-bills.ts";

/**
 * The workspace's meter, whenever a day or a period closes: what the ledger says is written down, told to Stripe, marked,
 * and compared with Stripe's own sum. It may die anywhere: what is written down and not marked is told again.
 */
export const meterUsage: JobRunner = async (worker, { tenantId, job }) => {
  const access = systemAccess(tenantId);
  await syncBilling(worker, { tenantId, customerId: null, now: worker.clock.now() });
  await withTenant(worker.db, access, (tx) => writeMeterReports(tx, worker.clock.now()));
  const row = await withTenant(worker.db, access, subscriptionRow);
  const customerId = row?.customerId ?? null;
  if (row === null || customerId === null) return close(worker, { tenantId, job }, null);
  const reports = await withTenant(worker.db, access, pendingReports);
  for (const report of reports) await tell(worker, { tenantId, customerId, report });
  await labelBills(worker, row);
  await compare(worker, { tenantId, customerId, row });
  return close(worker, { tenantId, job }, row);
};

async function close(worker: Worker, { tenantId, job }: JobInput, row: SubscriptionRow | null) {
  const goesOn = row !== null && isMetered(row.status);
  const runAgainAt = goesOn ? nextClose(worker.clock.now(), row.periodEnd) : null;
  await withTenant(worker.db, systemAccess(tenantId), (tx) => closeJob(tx, { jobId: job.id, runAgainAt }));
  return { ended: goesOn ? "until the next day" : "for good" };
}

interface Told {
  readonly tenantId: string;
  readonly customerId: string;
  readonly report: PendingReport;
}

async function tell(worker: Worker, { tenantId, customerId, report }: Told): Promise<void> {
  const { day, revision, value, stamp: at } = report;
  const known = isOld(worker, report) && (await isThere(worker, { tenantId, customerId, report }));
  if (!known) {
    await worker.stripe.sendUsage({ customerId, identifier: identifierOf(tenantId, report), value, at });
  }
  await withTenant(worker.db, systemAccess(tenantId), (tx) =>
    markReportSent(tx, { day, revision, now: worker.clock.now() }),
  );
}

/** Stripe may have forgotten the identifier by now: telling it again could count twice. */
function isOld({ clock }: Worker, { createdAt }: PendingReport): boolean {
  return createdAt.add(SURE_OF_DEDUPE).epochMilliseconds <= clock.now().epochMilliseconds;
}

const MINUTE = 60_000;

/** Whether the minute of the report's stamp holds more at Stripe than what we know to be accepted. */
async function isThere(worker: Worker, { tenantId, customerId, report }: Told): Promise<boolean> {
  const start = Math.floor(report.stamp.epochMilliseconds / MINUTE) * MINUTE;
  const span = { start: instant(start), end: instant(start + MINUTE) };
  const accepted = await withTenant(worker.db, systemAccess(tenantId), (tx) => sentBetween(tx, span));
  const sum = await worker.stripe.usageSum({ customerId, from: span.start, to: span.end });
  return sum >= accepted + report.value;
}

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);

interface Compared {
  readonly tenantId: string;
  readonly customerId: string;
  readonly row: SubscriptionRow;
}

/** The last units of a period are told after its end: they are compared while they lie this many days back. */
const LOOK_BACK = { hours: 24 * 3 };

/** Our ledger beside Stripe's meter: the running period, and at least the last days. */
async function compare(worker: Worker, { tenantId, customerId, row: { periodStart } }: Compared): Promise<void> {
  const now = worker.clock.now();
  if (periodStart === null || periodStart.epochMilliseconds >= now.epochMilliseconds) return;
  const access = systemAccess(tenantId);
  const start = earlier(periodStart, now.subtract(LOOK_BACK).toZonedDateTimeISO("UTC").startOfDay().toInstant());
  const { accounted, ...books } = await withTenant(worker.db, access, (tx) => ledgerBooks(tx, { start, end: now }));
  const stripe = await worker.stripe.usageSum({ customerId, from: start, to: now });
  const reconciliation = reconcile({ ...books, open: books.ledger - accounted, stripe });
  await withTenant(worker.db, access, (tx) => keepReconciliation(tx, { reconciliation, now }));
  if (!reconciliation.agrees)
    worker.log.error({ tenantId, reconciliation }, "the meter at Stripe differs from the ledger");
}

const earlier = (a: Instant, b: Instant): Instant => (a.epochMilliseconds < b.epochMilliseconds ? a : b);
