import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import type { OrderMoment } from "../world/order-at.ts";
import { orderAt } from "../world/order-at.ts";
import type { WorldOrder } from "../world/types.ts";
import type { Answer } from "./answers.ts";
import { invalidInput, notFound } from "./answers.ts";
import { isOrderId } from "./order-id.ts";
import { orderJson } from "./order-json.ts";
import { isAfter, readPage, writePage } from "./page-token.ts";
import type { SellerRequest } from "./request.ts";
import type { Search } from "./search-query.ts";
import { readIncluded, readPageSize, readSearch } from "./search-query.ts";

interface Found {
  readonly order: WorldOrder;
  readonly moment: OrderMoment;
  readonly at: Instant;
}

/** Older orders are not returned. */
const OLDEST = Temporal.Duration.from({ hours: 2 * 365 * 24 });
const compare = Temporal.Instant.compare;

/** searchOrders: oldest first by the instant that the query names, so that a cursor can follow. */
export function searchOrders(request: SellerRequest): Answer {
  const { query, now } = request;
  const page = readPage(query, now);
  if (page === "invalid") return invalidInput("Invalid pagination token");
  const search = readSearch(query, now, page === null ? null : Temporal.Instant.from(page.before));
  if (typeof search === "string") return invalidInput(search);
  const size = readPageSize(query);
  const included = readIncluded(query);
  if (size === null) return invalidInput("maxResultsPerPage must be between 1 and 100");
  if (included === null) return invalidInput("Unknown value of includedData");
  const found = find(request, search).filter((entry) => page === null || isAfter(page, entry.at, entry.order.orderId));
  const shown = found.slice(0, size);
  const last = found.length > size ? shown.at(-1) : undefined;
  const { restrictedRole } = request.seller.store;
  return {
    status: 200,
    body: {
      orders: shown.map(({ order, moment }) => orderJson({ order, moment, included, restrictedRole })),
      ...(last !== undefined && {
        pagination: {
          nextToken: writePage(query, {
            now,
            before: search.before,
            last: { at: last.at, orderId: last.order.orderId },
          }),
        },
      }),
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
