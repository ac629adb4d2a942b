import { find, newId, type StripeAccount } from "./account.ts";
import type { Invoice, Item, Line, Price, Subscription, UsageSpan } from "./model.ts";

export function priceOf(account: StripeAccount, id: string): Price {
  return find(account.prices, id, "price");
}

export function baseItem(account: StripeAccount, { items }: Pick<Subscription, "items">): Item | null {
  return items.find(({ price }) => priceOf(account, price).meter === null) ?? null;
}

export function intervalOf(account: StripeAccount, { items }: Pick<Subscription, "items">): "month" | "year" {
  const [first] = items;
  return first === undefined ? "month" : priceOf(account, first.price).interval;
}

function nameOf(account: StripeAccount, price: Price): string {
  return account.products.get(price.product)?.name ?? price.product;
}

/** The fixed parts of a period, in advance. */
export function fixedLines(account: StripeAccount, subscription: Subscription): Line[] {
  return subscription.items.flatMap((item) => {
    const price = priceOf(account, item.price);
    if (price.meter !== null) return [];
    const quantity = item.quantity ?? 1;
    return [
      {
        id: newId(account, "il"),
        description: `${quantity} × ${nameOf(account, price)}`,
        amount: (price.unitAmount ?? 0) * quantity,
        quantity,
        price: price.id,
        item: item.id,
        start: subscription.periodStart,
        end: subscription.periodEnd,
        proration: false,
      },
    ];
  });
}

/** What the meter counted, in arrears; settled when the draft is closed. */
export function usageSpans(account: StripeAccount, { items, periodStart, periodEnd }: Subscription): UsageSpan[] {
  return items.flatMap((item) =>
    priceOf(account, item.price).meter === null
      ? []
      : [{ item: item.id, price: item.price, from: periodStart, to: periodEnd }],
  );
}

/** One line for each tier that was reached, each rounded to a cent, half up. */
export function usageLines(account: StripeAccount, { customer }: Invoice, span: UsageSpan): Line[] {
  const price = priceOf(account, span.price);
  const units = Math.max(0, usageOf(account, { customer, meter: price.meter ?? "", from: span.from, to: span.to }));
  return tierShares(price, units).map(({ quantity, milli }) => ({
    id: newId(account, "il"),
    description: `${quantity} × ${nameOf(account, price)}, messages`,
    amount: Math.round((quantity * milli) / 1_000),
    quantity,
    price: price.id,
    item: span.item,
    start: span.from,
    end: span.to,
    proration: false,
  }));
}

function tierShares({ tiers }: Price, units: number): { readonly quantity: number; readonly milli: number }[] {
  const shares: { quantity: number; milli: number }[] = [];
  let from = 0;
  for (const { upTo, unitMilli } of tiers) {
    const to = Math.min(units, upTo ?? units);
    if (to > from || (from === 0 && shares.length === 0))
      shares.push({ quantity: Math.max(0, to - from), milli: unitMilli });
    from = Math.max(from, to);
  }
  return shares;
}

export interface MeterSpan {
  readonly customer: string;
  readonly meter: string;
  readonly from: number;
  readonly to: number;
}

export function usageOf(account: StripeAccount, { customer, meter, from, to }: MeterSpan): number {
  let sum = 0;
  for (const event of account.meterEvents.get(customer) ?? []) {
    if (event.meter === meter && event.timestamp >= from && event.timestamp < to) sum += event.value;
  }
  return sum;
}

/** Credit for the rest of the old plan and charge for the rest of the new one, to the second. */
export function prorationLines(
  account: StripeAccount,
  subscription: Subscription,
  { prices, at }: { readonly prices: ReadonlyMap<string, string>; readonly at: number },
): Line[] {
  const { periodStart, periodEnd: end } = subscription;
  const share = Math.max(0, end - at) / (end - periodStart);
  return subscription.items.flatMap((item) => {
    const next = prices.get(item.id);
    const old = priceOf(account, item.price);
    if (next === undefined || next === item.price || old.meter !== null) return [];
    const wanted = priceOf(account, next);
    const line = (price: Price, amount: number, words: string): Line => ({
      id: newId(account, "il"),
      description: `${words} ${nameOf(account, price)}`,
      amount,
      quantity: item.quantity ?? 1,
      price: price.id,
      item: item.id,
      start: at,
      end,
      proration: true,
    });
    const credit = line(old, -Math.round((old.unitAmount ?? 0) * share), "Unused time on");
    if (wanted.interval !== old.interval) return [credit];
    return [credit, line(wanted, Math.round((wanted.unitAmount ?? 0) * share), "Remaining time on")];
  });
}
