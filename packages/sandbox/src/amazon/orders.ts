import { createHash } from "node:crypto";
import { FULFILLMENT_STATUSES } from "@heed/core/order/order";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import type { OrderMoment } from "../world/order-at.ts";
import { orderAt } from "../world/order-at.ts";
import type { WorldOrder } from "../world/types.ts";
import type { Answer } from "./answers.ts";
import { invalidInput, notFound } from "./answers.ts";
import type { Dataset } from "./order-json.ts";
import { DATASETS, orderJson } from "./order-json.ts";
import type { SellerRequest } from "./request.ts";
import { listParam } from "./request.ts";

type By = "created" | "lastUpdated";

interface Search {
  readonly by: By;
  readonly after: Instant;
  readonly before: Instant;
  readonly marketplaceIds: readonly string[];
  readonly statuses: readonly string[];
  readonly fulfilledBy: readonly string[];
}

interface Found {
  readonly order: WorldOrder;
  readonly moment: OrderMoment;
  readonly at: Instant;
}

/** What a pagination token carries; opaque to callers. `key` ties it to the query that made it. */
interface Page {
  readonly key: string;
  readonly issued: number;
  readonly before: string;
  readonly last: readonly [at: string, orderId: string];
}

const TOKEN_LIFE = Temporal.Duration.from({ hours: 24 });
/** `createdBefore` and `lastUpdatedBefore` must lie at least this far back, and default to it. */
const SETTLING = Temporal.Duration.from({ minutes: 2 });
const OLDEST = Temporal.Duration.from({ hours: 2 * 365 * 24 });
const compare = Temporal.Instant.compare;

/** searchOrders: oldest first by the instant that the query names, so that a cursor can follow. */
export function searchOrders(request: SellerRequest): Answer {
  const { query, now } = request;
  const page = readPage(request);
  if (page === "invalid") return invalidInput("Invalid pagination token");
  const search = readSearch(query, page === null ? now.subtract(SETTLING) : Temporal.Instant.from(page.before), now);
  if (typeof search === "string") return invalidInput(search);
  const size = readPageSize(query);
  const included = readIncluded(query);
  if (size === null) return invalidInput("maxResultsPerPage must be between 1 and 100");
  if (included === null) return invalidInput("Unknown value of includedData");
  const found = find(request, search).filter((entry) => page === null || isAfter(entry, page.last));
  const shown = found.slice(0, size);
  const last = found.length > size ? shown.at(-1) : undefined;
  const { restrictedRole } = request.seller.store;
  return {
    status: 200,
    body: {
      orders: shown.map(({ order, moment }) => orderJson({ order, moment, included, restrictedRole })),
      ...(last !== undefined && { pagination: { nextToken: writePage(query, search, { now, last }) } }),
      [`${search.by}Before`]: search.before.toString(),
    },
  };
}

export function getOrder(request: SellerRequest): Answer {
  const { seller, route, now, query } = request;
  if (route.orderId === null || !isOrderId(route.orderId)) return invalidInput("");
  const included = readIncluded(query);
  if (included === null) return invalidInput("Unknown value of includedData");
  const order = seller.orders.get(route.orderId);
  const moment = order === undefined ? null : orderAt(order, now);
  if (order === undefined || moment === null) return notFound();
  return {
    status: 200,
    body: { order: orderJson({ order, moment, included, restrictedRole: seller.store.restrictedRole }) },
  };
}

/** `S…` are orders of multi-channel fulfilment; the serial 0000000 is Amazon's own example of an invalid id. */
export function isOrderId(text: string): boolean {
  return /^(\d{3}|S\d{2})-\d{7}-(?!0000000$)\d{7}$/.test(text);
}

function find({ seller, now }: SellerRequest, search: Search): readonly Found[] {
  const found: Found[] = [];
  for (const order of seller.orders.values()) {
    const moment = orderAt(order, now);
    if (moment === null || compare(moment.createdAt, now.subtract(OLDEST)) < 0) continue;
    const at = search.by === "created" ? moment.createdAt : moment.updatedAt;
    if (compare(at, search.after) >= 0 && compare(at, search.before) <= 0 && passes(search, order, moment))
      found.push({ order, moment, at });
  }
  return found.toSorted((a, b) => compare(a.at, b.at) || (a.order.orderId < b.order.orderId ? -1 : 1));
}

