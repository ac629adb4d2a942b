import { CURRENCY, PAID_PLANS, type PaidPlanId, PLANS, type Tier } from "@heed/core/billing/plans";
import { periodTiers } from "@heed/core/billing/price";
import { Stripe } from "stripe";
import { calling, isMissing } from "./errors.ts";
import { ALL_PRICES, lookupKeyOf, METER_EVENT, metadataOf, type PriceKey } from "./price-keys.ts";

export interface Provisioned {
  readonly what: string;
  readonly done: "made" | "there" | "replaced";
}

/**
 * Brings the account at Stripe to what core's plans say; run again, it changes nothing. A price at Stripe never changes:
 * another amount becomes a new price that takes over the look-up key, and who pays the old one goes on paying it.
 */
export async function provision(stripe: Stripe): Promise<readonly Provisioned[]> {
  const meter = await ensureMeter(stripe);
  const done: Provisioned[] = [meter];
  for (const plan of PAID_PLANS) done.push(await ensureProduct(stripe, plan));
  for (const key of ALL_PRICES) done.push(await ensurePrice(stripe, key, meter.meterId));
  done.push(await ensurePortal(stripe));
  return done;
}

async function ensureMeter(stripe: Stripe): Promise<Provisioned & { readonly meterId: string }> {
  const known = await findMeter(stripe);
  if (known !== null) return { what: `meter ${METER_EVENT}`, done: "there", meterId: known };
  const made = await calling(() =>
    stripe.billing.meters.create(
      {
        display_name: "Messages that reached a buyer",
        event_name: METER_EVENT,
        default_aggregation: { formula: "sum" },
        customer_mapping: { type: "by_id", event_payload_key: "stripe_customer_id" },
        value_settings: { event_payload_key: "value" },
      },
      { idempotencyKey: `heed:meter:${METER_EVENT}` },
    ),
  );
  return { what: `meter ${METER_EVENT}`, done: "made", meterId: made.id };
}

/** @returns the id of our meter */
export async function findMeter(stripe: Stripe): Promise<string | null> {
  const meters = await calling(() => stripe.billing.meters.list({ status: "active", limit: 100 }));
  return meters.data.find(({ event_name: name }) => name === METER_EVENT)?.id ?? null;
}

const productId = (plan: PaidPlanId): string => `heed_${plan}`;

async function ensureProduct(stripe: Stripe, plan: PaidPlanId): Promise<Provisioned> {
  const what = `product ${productId(plan)}`;
  const wanted = { name: `Heed ${PLANS[plan].name}`, description: PLANS[plan].forWhom };
  const known = await calling(() => stripe.products.retrieve(productId(plan)).catch(nothingIfMissing));
  if (known === null) {
    await calling(() => stripe.products.create({ id: productId(plan), ...wanted, metadata: { heed_plan: plan } }));
    return { what, done: "made" };
  }
  if (known.name === wanted.name && known.description === wanted.description) return { what, done: "there" };
  await calling(() => stripe.products.update(known.id, wanted));
  return { what, done: "replaced" };
}

function nothingIfMissing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}

async function ensurePrice(stripe: Stripe, key: PriceKey, meter: string): Promise<Provisioned> {
  const lookupKey = lookupKeyOf(key);
  const what = `price ${lookupKey}`;
  const found = await calling(() =>
    stripe.prices.list({ lookup_keys: [lookupKey], active: true, expand: ["data.tiers"] }),
  );
  const known = found.data[0];
  const wanted = wantedPrice(key, meter);
  if (known !== undefined && isSame(known, wanted)) return { what, done: "there" };
  await calling(() =>
    stripe.prices.create({ ...wanted, lookup_key: lookupKey, transfer_lookup_key: true, metadata: metadataOf(key) }),
  );
  return { what, done: known === undefined ? "made" : "replaced" };
}

function wantedPrice(key: PriceKey, meter: string): Stripe.PriceCreateParams {
  const plan = PLANS[key.plan];
  const common = { currency: CURRENCY, product: productId(key.plan), tax_behavior: "exclusive" as const };
  if (key.part === "base") {
    return { ...common, unit_amount: plan.price?.[key.interval] ?? 0, recurring: { interval: key.interval } };
  }
  return {
    ...common,
    billing_scheme: "tiered",
    tiers_mode: "graduated",
    tiers: periodTiers(plan, key.interval).map(wantedTier),
    recurring: { interval: key.interval, usage_type: "metered", meter },
  };
}

function wantedTier({ upTo, unitMilli }: Tier): Stripe.PriceCreateParams.Tier {
  return { up_to: upTo ?? "inf", unit_amount_decimal: Stripe.Decimal.from(decimalCents(unitMilli)) };
}

/** Thousandths of a cent as Stripe's decimal cents: 2500 is "2.5". */
export function decimalCents(milli: number): string {
  return String(milli / 1_000);
}

function isSame(known: Stripe.Price, wanted: Stripe.PriceCreateParams): boolean {
  const sameTerms =
    known.currency === wanted.currency &&
    known.recurring?.interval === wanted.recurring?.interval &&
    (known.recurring?.meter ?? undefined) === wanted.recurring?.meter;
  if (!sameTerms || wanted.tiers === undefined) return sameTerms && known.unit_amount === wanted.unit_amount;
  const told = (known.tiers ?? []).map((tier) => `${tier.up_to ?? "inf"}:${tier.unit_amount_decimal ?? "0"}`);
  const asked = wanted.tiers.map((tier) => `${tier.up_to}:${tier.unit_amount_decimal ?? "0"}`);
  return told.join() === asked.join();
}

/** In the portal people change cards, tax ids and addresses, and read invoices; plans change in Heed, where usage is seen. */
const PORTAL: Stripe.BillingPortal.ConfigurationCreateParams = {
  features: {
    customer_update: { enabled: true, allowed_updates: ["name", "address", "tax_id", "email"] },
    invoice_history: { enabled: true },
    payment_method_update: { enabled: true },
    subscription_cancel: { enabled: false },
    subscription_update: { enabled: false },
  },
  metadata: { heed: "portal" },
};

async function ensurePortal(stripe: Stripe): Promise<Provisioned> {
  if ((await findPortal(stripe)) !== null) return { what: "customer portal", done: "there" };
  await calling(() => stripe.billingPortal.configurations.create(PORTAL));
  return { what: "customer portal", done: "made" };
}

export async function findPortal(stripe: Stripe): Promise<string | null> {
  const all = await calling(() => stripe.billingPortal.configurations.list({ active: true, limit: 100 }));
  return all.data.find(({ metadata }) => metadata?.["heed"] === "portal")?.id ?? null;
}
