import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { report } from "../schema/amazon.ts";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

export type StoredReport = typeof report.$inferSelect;

/** Every store has one row and one job per type of report; what exists already stays as it is. */
export async function ensureReports(
  tx: TenantDb,
  { storeId, types, now }: { readonly storeId: string; readonly types: readonly string[]; readonly now: Instant },
): Promise<void> {
  const made = await tx.sql
    .insert(report)
    .values(types.map((type) => ({ tenantId: tx.tenantId, storeId, type })))
    .onConflictDoNothing()
    .returning({ id: report.id });
  if (made.length === 0) return;
  await tx.sql
    .insert(job)
    .values(made.map(({ id }) => ({ tenantId: tx.tenantId, kind: "fetch_report" as const, subject: id, runAt: now })))
    .onConflictDoNothing();
}

export async function loadReport(tx: TenantDb, id: string): Promise<StoredReport | null> {
  const [row] = await tx.sql
    .select()
    .from(report)
    .where(and(eq(report.tenantId, tx.tenantId), eq(report.id, id)));
  return row ?? null;
}

/**
 * | becomes   | when                                         | then                                  |
 * |-----------|----------------------------------------------|---------------------------------------|
 * | requested | Amazon has been asked for the span            | it is asked how it goes               |
 * | read      | its lines have been taken in, or it was empty | the next span begins where it ended   |
 * | failed    | Amazon gave it up, or does not allow it       | the same span is asked for again      |
 */
export type ReportStep =
  | { readonly kind: "requested"; readonly reportId: string; readonly from: Instant; readonly until: Instant }
  | { readonly kind: "read"; readonly lines: number; readonly badLines: number; readonly now: Instant }
  | { readonly kind: "failed"; readonly reason: string };

export async function stepReport(tx: TenantDb, { id, untilAt }: StoredReport, step: ReportStep): Promise<void> {
  await tx.sql
    .update(report)
    .set(columnsOf(step, untilAt))
    .where(and(eq(report.tenantId, tx.tenantId), eq(report.id, id)));
}

function columnsOf(step: ReportStep, untilAt: Instant | null): Partial<typeof report.$inferInsert> {
  const idle = { state: "idle" as const, reportId: null };
  switch (step.kind) {
    case "requested":
      return { state: "requested", reportId: step.reportId, fromAt: step.from, untilAt: step.until };
    case "read": {
      const { lines, badLines, now } = step;
      return { ...idle, coveredUntil: untilAt, readAt: now, lines, badLines, lastError: null };
    }
    case "failed":
      return { ...idle, lastError: step.reason };
  }
}
