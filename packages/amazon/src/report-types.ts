import type { Instant } from "@heed/core/time";
import type { ReportSource } from "./reports/report-source.ts";

/** Reports that Heed has Amazon make, by Amazon's names (report type values, 2026-11-23). */
export const REPORT_TYPES = [
  "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE",
  "GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA",
  "GET_SELLER_FEEDBACK_DATA",
  "GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL",
] as const;
export type ReportType = (typeof REPORT_TYPES)[number];

/** Reports whose lines say what became of an order. */
export type FactReportType = Exclude<ReportType, "GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL">;

export interface ReportRequest {
  readonly type: ReportType;
  readonly marketplaceIds: readonly string[];
  readonly from: Instant;
  /** Null: until now, by Amazon's clock. */
  readonly until: Instant | null;
}

/** `empty`: Amazon cancels a report that would hold nothing. */
export type ReportProgress =
  | { readonly kind: "working" }
  | { readonly kind: "done"; readonly documentId: string }
  | { readonly kind: "empty" }
  | { readonly kind: "failed" };

/** Create, ask how it goes, download: each one call, each may throw as the reads of `Gateway` do. */
export interface ReportCalls {
  createReport(request: ReportRequest): Promise<string>;
  getReport(reportId: string): Promise<ReportProgress>;
  /** The document, unpacked while it is read; its link lives five minutes, so it is fetched at once. */
  downloadReport(documentId: string): Promise<ReportSource>;
}
