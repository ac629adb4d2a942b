import { find, findCustomer, newId } from "../account.ts";
import { expire } from "../advance.ts";
import { badParam, notInState } from "../failure.ts";
import type { CheckoutSession } from "../model.ts";
import { flag, listOf, metadataOf, needText, nested, only, text, whole } from "../params.ts";
import { checkoutShape } from "../shapes/checkout.ts";
import { configurationShape, portalShape } from "../shapes/customer.ts";
import { checkPrices } from "../subscriptions.ts";
import { pageOf } from "./lists.ts";
import { type ApiCall, type ApiRoute, idOf, route } from "./route.ts";

const DAY = 86_400;

const FIELDS = [
  "mode",
  "customer",
  "client_reference_id",
  "line_items",
  "success_url",
  "cancel_url",
  "allow_promotion_codes",
  "automatic_tax",
  "tax_id_collection",
  "billing_address_collection",
  "customer_update",
  "subscription_data",
];

function create({ account, params, now }: ApiCall) {
  only(params, FIELDS);
  if (needText(params, "mode") !== "subscription") throw badParam("mode", "The sandbox sells subscriptions.");
  const customer = findCustomer(account, needText(params, "customer"));
  const prices = listOf(params, "line_items").map((item) => ({
    price: needText(item, "price"),
    quantity: whole(item, "quantity"),
  }));
  checkPrices(
    account,
    customer.id,
    prices.map(({ price }) => price),
  );
  for (const { price, quantity } of prices) checkQuantity(find(account.prices, price, "price").meter, quantity);
  const taxIds = flag(nested(params, "tax_id_collection"), "enabled");
  const automaticTax = flag(nested(params, "automatic_tax"), "enabled");
  checkCustomerUpdate({ update: nested(params, "customer_update"), taxIds, automaticTax });
  const session: CheckoutSession = {
    id: newId(account, "cs_test"),
    created: now,
    expiresAt: now + DAY,
    customer: customer.id,
    reference: text(params, "client_reference_id"),
    prices,
    successUrl: needText(params, "success_url"),
    cancelUrl: text(params, "cancel_url"),
    promotionCodes: flag(params, "allow_promotion_codes"),
    taxIds,
    automaticTax,
    subscriptionMetadata: metadataOf(nested(params, "subscription_data")),
    status: "open",
    subscription: null,
    invoice: null,
  };
  account.sessions.set(session.id, session);
  return checkoutShape(session);
}

function checkQuantity(meter: string | null, quantity: number | null): void {
  if (meter === null && quantity === null) throw badParam("line_items[0][quantity]", "Quantity is required.");
  if (meter !== null && quantity !== null) {
    throw badParam("line_items[0][quantity]", "Quantity should not be specified for metered prices.");
  }
}

interface Collected {
  readonly update: Parameters<typeof text>[0];
  readonly taxIds: boolean;
  readonly automaticTax: boolean;
}

function checkCustomerUpdate({ update, taxIds, automaticTax }: Collected): void {
  if (taxIds && text(update, "name") !== "auto") {
    throw badParam(
      "customer_update",
      "Tax ID collection requires updating business name on the customer. To enable tax ID collection for an existing customer, please set `customer_update[name]` to `auto`.",
    );
  }
  if (automaticTax && text(update, "address") !== "auto") {
    throw badParam(
      "customer_update",
      "Automatic tax calculation in Checkout requires a valid address on the Customer. Add a valid address to the Customer or set `customer_update[address]` to `auto`.",
    );
  }
}

function close(call: ApiCall) {
  const session = find(call.account.sessions, idOf(call), "checkout.session");
  if (session.status !== "open") {
    throw notInState(`Only Checkout Sessions with a status in ["open"] can be expired. This one is ${session.status}.`);
  }
  expire(call.account, session, call.now);
  return checkoutShape(session);
}

const PORTAL_FIELDS = ["features", "metadata", "business_profile", "default_return_url"];

function createConfiguration({ account, params, now }: ApiCall) {
  only(params, PORTAL_FIELDS);
  const configuration = {
    id: newId(account, "bpc"),
    created: now,
    metadata: metadataOf(params),
    features: nested(params, "features"),
  };
  account.configurations.set(configuration.id, configuration);
  return configurationShape(configuration);
}

function createPortal({ account, params, now }: ApiCall) {
  only(params, ["customer", "return_url", "configuration"]);
  const customer = findCustomer(account, needText(params, "customer"));
  const wanted = text(params, "configuration");
  const configuration = wanted === null ? "bpc_default" : find(account.configurations, wanted, "configuration").id;
  const made = {
    id: newId(account, "bps"),
    created: now,
    customer: customer.id,
    configuration,
    returnUrl: text(params, "return_url"),
  };
  account.portals.set(made.id, made);
  return portalShape(made);
}

export const CHECKOUT_ROUTES: readonly ApiRoute[] = [
  route("POST", "/checkout/sessions", create),
  route("GET", "/checkout/sessions/:id", (call) =>
    checkoutShape(find(call.account.sessions, idOf(call), "checkout.session")),
  ),
  route("POST", "/checkout/sessions/:id/expire", close),
  route("POST", "/billing_portal/configurations", createConfiguration),
  route("GET", "/billing_portal/configurations", ({ account, params }) =>
    pageOf([...account.configurations.values()], {
      params,
      url: "/v1/billing_portal/configurations",
      shape: configurationShape,
    }),
  ),
  route("POST", "/billing_portal/sessions", createPortal),
];
