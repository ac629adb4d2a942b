import { findCustomer, isAlive, newId, subscriptionsOf } from "../account.ts";
import { tellObject } from "../events.ts";
import { badParam, notThere } from "../failure.ts";
import type { Customer } from "../model.ts";
import { mergeMetadata, metadataOf, needText, only, text } from "../params.ts";
import { customerShape, deletedCustomerShape } from "../shapes/customer.ts";
import { endNow } from "../subscriptions.ts";
import { type ApiCall, type ApiRoute, idOf, route } from "./route.ts";

const FIELDS = ["name", "email", "metadata", "description", "address", "balance"];

function create({ account, params, now }: ApiCall) {
  only(params, FIELDS);
  const customer: Customer = {
    id: newId(account, "cus"),
    created: now,
    name: text(params, "name"),
    email: text(params, "email"),
    metadata: metadataOf(params),
    currency: null,
    balance: 0,
    card: null,
    country: null,
    taxIds: [],
    nextInvoice: 1,
    deleted: false,
  };
  account.customers.set(customer.id, customer);
  return customerShape(account, customer);
}

function retrieve(call: ApiCall) {
  const customer = call.account.customers.get(idOf(call));
  if (customer === undefined) throw notThere("customer", idOf(call));
  return customer.deleted ? deletedCustomerShape(customer) : customerShape(call.account, customer);
}

function update(call: ApiCall) {
  only(call.params, FIELDS);
  const customer = findCustomer(call.account, idOf(call));
  customer.name = text(call.params, "name") ?? customer.name;
  customer.email = text(call.params, "email") ?? customer.email;
  customer.metadata = mergeMetadata(customer.metadata, call.params);
  tellObject(call.account, { type: "customer.updated", at: call.now }, customerShape(call.account, customer));
  return customerShape(call.account, customer);
}

/** Its subscriptions end at once. */
function remove(call: ApiCall) {
  const customer = findCustomer(call.account, idOf(call));
  for (const one of subscriptionsOf(call.account, customer.id).filter(isAlive)) {
    endNow(call.account, one, { at: call.now, prorate: false, invoiceNow: false });
  }
  customer.deleted = true;
  tellObject(call.account, { type: "customer.deleted", at: call.now }, customerShape(call.account, customer));
  return deletedCustomerShape(customer);
}

/** A new customer is found after about this long: the index follows the data. */
const INDEX_SECONDS = 60;

function search({ account, params, now }: ApiCall) {
  only(params, ["query", "limit", "page"]);
  const query = needText(params, "query");
  const match = /^metadata\["([\w-]+)"\]:"([^"]*)"$/.exec(query);
  if (match === null) throw badParam("query", "We were unable to parse your search query.");
  const [, key = "", value] = match;
  const found = [...account.customers.values()].filter(
    (one) => !one.deleted && one.metadata[key] === value && one.created + INDEX_SECONDS <= now,
  );
  const data = found.map((one) => customerShape(account, one));
  return { object: "search_result", url: "/v1/customers/search", has_more: false, next_page: null, data };
}

export const CUSTOMER_ROUTES: readonly ApiRoute[] = [
  route("GET", "/customers/search", search),
  route("POST", "/customers", create),
  route("GET", "/customers/:id", retrieve),
  route("POST", "/customers/:id", update),
  route("DELETE", "/customers/:id", remove),
];