function passes(search: Search, order: WorldOrder, moment: OrderMoment): boolean {
  const among = (wanted: readonly string[], value: string) => wanted.length === 0 || wanted.includes(value);
  return (
    among(search.marketplaceIds, order.marketplaceId) &&
    among(search.statuses, moment.status) &&
    among(search.fulfilledBy, order.fulfilledBy.toUpperCase())
  );
}

/** The search, or what is wrong with it. */
function readSearch(query: URLSearchParams, limit: Instant, now: Instant): Search | string {
  const [created, updated] = [query.get("createdAfter"), query.get("lastUpdatedAfter")];
  if ((created === null) === (updated === null)) return "Provide exactly one of createdAfter and lastUpdatedAfter";
  const by: By = created === null ? "lastUpdated" : "created";
  const other: By = by === "created" ? "lastUpdated" : "created";
  if (query.has(`${other}Before`)) return `${other}Before does not go with ${by}After`;
  const after = readInstant(created ?? updated);
  const before = query.has(`${by}Before`) ? readInstant(query.get(`${by}Before`)) : limit;
  if (after === null || before === null) return "Dates must be in ISO 8601 format";
  const asked = query.has(`${by}Before`);
  if (asked && compare(before, now.subtract(SETTLING)) > 0)
    return `${by}Before must be at least two minutes before the request`;
  if (asked && compare(before, after) < 0) return `${by}Before must not be before ${by}After`;
  return readFilters(query, { by, after, before });
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

function readPageSize(query: URLSearchParams): number | null {
  const size = Number(query.get("maxResultsPerPage") ?? "100");
  return Number.isInteger(size) && size >= 1 && size <= 100 ? size : null;
}

function readIncluded(query: URLSearchParams): ReadonlySet<Dataset> | null {
  const known = new Map(DATASETS.map((dataset) => [dataset as string, dataset]));
  const wanted = listParam(query, "includedData").map((name) => known.get(name));
  const included = wanted.filter((dataset) => dataset !== undefined);
  return included.length === wanted.length ? new Set(included) : null;
}

/** All parameters that must stay the same from page to page. */
function queryKey(query: URLSearchParams): string {
  const names = [
    "createdAfter",
    "createdBefore",
    "lastUpdatedAfter",
    "lastUpdatedBefore",
    "fulfillmentStatuses",
    "marketplaceIds",
    "fulfilledBy",
  ];
  const values = names.map((name) => `${name}=${listParam(query, name).toSorted().join(",")}`);
  return createHash("sha256").update(values.join("&")).digest("base64url").slice(0, 16);
}

function readPage({ query, now }: SellerRequest): Page | null | "invalid" {
  const token = query.get("paginationToken");
  if (token === null) return null;
  try {
    const page = JSON.parse(Buffer.from(token, "base64url").toString("utf8")) as Page;
    const expires = Temporal.Instant.fromEpochMilliseconds(page.issued).add(TOKEN_LIFE);
    return page.key === queryKey(query) && compare(now, expires) < 0 ? page : "invalid";
  } catch {
    return "invalid";
  }
}

function writePage(
  query: URLSearchParams,
  search: Search,
  { now, last }: { readonly now: Instant; readonly last: Found },
): string {
  const page: Page = {
    key: queryKey(query),
    issued: now.epochMilliseconds,
    before: search.before.toString(),
    last: [last.at.toString(), last.order.orderId],
  };
  return Buffer.from(JSON.stringify(page)).toString("base64url");
}

function isAfter(entry: Found, [at, orderId]: Page["last"]): boolean {
  const order = compare(entry.at, Temporal.Instant.from(at));
  return order > 0 || (order === 0 && entry.order.orderId > orderId);
}
