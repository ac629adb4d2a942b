import type { Instant } from "@heed/core/time";
import { ordersAnswer } from "./answers.ts";
import { OPERATIONS } from "./operations.ts";
import type { Reader } from "./read-answer.ts";
import { INCLUDED, type MappedOrders, mapOrders, PAGE_SIZE } from "./search-orders.ts";

export interface SearchCreated {
  readonly from: Instant;
  /** Two minutes before now at the latest; the same for all pages of a search. */
  readonly before: Instant;
  readonly marketplaceIds: readonly string[];
  /** Of an earlier page; lives 24 hours. */
  readonly token: string | null;
}

export interface CreatedPage extends MappedOrders {
  readonly nextToken: string | null;
}

/** One page of the orders that were placed in a span: a back-fill goes at its own pace, page by page. */
export async function searchCreated(read: Reader, search: SearchCreated): Promise<CreatedPage> {
  const text = (instant: Instant) => instant.toString({ fractionalSecondDigits: 0 });
  const query = {
    createdAfter: text(search.from),
    createdBefore: text(search.before),
    marketplaceIds: [...search.marketplaceIds].sort(),
    maxResultsPerPage: PAGE_SIZE,
    includedData: ["BUYER", ...INCLUDED],
    ...(search.token === null ? {} : { paginationToken: search.token }),
  };
  const answer = await read({ operation: OPERATIONS.searchOrders, parameters: { query } }, ordersAnswer);
  return { ...mapOrders(answer.orders), nextToken: answer.pagination?.nextToken ?? null };
}
