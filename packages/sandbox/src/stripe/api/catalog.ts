import { find, newId, type StripeAccount } from "../account.ts";
import { badParam, notInState } from "../failure.ts";
import type { Meter, Price, Product, Tier } from "../model.ts";
import { flag, listOf, metadataOf, needText, nested, only, type Params, text, textsOf, whole } from "../params.ts";
import { couponShape, meterShape, priceShape, productShape, promotionCodeShape } from "../shapes/catalog.ts";
import { pageOf } from "./lists.ts";
import { type ApiCall, type ApiRoute, idOf, route } from "./route.ts";

function createProduct({ account, params, now }: ApiCall) {
  only(params, ["id", "name", "description", "metadata"]);
  const id = text(params, "id") ?? newId(account, "prod");
  if (account.products.has(id)) throw notInState(`Product already exists.`);
  const product: Product = {
    id,
    created: now,
    updated: now,
    name: needText(params, "name"),
    description: text(params, "description"),
    metadata: metadataOf(params),
  };
  account.products.set(id, product);
  return productShape(product);
}

function updateProduct(call: ApiCall) {
  only(call.params, ["name", "description", "metadata"]);
  const product = find(call.account.products, idOf(call), "product");
  product.name = text(call.params, "name") ?? product.name;
  product.description = text(call.params, "description") ?? product.description;
  product.metadata = { ...product.metadata, ...metadataOf(call.params) };
  product.updated = call.now;
  return productShape(product);
}

const PRICE_FIELDS = [
  "currency",
  "product",
  "unit_amount",
  "recurring",
  "tax_behavior",
  "billing_scheme",
  "tiers_mode",
  "tiers",
  "lookup_key",
  "transfer_lookup_key",
  "metadata",
];

function createPrice({ account, params, now }: ApiCall) {
  only(params, PRICE_FIELDS);
  const recurring = nested(params, "recurring");
  const meter = text(recurring, "meter");
  if (meter !== null) find(account.meters, meter, "billing meter");
  const interval = needText(recurring, "interval");
  if (interval !== "month" && interval !== "year") throw badParam("recurring[interval]", "Unknown interval.");
  const price: Price = {
    id: newId(account, "price"),
    created: now,
    product: find(account.products, needText(params, "product"), "product").id,
    currency: needText(params, "currency"),
    unitAmount: meter === null ? whole(params, "unit_amount") : null,
    interval,
    meter,
    tiers: listOf(params, "tiers").map(tierOf),
    metadata: metadataOf(params),
    taxBehavior: text(params, "tax_behavior") ?? "unspecified",
    lookupKey: takeLookupKey(account, params),
    active: true,
  };
  if (price.unitAmount === null && price.tiers.length === 0) throw badParam("unit_amount", "A price needs an amount.");
  account.prices.set(price.id, price);
  return priceShape(price);
}

function takeLookupKey(account: StripeAccount, params: Params): string | null {
  const key = text(params, "lookup_key");
  const holder = key === null ? undefined : [...account.prices.values()].find(({ lookupKey }) => lookupKey === key);
  if (holder !== undefined && !flag(params, "transfer_lookup_key")) {
    throw badParam("lookup_key", `A price (\`${holder.id}\`) already uses that lookup key.`);
  }
  if (holder !== undefined) holder.lookupKey = null;
  return key;
}

function tierOf(tier: Params): Tier {
  const upTo = text(tier, "up_to");
  const amount = text(tier, "unit_amount_decimal") ?? text(tier, "unit_amount") ?? "0";
  if (!/^\d+(\.\d{1,3})?$/.test(amount)) throw badParam("tiers", "The sandbox reads thousandths of a cent.");
  return { upTo: upTo === "inf" ? null : Number(upTo), unitMilli: Math.round(Number(amount) * 1_000) };
}

function listPrices({ account, params }: ApiCall) {
  only(params, ["lookup_keys", "active", "limit", "starting_after", "product"]);
  const keys = textsOf(params, "lookup_keys");
  const active = text(params, "active");
  const found = [...account.prices.values()].filter(
    (one) =>
      (keys.length === 0 || (one.lookupKey !== null && keys.includes(one.lookupKey))) &&
      (active === null || String(one.active) === active),
  );
  const withTiers = textsOf(params, "expand").includes("data.tiers");
  return pageOf(found, { params, url: "/v1/prices", shape: (one) => priceShape(one, withTiers) });
}

function createMeter({ account, params, now }: ApiCall) {
  only(params, ["display_name", "event_name", "default_aggregation", "customer_mapping", "value_settings"]);
  if (nested(params, "default_aggregation")["formula"] !== "sum") {
    throw badParam("default_aggregation[formula]", "The sandbox knows sums.");
  }
  const eventName = needText(params, "event_name");
  const taken = [...account.meters.values()].some((one) => one.eventName === eventName);
  if (taken) throw notInState(`An active meter already exists for event name ${eventName}.`);
  const meter: Meter = {
    id: newId(account, "mtr"),
    created: now,
    displayName: needText(params, "display_name"),
    eventName,
  };
  account.meters.set(meter.id, meter);
  return meterShape(meter);
}

function createCoupon({ account, params, now }: ApiCall) {
  only(params, ["percent_off", "duration", "id", "name"]);
  const percentOff = Number(needText(params, "percent_off"));
  const duration = needText(params, "duration") === "once" ? "once" : "forever";
  const coupon = { id: text(params, "id") ?? newId(account, "cpn"), created: now, percentOff, duration } as const;
  account.coupons.set(coupon.id, coupon);
  return couponShape(coupon);
}

function createPromotionCode({ account, params, now }: ApiCall) {
  only(params, ["promotion", "code"]);
  const coupon = find(account.coupons, needText(nested(params, "promotion"), "coupon"), "coupon").id;
  const made = { id: newId(account, "promo"), created: now, code: needText(params, "code"), coupon };
  account.promotionCodes.set(made.code, made);
  return promotionCodeShape(made);
}

export const CATALOG_ROUTES: readonly ApiRoute[] = [
  route("POST", "/products", createProduct),
  route("GET", "/products/:id", (call) => productShape(find(call.account.products, idOf(call), "product"))),
  route("POST", "/products/:id", updateProduct),
  route("POST", "/prices", createPrice),
  route("GET", "/prices", listPrices),
  route("POST", "/billing/meters", createMeter),
  route("GET", "/billing/meters", ({ account, params }) =>
    pageOf([...account.meters.values()], { params, url: "/v1/billing/meters", shape: meterShape }),
  ),
  route("POST", "/coupons", createCoupon),
  route("POST", "/promotion_codes", createPromotionCode),
];
