import { isAlive, type StripeAccount } from "./account.ts";
import { tell, tellObject } from "./events.ts";
import { DRAFT_SECONDS, finalize, makeInvoice } from "./invoicing.ts";
import { fixedLines, intervalOf, usageSpans } from "./lines.ts";
import type { CheckoutSession, Invoice, Schedule, Subscription } from "./model.ts";
import { nextEnd } from "./period.ts";
import { checkoutShape } from "./shapes/checkout.ts";
import { scheduleShape } from "./shapes/schedule.ts";
import { lapsePending, settlePayment } from "./subscriptions.ts";

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/** Does everything that falls due up to an instant, in the order of time. */
export function advance(account: StripeAccount, to: number): void {
  for (let due = firstDue(account); due !== null && due.at <= to; due = firstDue(account)) due.run();
}

/** Seconds at which something happens by itself; null: nothing will. */
export const nextDue = (account: StripeAccount): number | null => firstDue(account)?.at ?? null;

function firstDue(account: StripeAccount): Due | null {
  let first: Due | null = null;
  const offer = (at: number | null, run: () => void) => {
    if (at !== null && (first === null || at < first.at)) first = { at, run };
  };
  for (const one of account.subscriptions.values()) {
    if (!isAlive(one)) continue;
    offer(one.pending?.expiresAt ?? null, () => lapsePending(account, one, one.pending?.expiresAt ?? 0));
    offer(one.periodEnd, () => endPeriod(account, one));
  }
  for (const one of account.invoices.values()) {
    offer(one.finalizesAt, () => closeDraft(account, one, one.finalizesAt ?? 0));
    offer(one.nextAttempt, () => settlePayment(account, one, { at: one.nextAttempt ?? 0, confirmed: false }));
  }
  for (const one of account.sessions.values()) {
    if (one.status === "open") offer(one.expiresAt, () => expire(account, one, one.expiresAt));
  }
  return first;
}

function closeDraft(account: StripeAccount, invoice: Invoice, at: number): void {
  finalize(account, invoice, at);
  settlePayment(account, invoice, { at, confirmed: false });
}

export function expire(account: StripeAccount, session: CheckoutSession, at: number): void {
  session.status = "expired";
  tellObject(account, { type: "checkout.session.expired", at }, checkoutShape(session));
}

/** The period is over: its usage and the next period's fixed parts are billed, or the subscription ends. */
function endPeriod(account: StripeAccount, subscription: Subscription): void {
  const at = subscription.periodEnd;
  const usage = usageSpans(account, subscription);
  const unpaid = subscription.status === "unpaid";
  if (subscription.cancelAtPeriodEnd) endWithPeriod(account, subscription, at);
  else {
    followSchedule(account, subscription, at);
    subscription.periodStart = at;
    subscription.periodEnd = nextEnd(subscription.anchor, intervalOf(account, subscription), at);
  }
  const lines = subscription.status === "canceled" ? [] : fixedLines(account, subscription);
  const finalizesAt = unpaid ? null : at + DRAFT_SECONDS;
  makeInvoice(account, subscription, { reason: "subscription_cycle", lines, usage, at, finalizesAt });
  const type = subscription.status === "canceled" ? "customer.subscription.deleted" : "customer.subscription.updated";
  tell(account, { type, at }, subscription);
}

function endWithPeriod(account: StripeAccount, subscription: Subscription, at: number): void {
  subscription.status = "canceled";
  subscription.endedAt = at;
  if (subscription.pending !== null) lapsePending(account, subscription, at);
}

function followSchedule(account: StripeAccount, subscription: Subscription, at: number): void {
  const schedule = subscription.schedule === null ? undefined : account.schedules.get(subscription.schedule);
  if (schedule === undefined) return;
  const phase = schedule.phases.find(({ start }) => start === at);
  if (phase !== undefined) takePhase(account, subscription, { phase, at });
  const isLast = schedule.phases.at(-1) === phase || phase === undefined;
  if (isLast && schedule.phases.every(({ start }) => start <= at)) release(account, schedule, at);
}

/** Items are matched by their place: fixed part and meter. */
function takePhase(
  account: StripeAccount,
  subscription: Subscription,
  { phase, at }: { readonly phase: Schedule["phases"][number]; readonly at: number },
): void {
  const before = intervalOf(account, subscription);
  for (const [index, item] of subscription.items.entries()) item.price = phase.items[index]?.price ?? item.price;
  if (intervalOf(account, subscription) !== before) subscription.anchor = at;
}

export function release(account: StripeAccount, schedule: Schedule, at: number): void {
  schedule.status = "released";
  schedule.releasedAt = at;
  const subscription = account.subscriptions.get(schedule.subscription);
  if (subscription !== undefined) subscription.schedule = null;
  tellObject(account, { type: "subscription_schedule.released", at }, scheduleShape(schedule, at));
}
