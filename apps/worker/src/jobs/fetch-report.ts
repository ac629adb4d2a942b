import { REPORT_TYPES, type ReportProgress, type ReportType } from "@heed/amazon/report-types";
import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { closeJob, lockJob } from "@heed/db/commands/job";
import { loadReport, type ReportStep, type StoredReport, stepReport } from "@heed/db/commands/report";
import { loadStoreWork, type StoreWork } from "@heed/db/queries/store-work";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";
import type { JobInput } from "./job-runner.ts";
import { takeReportIn } from "./take-report-in.ts";

/** How often a report is made, and how far the first one goes back; Amazon takes no longer span for shipments. */
const EVERY: Readonly<Record<ReportType, { readonly hours: number }>> = {
  GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE: { hours: 24 },
  GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA: { hours: 24 },
  GET_SELLER_FEEDBACK_DATA: { hours: 24 },
  GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL: { hours: 8 },
};
const FIRST_SPAN = { hours: 30 * 24 };
/** Lines come late, and some reports know days only. */
const OVERLAP = { hours: 48 };

const ASK_AGAIN = { minutes: 5 };
const AFTER_FAILURE = { hours: 4 };
const AFTER_REFUSAL = { hours: 24 };

/** What one turn came to: the report's next step, if any, and when its next turn is. */
interface Turn {
  readonly step: ReportStep | null;
  readonly again: Instant;
}

/**
 * One turn of a report: nothing under way → ask for it; under way → ask how it goes; ready → download and take it in. The
 * report and the job change in one transaction, so that a turn that dies is no turn.
 */
export async function fetchReport(worker: Worker, { tenantId, job }: JobInput): Promise<{ readonly ended: string }> {
  const access = systemAccess(tenantId);
  const found = await withTenant(worker.db, access, async (tx) => {
    const report = await loadReport(tx, job.subject);
    if (report === null || !isKnown(report.type)) return null;
    return { report, store: await loadStoreWork(tx, { storeId: report.storeId, ring: worker.ring }) };
  });
  const turn = found === null ? null : await takeTurn(worker, { tenantId, ...found });
  return withTenant(worker.db, access, async (tx) => {
    if (!(await lockJob(tx, { jobId: job.id, attempt: job.attempt }))) return { ended: "nothing to do" };
    if (found !== null && turn?.step != null) await stepReport(tx, found.report, turn.step);
    await closeJob(tx, { jobId: job.id, runAgainAt: turn?.again ?? null });
    return { ended: turn?.step?.kind ?? "waits" };
  });
}

export interface ReportWork {
  readonly tenantId: string;
  readonly report: StoredReport;
  readonly store: StoreWork;
}

/** What no repeat will better (a role that is missing, a permission that is gone) waits a day and costs one call. */
async function takeTurn(worker: Worker, work: ReportWork): Promise<Turn> {
  try {
    return await step(worker, work);
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    const { id, type } = work.report;
    worker.log.warn({ error, tenantId: work.tenantId, report: id, type }, "a report cannot be had");
    return { step: { kind: "failed", reason: error.code }, again: worker.clock.now().add(AFTER_REFUSAL) };
  }
}

async function step(worker: Worker, work: ReportWork): Promise<Turn> {
  const { report, store, tenantId } = work;
  const now = worker.clock.now();
  const type = typeOf(report);
  if (store.authorisation !== "active" || store.marketplaceIds.length === 0)
    return { step: null, again: now.add(AFTER_REFUSAL) };
  const gateway = worker.gateways.forStore(tenantId, store);
  if (report.state === "requested" && report.reportId !== null)
    return follow(worker, work, await gateway.getReport(report.reportId));
  const from = report.coveredUntil?.subtract(OVERLAP) ?? now.subtract(FIRST_SPAN);
  const span = { from, until: now };
  const reportId = await gateway.createReport({ type, marketplaceIds: store.marketplaceIds, ...span });
  return { step: { kind: "requested", reportId, ...span }, again: worker.clock.now().add(ASK_AGAIN) };
}

async function follow(worker: Worker, work: ReportWork, progress: ReportProgress): Promise<Turn> {
  const now = worker.clock.now();
  const next = now.add(EVERY[typeOf(work.report)]);
  switch (progress.kind) {
    case "working":
      return { step: null, again: now.add(ASK_AGAIN) };
    case "failed":
      return { step: { kind: "failed", reason: "FATAL" }, again: now.add(AFTER_FAILURE) };
    case "empty":
      return { step: { kind: "read", lines: 0, badLines: 0, now }, again: next };
    case "done": {
      const counts = await takeReportIn(worker, work, progress.documentId);
      return { step: { kind: "read", ...counts, now }, again: next };
    }
  }
}

function isKnown(type: string): type is ReportType {
  return (REPORT_TYPES as readonly string[]).includes(type);
}

function typeOf({ type }: StoredReport): ReportType {
  if (isKnown(type)) return type;
  throw new AppError("INTERNAL", "A report has a type that is not known.", { details: { type } });
}
