import type { StripeAccount } from "./account.ts";
import type { Invoice, Subscription } from "./model.ts";
import { invoiceShape } from "./shapes/invoice.ts";
import { subscriptionShape } from "./shapes/subscription.ts";

export interface Told {
  readonly type: string;
  readonly at: number;
}

/** An event carries its object as it is at that moment. */
export function tell(account: StripeAccount, { type, at }: Told, about: Invoice | Subscription): void {
  if (account.onEvent === null) return;
  const object = "items" in about ? subscriptionShape(account, about) : invoiceShape(account, about);
  account.onEvent({ type, created: at, object });
}

export function tellObject(
  account: StripeAccount,
  { type, at }: Told,
  object: Readonly<Record<string, unknown>>,
): void {
  account.onEvent?.({ type, created: at, object });
}
