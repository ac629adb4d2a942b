import type { StripeAccount } from "../account.ts";
import type { Customer, PortalConfiguration, PortalSession } from "../model.ts";

export function customerShape(account: StripeAccount, customer: Customer) {
  const owes = [...account.invoices.values()].some(
    (one) => one.customer === customer.id && one.status === "open" && one.attempts > 0,
  );
  return {
    id: customer.id,
    object: "customer",
    address:
      customer.country === null
        ? null
        : { city: null, country: customer.country, line1: null, line2: null, postal_code: null, state: null },
    balance: customer.balance,
    created: customer.created,
    currency: customer.currency,
    default_source: null,
    delinquent: owes,
    description: null,
    discount: null,
    email: customer.email,
    invoice_prefix: customer.id.slice(4, 11).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: customer.card?.id ?? null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: customer.metadata,
    name: customer.name,
    next_invoice_sequence: customer.nextInvoice,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: null,
  };
}

export const deletedCustomerShape = ({ id }: Customer) => ({ id, object: "customer", deleted: true });

export function configurationShape({ id, created, metadata, features }: PortalConfiguration) {
  return {
    id,
    object: "billing_portal.configuration",
    active: true,
    application: null,
    business_profile: { headline: null, privacy_policy_url: null, terms_of_service_url: null },
    created,
    default_return_url: null,
    features,
    is_default: false,
    livemode: false,
    login_page: { enabled: false, url: null },
    metadata,
    name: null,
    updated: created,
  };
}

export function portalShape({ id, created, customer, configuration, returnUrl }: PortalSession) {
  return {
    id,
    object: "billing_portal.session",
    configuration,
    created,
    customer,
    customer_account: null,
    flow: null,
    livemode: false,
    locale: null,
    on_behalf_of: null,
    return_url: returnUrl,
    url: `HOSTED/portal/${id}`,
  };
}
