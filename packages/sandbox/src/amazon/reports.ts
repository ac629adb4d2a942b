import { createHmac, randomInt, timingSafeEqual } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import { z } from "zod";
import { encodeReport, type ReportEncoding, reportText } from "../demo/reports.ts";
import type { Reply } from "../http/exchange.ts";
import type { Effect } from "../journal/entry.ts";
import type { Sandbox } from "../sandbox.ts";
import type { StoredReport } from "../state.ts";
import { orderAt } from "../world/order-at.ts";
import type { WorldOrder } from "../world/types.ts";
import type { Answer } from "./answers.ts";
import { invalidReport } from "./answers.ts";
import { factReportText, isFactReport } from "./fact-reports.ts";
import type { SellerRequest } from "./request.ts";

/** Where documents lie; the link of one lives five minutes of real time. */
export const REPORT_PATH = "/tortuga-sandbox/";
const LINK_LIFE = 5 * 60_000;

/** How long Amazon takes is not published; a small report is ready after a few minutes. */
const QUEUED_SECONDS = 60;
const MADE_SECONDS = 240;

const KNOWN_TYPES = [
  "GET_FLAT_FILE_ALL_ORDERS_DATA_BY_LAST_UPDATE_GENERAL",
  "GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL",
  "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE",
  "GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA",
  "GET_SELLER_FEEDBACK_DATA",
] as const;

const instant = z.iso.datetime({ offset: true });
const specification = z.object({
  reportType: z.enum(KNOWN_TYPES),
  marketplaceIds: z.array(z.string()).min(1).max(25),
  dataStartTime: instant.optional(),
  dataEndTime: instant.optional(),
});

export function createReport({ body, seller, now }: SellerRequest): Answer<Effect> {
  const parsed = specification.safeParse(body);
  if (!parsed.success) return invalidReport();
  const { reportType, marketplaceIds, dataStartTime, dataEndTime } = parsed.data;
  const own = new Set(seller.store.marketplaces.map((place) => place.marketplaceId));
  if (!marketplaceIds.every((id) => own.has(id))) return invalidReport();
  const until = dataEndTime ?? now.toString();
  if (Temporal.Instant.compare(until, now) > 0) return invalidReport();
  const reportId = `5${String(randomInt(1_000_000_000)).padStart(9, "0")}`;
  const report = { reportId, reportType, marketplaceIds, from: dataStartTime ?? until, until };
  return { status: 202, body: { reportId }, effect: { kind: "report", ...report } };
}

/** IN_QUEUE, IN_PROGRESS, DONE; CANCELLED where there is nothing to tell. */
export function getReport({ state, seller, route, now }: SellerRequest): Answer {
  const report = state.reports.get(route.resource ?? "");
  if (report === undefined || report.sellerId !== seller.store.sellerId) return invalidReport();
  return { status: 200, body: reportJson(report, seller.orders.values(), now) };
}

function reportJson(report: StoredReport, orders: Iterable<WorldOrder>, now: Instant) {
  const { reportId, reportType, marketplaceIds, from, until, createdAt } = report;
  const age = (now.epochMilliseconds - Temporal.Instant.from(createdAt).epochMilliseconds) / 1000;
  const common = {
    reportId,
    reportType,
    marketplaceIds,
    dataStartTime: from,
    dataEndTime: until,
    createdTime: createdAt,
  };
  if (age < QUEUED_SECONDS) return { ...common, processingStatus: "IN_QUEUE" };
  if (age < MADE_SECONDS) return { ...common, processingStatus: "IN_PROGRESS" };
  if (documentText(report, orders).trimEnd().split("\n").length < 2)
    return { ...common, processingStatus: "CANCELLED" };
  return { ...common, processingStatus: "DONE", reportDocumentId: documentId(reportId) };
}

const documentId = (reportId: string) => `amzn1.spdoc.1.4.sandbox.${reportId}`;

export function getReportDocument({ state, seller, route, linkKey }: SellerRequest): Answer {
  const reportDocumentId = route.resource ?? "";
  const reportId = reportDocumentId.split(".").at(-1) ?? "";
  const report = state.reports.get(reportId);
  const known = report !== undefined && documentId(reportId) === reportDocumentId;
  if (!known || report.sellerId !== seller.store.sellerId) return invalidReport();
  const expires = Date.now() + LINK_LIFE;
  const query = `X-Amz-Expires=300&expires=${expires}&X-Amz-Signature=${sign(linkKey, reportId, expires)}`;
  const url = `https://s3.amazonaws.com${REPORT_PATH}${reportId}?${query}`;
  return { status: 200, body: { reportDocumentId, url, compressionAlgorithm: "GZIP" } };
}

/** The storage: the packed document behind a signed link. */
export function storedDocument(sandbox: Sandbox, url: URL): Reply {
  const reportId = url.pathname.slice(REPORT_PATH.length);
  const report = sandbox.state.reports.get(reportId);
  const expires = Number(url.searchParams.get("expires"));
  const given = Buffer.from(url.searchParams.get("X-Amz-Signature") ?? "");
  const right = Buffer.from(sign(sandbox.keys.token, reportId, expires));
  const valid = given.length === right.length && timingSafeEqual(given, right) && Date.now() < expires;
  if (report === undefined || !valid)
    return {
      status: 403,
      headers: { "content-type": "application/xml" },
      body: "<Error><Code>AccessDenied</Code></Error>",
    };
  const orders = sandbox.state.stores.get(report.sellerId)?.orders.values() ?? [];
  const content = encodeReport(documentText(report, orders), encodingOf(report));
  return { status: 200, headers: { "content-type": "application/octet-stream" }, body: gzipSync(content) };
}

function sign(key: string, reportId: string, expires: number): string {
  return createHmac("sha256", key).update(`report ${reportId} ${expires}`).digest("base64url");
}

/** Reports of the Japanese marketplace come in Shift_JIS. */
function encodingOf({ marketplaceIds }: StoredReport): ReportEncoding {
  return marketplaceIds.includes("A1VC38T7YXB528") ? "shift_jis" : "utf-8";
}

function documentText(report: StoredReport, all: Iterable<WorldOrder>): string {
  const { reportType: type, marketplaceIds } = report;
  const orders = [...all].filter((order) => marketplaceIds.includes(order.marketplaceId));
  if (isFactReport(type)) return factReportText(type, orders, report);
  const until = Temporal.Instant.from(report.until);
  return reportText(
    type,
    orders.filter((order) => changedWithin(order, report)),
    until,
  );
}

/** The shipments report goes by the shipment, the other one by the last change. */
function changedWithin(order: WorldOrder, { reportType, from, until }: StoredReport): boolean {
  const moment = orderAt(order, Temporal.Instant.from(until));
  const at = reportType === "GET_AMAZON_FULFILLED_SHIPMENTS_DATA_GENERAL" ? moment?.shippedAt : moment?.updatedAt;
  return at != null && Temporal.Instant.compare(at, from) >= 0;
}
