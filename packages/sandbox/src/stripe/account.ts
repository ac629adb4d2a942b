import { createHash } from "node:crypto";
import { notThere } from "./failure.ts";
import type {
  CheckoutSession,
  Coupon,
  Customer,
  Invoice,
  Meter,
  MeterEvent,
  PortalConfiguration,
  PortalSession,
  Price,
  Product,
  PromotionCode,
  Schedule,
  StripeEvent,
  Subscription,
} from "./model.ts";

export interface KeptAnswer {
  readonly request: string;
  readonly status: number;
  readonly body: string;
  readonly at: number;
}

/** What an account holds, by ids. */
function emptyShelves() {
  return {
    customers: new Map<string, Customer>(),
    products: new Map<string, Product>(),
    prices: new Map<string, Price>(),
    meters: new Map<string, Meter>(),
    /** By customer. */
    meterEvents: new Map<string, MeterEvent[]>(),
    /** Instants at which identifiers of meter events were used. */
    identifiers: new Map<string, number>(),
    coupons: new Map<string, Coupon>(),
    /** By the words that people write. */
    promotionCodes: new Map<string, PromotionCode>(),
    subscriptions: new Map<string, Subscription>(),
    schedules: new Map<string, Schedule>(),
    invoices: new Map<string, Invoice>(),
    sessions: new Map<string, CheckoutSession>(),
    configurations: new Map<string, PortalConfiguration>(),
    portals: new Map<string, PortalSession>(),
    /** By idempotency key. */
    answers: new Map<string, KeptAnswer>(),
  };
}

/** One account at Stripe. Everything in it follows from the inputs and their instants, so a log can rebuild it. */
export interface StripeAccount extends Readonly<ReturnType<typeof emptyShelves>> {
  /** Takes the events; null: nobody listens. */
  onEvent: ((event: Omit<StripeEvent, "id">) => void) | null;
  /** Seconds by which its test clock runs ahead of the sandbox's. */
  ahead: number;
  count: number;
}

export const emptyAccount = (): StripeAccount => ({ ...emptyShelves(), onEvent: null, ahead: 0, count: 0 });

/** Looks like one of Stripe's, and is the same whenever the log is replayed. */
export function newId(account: StripeAccount, prefix: string): string {
  account.count += 1;
  const digest = createHash("sha256").update(`${prefix}:${account.count}`).digest("base64url");
  return `${prefix}_${digest.replaceAll(/[-_]/g, "").slice(0, 24)}`;
}

/** @throws StripeFailure 404 */
export function find<T>(map: ReadonlyMap<string, T>, id: string, kind: string): T {
  const found = map.get(id);
  if (found === undefined) throw notThere(kind, id);
  return found;
}

export function findCustomer(account: StripeAccount, id: string): Customer {
  const customer = account.customers.get(id);
  if (customer === undefined || customer.deleted) throw notThere("customer", id, "customer");
  return customer;
}

export function subscriptionsOf(account: StripeAccount, customer: string): Subscription[] {
  return [...account.subscriptions.values()].filter((one) => one.customer === customer);
}

export const isAlive = ({ status }: Subscription): boolean => status !== "canceled" && status !== "incomplete";
