import type { BillLabels } from "@heed/core/billing/bill-labels";
import type { Interval, PaidPlanId } from "@heed/core/billing/plans";
import type { StripeState } from "@heed/core/billing/stripe-state";
import { type Cancellation, cancelAtPeriodEnd, endSurplus, reactivate } from "./cancel.ts";
import { keepPlan, type PlanChange, type Preview, previewChange, scheduleDowngrade, upgrade } from "./change-plan.ts";
import { type CheckoutInput, expireCheckout, type OpenCheckout, openCheckout, readCheckout } from "./checkout.ts";
import { createClient, isLiveKey, type StripeSettings } from "./client.ts";
import { type CustomerInput, ensureCustomer } from "./customers.ts";
import { type InvoicePage, listInvoices, portalUrl } from "./invoices.ts";
import { type DraftBill, draftBills, labelBill } from "./label-bill.ts";
import { createPriceBook } from "./price-book.ts";
import { type Provisioned, provision } from "./provision.ts";
import { readState } from "./read-state.ts";
import { sendUsage, type UsageEvent, type UsageSpan, usageSum } from "./usage.ts";

/** Stripe in the words of the domain; errors come out as AppError. */
export interface StripeGateway {
  /** Whether this key works on money. */
  readonly live: boolean;
  ensureCustomer(input: CustomerInput): Promise<{ readonly id: string; readonly livemode: boolean }>;
  openCheckout(input: CheckoutInput): Promise<OpenCheckout>;
  readCheckout(id: string): Promise<OpenCheckout>;
  expireCheckout(id: string): Promise<OpenCheckout>;
  readState(customerId: string): Promise<StripeState>;
  preview(change: PlanChange): Promise<Preview>;
  upgrade(change: PlanChange): Promise<void>;
  scheduleDowngrade(change: {
    readonly subscriptionId: string;
    readonly plan: PaidPlanId;
    readonly interval: Interval;
  }): Promise<void>;
  keepPlan(subscriptionId: string): Promise<void>;
  cancel(cancellation: Cancellation): Promise<void>;
  reactivate(subscriptionId: string): Promise<void>;
  endSurplus(ids: readonly string[]): Promise<void>;
  invoices(input: {
    readonly customerId: string;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<InvoicePage>;
  portalUrl(input: { readonly customerId: string; readonly returnUrl: string }): Promise<string>;
  draftBills(subscriptionId: string): Promise<readonly DraftBill[]>;
  labelBill(id: string, labels: BillLabels): Promise<void>;
  sendUsage(event: UsageEvent): Promise<void>;
  usageSum(span: UsageSpan): Promise<number>;
  provision(): Promise<readonly Provisioned[]>;
}

export function createStripeGateway(settings: StripeSettings): StripeGateway {
  const stripe = createClient(settings);
  const parts = { stripe, prices: createPriceBook(stripe) };
  return {
    live: isLiveKey(settings.secretKey),
    ensureCustomer: (input) => ensureCustomer(stripe, input),
    openCheckout: (input) => openCheckout(parts, input),
    readCheckout: (id) => readCheckout(stripe, id),
    expireCheckout: (id) => expireCheckout(stripe, id),
    readState: (customerId) => readState(stripe, customerId),
    preview: (change) => previewChange(parts, change),
    upgrade: (change) => upgrade(parts, change),
    scheduleDowngrade: (change) => scheduleDowngrade(parts, change),
    keepPlan: (id) => keepPlan(stripe, id),
    cancel: (cancellation) => cancelAtPeriodEnd(stripe, cancellation),
    reactivate: (id) => reactivate(stripe, id),
    endSurplus: (ids) => endSurplus(stripe, ids),
    invoices: (input) => listInvoices(stripe, input),
    portalUrl: (input) => portalUrl(stripe, input),
    draftBills: (subscriptionId) => draftBills(stripe, subscriptionId),
    labelBill: (id, labels) => labelBill(stripe, id, labels),
    sendUsage: (event) => sendUsage(stripe, event),
    usageSum: (span) => usageSum(stripe, span),
    provision: () => provision(stripe),
  };
}
