import { AppError } from "@heed/core/errors";
import type { IncomingOrder } from "@heed/core/order/order";
import type { Instant, WaitableClock } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import type { z } from "zod";
import { ordersAnswer } from "./answers.ts";
import type { OrdersPage, SearchOrders, UnreadableOrder } from "./gateway-types.ts";
import type { CallParameters } from "./library.ts";
import { mapOrder } from "./map-order.ts";
import { OPERATIONS } from "./operations.ts";
import type { Reader } from "./read-answer.ts";

/** Searches begin this much before the cursor: Amazon's index runs late, and an unchanged order writes nothing. */
const SYNC_OVERLAP_MINUTES = 10;

/** Amazon answers nothing younger than this, so that is where the next search must start at the latest. */
const AMAZON_DELAY_MINUTES = 2;

export const PAGE_SIZE = 100;

/** RECIPIENT stays out: Heed wants no address. */
export const INCLUDED = ["PROCEEDS", "CANCELLATION", "FULFILLMENT", "PACKAGES"] as const;

type OrdersAnswer = z.infer<typeof ordersAnswer>;

/**
 * All pages of one search, in Amazon's order. The caller stores each page before asking for the next; when the search
 * ends early, the same cursor starts it again. A pagination token that Amazon no longer takes starts it again here.
 */
export async function* searchOrders(
  read: Reader,
  clock: WaitableClock,
  search: SearchOrders,
): AsyncGenerator<OrdersPage, void, void> {
  const coveredUntil = clock.now().subtract({ minutes: AMAZON_DELAY_MINUTES });
  let { answer, token } = await firstPage(read, search);
  for (;;) {
    token = nextToken(answer, token);
    yield pageOf(answer, { token, search, coveredUntil });
    if (token === null) return;
    answer = await page(read, search, token);
  }
}

async function firstPage(read: Reader, search: SearchOrders): Promise<{ answer: OrdersAnswer; token: string | null }> {
  const token = search.paginationToken ?? null;
  try {
    return { answer: await page(read, search, token), token };
  } catch (error) {
    const expired = token !== null && error instanceof AppError && error.code === "INVALID";
    if (!expired) throw error;
    return { answer: await page(read, search, null), token: null };
  }
}

function page(read: Reader, search: SearchOrders, token: string | null): Promise<OrdersAnswer> {
  return read({ operation: OPERATIONS.searchOrders, parameters: parametersOf(search, token) }, ordersAnswer);
}

function parametersOf(search: SearchOrders, token: string | null): CallParameters {
  const from = search.lastUpdatedAfter.subtract({ minutes: SYNC_OVERLAP_MINUTES });
  return {
    query: {
      lastUpdatedAfter: from.toString({ fractionalSecondDigits: 0 }),
      marketplaceIds: [...search.marketplaceIds].sort(),
      maxResultsPerPage: PAGE_SIZE,
      includedData: (search.includeBuyer ?? true) ? ["BUYER", ...INCLUDED] : [...INCLUDED],
      ...(token === null ? {} : { paginationToken: token }),
    },
  };
}

/** A page that names itself as the next one would never end. */
function nextToken(answer: OrdersAnswer, token: string | null): string | null {
  const next = answer.pagination?.nextToken ?? null;
  if (next === null || next !== token) return next;
  throw new AppError("UPSTREAM", "Amazon's list of orders repeats itself", { retryable: true });
}

interface PageContext {
  readonly token: string | null;
  readonly search: SearchOrders;
  readonly coveredUntil: Instant;
}

function pageOf(answer: OrdersAnswer, { token, search, coveredUntil }: PageContext): OrdersPage {
  const nextUpdatedAfter = token === null ? later(search.lastUpdatedAfter, coveredUntil) : search.lastUpdatedAfter;
  return { ...mapOrders(answer.orders), nextToken: token, nextUpdatedAfter };
}

export interface MappedOrders {
  readonly orders: readonly IncomingOrder[];
  readonly unreadable: readonly UnreadableOrder[];
}

export function mapOrders(answered: readonly unknown[]): MappedOrders {
  const mapped = answered.map(mapOrder);
  return {
    orders: mapped.flatMap((one) => (one.kind === "order" ? [one.incoming] : [])),
    unreadable: mapped.flatMap((one) => (one.kind === "order" ? [] : [one.unreadable])),
  };
}

function later(one: Instant, other: Instant): Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other;
}
