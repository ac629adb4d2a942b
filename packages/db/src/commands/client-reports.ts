import { AppError } from "@heed/core/errors";
import { nextReport } from "@heed/core/report/report-times";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { client, tenant } from "../schema/tenant.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { scheduleJob } from "./schedule-job.ts";

export interface ReportSettings {
  readonly on: boolean;
  readonly to: readonly string[];
  readonly zone: string;
}

/** Whether a client gets the weekly report, who reads it, and where its Monday is. */
export async function setClientReport(
  tx: TenantDb,
  { clientId, now, ...after }: ReportSettings & { readonly clientId: string; readonly now: Instant },
): Promise<void> {
  const here = and(eq(client.tenantId, tx.tenantId), eq(client.id, clientId));
  const [row] = await tx.sql.select().from(client).where(here).for("update");
  if (row === undefined) throw new AppError("NOT_FOUND", "This client does not exist any more.");
  await tx.sql
    .update(client)
    .set({ reportOn: after.on, reportTo: [...after.to], reportZone: after.zone })
    .where(here);
  const runAt = after.on ? nextReport(after.zone, now) : null;
  await scheduleJob(tx, { kind: "client_report", subject: clientId, runAt });
  await appendAudit(tx, {
    now,
    act: "client.report_set",
    subject: `client:${clientId}`,
    // Addresses stay out of the log: how many tells what changed.
    before: { on: row.reportOn, recipients: row.reportTo.length, zone: row.reportZone },
    after: { on: after.on, recipients: after.to.length, zone: after.zone },
  });
}

export interface ReportLook {
  /** Null: the workspace's own name. */
  readonly name: string | null;
  /** As #rrggbb. */
  readonly colour: string | null;
}

/** Under which name and colour all reports of the agency go out. */
export async function setReportLook(
  tx: TenantDb,
  { name, colour, now }: ReportLook & { readonly now: Instant },
): Promise<void> {
  const here = eq(tenant.id, tx.tenantId);
  const [before] = await tx.sql
    .select({ name: tenant.reportName, colour: tenant.reportColour })
    .from(tenant)
    .where(here);
  await tx.sql.update(tenant).set({ reportName: name, reportColour: colour }).where(here);
  await appendAudit(tx, {
    now,
    act: "client.report_look",
    subject: `workspace:${tx.tenantId}`,
    before: { ...before },
    after: { name, colour },
  });
}
