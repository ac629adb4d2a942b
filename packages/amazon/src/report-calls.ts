import type { Instant } from "@heed/core/time";
import { z } from "zod";
import { downloadDocument } from "./download-document.ts";
import type { GatewayOptions } from "./gateway-types.ts";
import { OPERATIONS } from "./operations.ts";
import type { Reader } from "./read-answer.ts";
import type { ReportCalls, ReportProgress, ReportRequest } from "./report-types.ts";

const created = z.object({ reportId: z.string().min(1) });
const report = z.object({
  processingStatus: z.enum(["CANCELLED", "DONE", "FATAL", "IN_PROGRESS", "IN_QUEUE"]),
  reportDocumentId: z.string().optional(),
});
const document = z.object({ url: z.url(), compressionAlgorithm: z.enum(["GZIP"]).optional() });

/** Reports of 2021-06-30, which are packed but no longer encrypted (reports_2021-06-30.json, 2026-08-05). */
export function reportCalls(read: Reader, options: GatewayOptions): ReportCalls {
  return {
    async createReport(request) {
      const parameters = { body: specification(request) };
      return (await read({ operation: OPERATIONS.createReport, parameters }, created)).reportId;
    },
    async getReport(reportId) {
      const parameters = { path: { reportId } };
      return progressOf(await read({ operation: OPERATIONS.getReport, parameters }, report));
    },
    async downloadReport(reportDocumentId) {
      const parameters = { path: { reportDocumentId } };
      const { url, compressionAlgorithm } = await read(
        { operation: OPERATIONS.getReportDocument, parameters },
        document,
      );
      return downloadDocument(options, { url, packed: compressionAlgorithm !== undefined });
    },
  };
}

/** The order of marketplaces is fixed so that the same wish is the same request. */
function specification({ type, marketplaceIds, from, until }: ReportRequest) {
  const text = (instant: Instant) => instant.toString({ fractionalSecondDigits: 3 });
  return {
    reportType: type,
    marketplaceIds: [...marketplaceIds].sort(),
    dataStartTime: text(from),
    ...(until === null ? {} : { dataEndTime: text(until) }),
  };
}

function progressOf({ processingStatus, reportDocumentId }: z.infer<typeof report>): ReportProgress {
  switch (processingStatus) {
    case "IN_QUEUE":
    case "IN_PROGRESS":
      return { kind: "working" };
    case "CANCELLED":
      return { kind: "empty" };
    case "FATAL":
      return { kind: "failed" };
    case "DONE":
      return reportDocumentId === undefined ? { kind: "failed" } : { kind: "done", documentId: reportDocumentId };
  }
}
