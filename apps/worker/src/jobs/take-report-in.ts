import type { FactReportType } from "@heed/amazon/report-types";
import { readFactReport } from "@heed/amazon/reports/fact-report";
import { readReport } from "@heed/amazon/reports/read-report";
import type { ReportSource } from "@heed/amazon/reports/report-source";
import { AppError } from "@heed/core/errors";
import type { IncomingOrder } from "@heed/core/order/order";
import { ingestOrders } from "@heed/db/commands/ingest-orders";
import { noteOrderFacts } from "@heed/db/commands/order-facts";
import type { OrderFact } from "@heed/db/commands/waiting-facts";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";
import type { ReportWork } from "./fetch-report.ts";

const BATCH = 500;

export interface TakenIn {
  readonly lines: number;
  readonly badLines: number;
}

/** Downloads a report and writes what it says, a transaction a batch: the same report again changes nothing. */
export async function takeReportIn(worker: Worker, work: ReportWork, documentId: string): Promise<TakenIn> {
  const { tenantId, store, report } = work;
  const source = await worker.gateways.forStore(tenantId, store).downloadReport(documentId);
  const taken =
    report.type === "GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL"
      ? await takeOrders(worker, work, source)
      : await takeFacts(worker, work, source);
  if (taken.badLines > 0)
    worker.log.warn({ tenantId, report: report.id, ...taken }, "some lines of a report cannot be read");
  worker.wakeRelay();
  return taken;
}

async function takeOrders(worker: Worker, work: ReportWork, source: ReportSource): Promise<TakenIn> {
  const batch: IncomingOrder[] = [];
  const write = () => writeOrders(worker, work, batch.splice(0));
  let counts = { lines: 0, badLines: 0 };
  for await (const event of ordersOf(source)) {
    if (event.kind === "summary") counts = { lines: event.items + event.badLines, badLines: event.badLines };
    if (event.kind === "order" && batch.push(event.incoming) >= BATCH) await write();
  }
  await write();
  return counts;
}

/** A report without orders is no error of its own making. */
async function* ordersOf(source: ReportSource): ReturnType<typeof readReport> {
  try {
    yield* readReport(source);
  } catch (error) {
    if (!(error instanceof AppError) || error.details["reason"] !== "empty") throw error;
  }
}

async function takeFacts(worker: Worker, work: ReportWork, source: ReportSource): Promise<TakenIn> {
  const batch: OrderFact[] = [];
  const write = () => writeFacts(worker, work, batch.splice(0));
  let counts = { lines: 0, badLines: 0 };
  const type = work.report.type as FactReportType;
  const until = work.report.untilAt ?? worker.clock.now();
  for await (const event of readFactReport({ type, source, until })) {
    if (event.kind === "summary") counts = { lines: event.lines, badLines: event.badLines };
    if (event.kind === "fact" && batch.push(event.fact) >= BATCH) await write();
  }
  await write();
  return counts;
}

async function writeOrders(worker: Worker, { tenantId, store }: ReportWork, incoming: IncomingOrder[]): Promise<void> {
  if (incoming.length === 0) return;
  const page = { storeId: store.storeId, incoming, ring: worker.ring, now: worker.clock.now() };
  await withTenant(worker.db, systemAccess(tenantId), (tx) => ingestOrders(tx, page));
}

async function writeFacts(worker: Worker, { tenantId, store }: ReportWork, facts: OrderFact[]): Promise<void> {
  if (facts.length === 0) return;
  const noted = { storeId: store.storeId, facts, ring: worker.ring, now: worker.clock.now() };
  await withTenant(worker.db, systemAccess(tenantId), (tx) => noteOrderFacts(tx, noted));
}
