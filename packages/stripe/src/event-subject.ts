import type { EventData } from "./event-data.ts";

/** Whom an event is about. What it says beyond that is not believed: the state is read from Stripe again. */
export interface EventSubject {
  readonly customerId: string | null;
  /** Our own mark, for the case that the customer's id has not been stored yet. */
  readonly tenantId: string | null;
}

export interface StripeEventRule {
  readonly type: string;
  readonly subjectOf: (data: EventData) => EventSubject;
}

/** The field that names the customer, as an id or, in older versions and where it was expanded, as an object. */
export function customerOf({ customer }: EventData): string | null {
  if (typeof customer === "string") return customer;
  return customer?.id ?? null;
}

/** Our mark in the metadata of a subscription or a customer. */
export const tenantOf = ({ metadata }: EventData): string | null => metadata?.["heed_tenant"] ?? null;

export const byCustomer = (data: EventData): EventSubject => ({
  customerId: customerOf(data),
  tenantId: tenantOf(data),
});

/** Events about a customer carry it as their object. */
export const customerItself = (data: EventData): EventSubject => ({
  customerId: data.id ?? null,
  tenantId: tenantOf(data),
});

/** A checkout names its workspace even where our row never got the customer's id. */
export const byCheckout = (data: EventData): EventSubject => ({
  customerId: customerOf(data),
  tenantId: data.client_reference_id ?? null,
});
