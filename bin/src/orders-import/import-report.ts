import { type ReportSummary, readReport } from "@heed/amazon/reports/read-report";
import type { ReportSource } from "@heed/amazon/reports/report-source";
import type { IncomingOrder } from "@heed/core/order/order";
import type { Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { ingestOrders } from "@heed/db/commands/ingest-orders";
import type { KeyRing } from "@heed/db/seal";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";

export interface ImportInput {
  readonly db: Db;
  readonly ring: KeyRing;
  readonly tenantId: string;
  readonly storeId: string;
  readonly source: ReportSource;
  readonly now: Instant;
  readonly onBadLine: (line: number, reason: string) => void;
}

export interface ImportResult extends Omit<ReportSummary, "kind"> {
  readonly inserted: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly planned: number;
}

/** Orders of one transaction: large enough to be fast, small enough that sending goes on beside it. */
const BATCH = 500;

/** Takes one of Amazon's two order reports in, batch by batch; the same file again changes nothing. */
export async function importReport(input: ImportInput): Promise<ImportResult> {
  const counts = { inserted: 0, changed: 0, unchanged: 0, planned: 0 };
  let batch: IncomingOrder[] = [];
  const flush = async () => {
    if (batch.length === 0) return;
    const added = await ingestBatch(input, batch);
    batch = [];
    for (const name of ["inserted", "changed", "unchanged", "planned"] as const) counts[name] += added[name];
  };
  let summary: ReportSummary | undefined;
  for await (const event of readReport(input.source)) {
    if (event.kind === "bad_line") input.onBadLine(event.line, event.reason);
    else if (event.kind === "summary") summary = event;
    else if (batch.push(event.incoming) >= BATCH) await flush();
  }
  await flush();
  if (summary === undefined) throw new Error("the report ended without a summary");
  const { kind: _, ...read } = summary;
  return { ...read, ...counts };
}

function ingestBatch({ db, ring, tenantId, storeId, now }: ImportInput, incoming: readonly IncomingOrder[]) {
  return withTenant(db, systemAccess(tenantId), (tx) => ingestOrders(tx, { storeId, incoming, ring, now }));
}
