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

/** One account at Stripe. Everything in it follows from the inputs and their instants, so a log can rebuild it. */
export interface StripeAccount {
  readonly customers: Map<string, Customer>;
  readonly products: Map<string, Product>;
  readonly prices: Map<string, Price>;
  readonly meters: Map<string, Meter>;
  readonly meterEvents: Map<string, MeterEvent[]>;
  /** Instants at which identifiers of meter events were used. */
  readonly identifiers: Map<string, number>;
  readonly coupons: Map<string, Coupon>;
  readonly promotionCodes: Map<string, PromotionCode>;
  readonly subscriptions: Map<string, Subscription>;
  readonly schedules: Map<string, Schedule>;
  readonly invoices: Map<string, Invoice>;
  readonly sessions: Map<string, CheckoutSession>;
  readonly configurations: Map<string, PortalConfiguration>;
  readonly portals: Map<string, PortalSession>;
  readonly answers: Map<string, KeptAnswer>;
  /** Takes the events; null: nobody listens. */
  onEvent: ((event: Omit<StripeEvent, "id">) => void) | null;
  /** Seconds by which its test clock runs ahead of the sandbox's. */
  ahead: number;
  count: number;
}

export function emptyAccount(): StripeAccount {
  return {
    customers: new Map(),
    products: new Map(),
    prices: new Map(),
    meters: new Map(),
    meterEvents: new Map(),
    identifiers: new Map(),
    coupons: new Map(),
    promotionCodes: new Map(),
    subscriptions: new Map(),
    schedules: new Map(),
    invoices: new Map(),
    sessions: new Map(),
    configurations: new Map(),
    portals: new Map(),
    answers: new Map(),
    onEvent: null,
    ahead: 0,
    count: 0,
  };
}

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
