import { createHash } from "node:crypto";
import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import { listParam } from "./request.ts";

const TOKEN_LIFE = Temporal.Duration.from({ hours: 24 });
const compare = Temporal.Instant.compare;

/** What a pagination token carries; opaque to callers. `key` ties it to the query that made it. */
export interface Page {
  readonly key: string;
  readonly issued: number;
  readonly before: string;
  readonly last: readonly [at: string, orderId: string];
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

export function readPage(query: URLSearchParams, now: Instant): Page | null | "invalid" {
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

export interface PageEnd {
  readonly now: Instant;
  readonly before: Instant;
  readonly last: { readonly at: Instant; readonly orderId: string };
}

export function writePage(query: URLSearchParams, { now, before, last }: PageEnd): string {
  const page: Page = {
    key: queryKey(query),
    issued: now.epochMilliseconds,
    before: before.toString(),
    last: [last.at.toString(), last.orderId],
  };
  return Buffer.from(JSON.stringify(page)).toString("base64url");
}

/** Whether an order comes after the last one of the page before. */
export function isAfter({ last: [lastAt, lastId] }: Page, at: Instant, orderId: string): boolean {
  const order = compare(at, Temporal.Instant.from(lastAt));
  return order > 0 || (order === 0 && orderId > lastId);
}
