import { FULFILLMENT_STATUSES } from "@heed/core/order/order";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import type { Dataset } from "./order-json.ts";
import { DATASETS } from "./order-json.ts";
import { listParam } from "./request.ts";

type By = "created" | "lastUpdated";

export interface Search {
  readonly by: By;
  readonly after: Instant;
  readonly before: Instant;
  readonly marketplaceIds: readonly string[];
  readonly statuses: readonly string[];
  readonly fulfilledBy: readonly string[];
}

/** `createdBefore` and `lastUpdatedBefore` must lie at least this far back, and default to it. */
const SETTLING = Temporal.Duration.from({ minutes: 2 });
const compare = Temporal.Instant.compare;

/** The search, or what is wrong with it. Without an end of its own it ends at `fallback`, or two minutes ago. */
export function readSearch(query: URLSearchParams, now: Instant, fallback: Instant | null): Search | string {
  const [created, updated] = [query.get("createdAfter"), query.get("lastUpdatedAfter")];
  if ((created === null) === (updated === null)) return "Provide exactly one of createdAfter and lastUpdatedAfter";
  const by: By = created === null ? "lastUpdated" : "created";
  const other: By = by === "created" ? "lastUpdated" : "created";
  if (query.has(`${other}Before`)) return `${other}Before does not go with ${by}After`;
  return readRange(query, by, { now, fallback });
}

function readRange(
  query: URLSearchParams,
  by: By,
  { now, fallback }: { readonly now: Instant; readonly fallback: Instant | null },
): Search | string {
  const settled = now.subtract(SETTLING);
  const end = query.get(`${by}Before`);
  const after = readInstant(query.get(`${by}After`));
  const before = end === null ? (fallback ?? settled) : readInstant(end);
  if (after === null || before === null) return "Dates must be in ISO 8601 format";
  const problem = end === null ? null : problemOfRange(by, { after, before, settled });
  return problem ?? readFilters(query, { by, after, before });
}

interface Range {
  readonly after: Instant;
  readonly before: Instant;
  readonly settled: Instant;
}

function problemOfRange(by: By, { after, before, settled }: Range): string | null {
  if (compare(before, settled) > 0) return `${by}Before must be at least two minutes before the request`;
  return compare(before, after) < 0 ? `${by}Before must not be before ${by}After` : null;
}

function readFilters(query: URLSearchParams, range: Pick<Search, "by" | "after" | "before">): Search | string {
  const marketplaceIds = listParam(query, "marketplaceIds");
  const statuses = listParam(query, "fulfillmentStatuses");
  const fulfilledBy = listParam(query, "fulfilledBy");
  const known: readonly string[] = FULFILLMENT_STATUSES;
  if (marketplaceIds.length > 50) return "marketplaceIds has more than 50 values";
  if (statuses.some((status) => !known.includes(status))) return "Unknown value of fulfillmentStatuses";
  if (fulfilledBy.some((party) => party !== "MERCHANT" && party !== "AMAZON")) return "Unknown value of fulfilledBy";
  return { ...range, marketplaceIds, statuses, fulfilledBy };
}

function readInstant(text: string | null): Instant | null {
  try {
    return text === null ? null : Temporal.Instant.from(text);
  } catch {
    return null;
  }
}

export function readPageSize(query: URLSearchParams): number | null {
  const size = Number(query.get("maxResultsPerPage") ?? "100");
  return Number.isInteger(size) && size >= 1 && size <= 100 ? size : null;
}

export function readIncluded(query: URLSearchParams): ReadonlySet<Dataset> | null {
  const known = new Map(DATASETS.map((dataset) => [dataset as string, dataset]));
  const wanted = listParam(query, "includedData").map((name) => known.get(name));
  const included = wanted.filter((dataset) => dataset !== undefined);
  return included.length === wanted.length ? new Set(included) : null;
}
