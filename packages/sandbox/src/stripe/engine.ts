import type { StripeAccount } from "./account.ts";
import { advance } from "./advance.ts";
import { CATALOG_ROUTES } from "./api/catalog.ts";
import { CHECKOUT_ROUTES } from "./api/checkout.ts";
import { CUSTOMER_ROUTES } from "./api/customers.ts";
import { expand } from "./api/expand.ts";
import { INVOICE_ROUTES } from "./api/invoices.ts";
import { METER_ROUTES } from "./api/meter-events.ts";
import type { ApiRoute } from "./api/route.ts";
import { SUBSCRIPTION_ROUTES } from "./api/subscriptions.ts";
import { otherParams, StripeFailure, unknownUrl } from "./failure.ts";
import { parseForm } from "./params.ts";

const ROUTES: readonly ApiRoute[] = [
  ...CUSTOMER_ROUTES,
  ...CATALOG_ROUTES,
  ...METER_ROUTES,
  ...CHECKOUT_ROUTES,
  ...SUBSCRIPTION_ROUTES,
  ...INVOICE_ROUTES,
];

export interface StripeRequest {
  readonly method: string;
  readonly path: string;
  /** The form in the body, or the query of a GET. */
  readonly form: string;
  readonly idempotencyKey: string | null;
}

export interface StripeAnswer {
  readonly status: number;
  readonly body: string;
  /** A repeat that got the first answer again. */
  readonly replayed: boolean;
}

/** Stripe keeps answers by their idempotency key for a day. */
const KEPT = 86_400;

/** One call to the API at an instant of the account's clock (seconds). Follows from the account and the call alone. */
export function callApi(account: StripeAccount, request: StripeRequest, now: number): StripeAnswer {
  advance(account, now);
  const { idempotencyKey: key, method, path, form } = request;
  if (key === null || method === "GET") return { ...answer(account, request, now), replayed: false };
  const told = `${method} ${path} ${form}`;
  const kept = account.answers.get(key);
  if (kept !== undefined && now - kept.at < KEPT) {
    if (kept.request !== told) return { ...failed(otherParams(key)), replayed: false };
    return { status: kept.status, body: kept.body, replayed: true };
  }
  const { keep, ...given } = answer(account, request, now);
  if (keep) account.answers.set(key, { request: told, ...given, at: now });
  return { ...given, replayed: false };
}

interface Given {
  readonly status: number;
  readonly body: string;
  /** What was wrong with the request is not kept: the same key may come again with a right one. */
  readonly keep: boolean;
}

function answer(account: StripeAccount, { method, path, form }: StripeRequest, now: number): Given {
  try {
    for (const { method: wanted, path: pattern, run } of ROUTES) {
      const match = wanted === method ? pattern.exec(path) : null;
      if (match === null) continue;
      const params = parseForm(form);
      const made = run({ account, params, ids: match.slice(1), now });
      return { status: 200, body: JSON.stringify(expand({ account, now }, made, params)), keep: true };
    }
    throw unknownUrl(method, path);
  } catch (error) {
    if (error instanceof StripeFailure) return { ...failed(error), keep: error.status !== 400 };
    throw error;
  }
}

export function failed({ status, fields }: StripeFailure): { readonly status: number; readonly body: string } {
  return { status, body: JSON.stringify({ error: fields }) };
}
