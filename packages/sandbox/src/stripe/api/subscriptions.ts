import { find, isAlive, newId } from "../account.ts";
import { release } from "../advance.ts";
import { tell, tellObject } from "../events.ts";
import { badParam, notInState } from "../failure.ts";
import { intervalOf, priceOf } from "../lines.ts";
import type { Phase, Schedule, Subscription } from "../model.ts";
import { flag, listOf, metadataOf, needText, nested, only, type Params, text, whole } from "../params.ts";
import { nextEnd } from "../period.ts";
import { scheduleShape } from "../shapes/schedule.ts";
import { subscriptionShape } from "../shapes/subscription.ts";
import { changePrices, endNow } from "../subscriptions.ts";
import { pageOf } from "./lists.ts";
import { type ApiCall, type ApiRoute, idOf, route } from "./route.ts";

const FIELDS = [
  "items",
  "payment_behavior",
  "proration_behavior",
  "proration_date",
  "cancel_at_period_end",
  "cancellation_details",
  "metadata",
];

function list({ account, params }: ApiCall) {
  only(params, ["customer", "status", "limit", "starting_after"]);
  const [customer, status] = [text(params, "customer"), text(params, "status")];
  const found = [...account.subscriptions.values()].filter(
    (one) =>
      (customer === null || one.customer === customer) &&
      (status === "all" || (status === null ? one.status !== "canceled" : one.status === status)),
  );
  return pageOf(found, { params, url: "/v1/subscriptions", shape: (one) => subscriptionShape(account, one) });
}

const load = (call: ApiCall): Subscription => find(call.account.subscriptions, idOf(call), "subscription");

function update(call: ApiCall) {
  const { account, params, now } = call;
  only(params, FIELDS);
  const subscription = load(call);
  if (!isAlive(subscription)) {
    throw notInState("A canceled subscription can only update its cancellation_details and metadata.");
  }
  if (params["items"] !== undefined) updateItems(call, subscription);
  if (params["cancel_at_period_end"] !== undefined) updateCancellation(call, subscription);
  tell(account, { type: "customer.subscription.updated", at: now }, subscription);
  return subscriptionShape(account, subscription);
}

/** Only the way that Heed goes: the difference is charged at once, and the change waits for its payment. */
function updateItems({ account, params, now }: ApiCall, subscription: Subscription): void {
  if (
    text(params, "payment_behavior") !== "pending_if_incomplete" ||
    text(params, "proration_behavior") !== "always_invoice"
  ) {
    throw badParam("payment_behavior", "The sandbox changes items by pending_if_incomplete and always_invoice only.");
  }
  if (params["cancel_at_period_end"] !== undefined || params["metadata"] !== undefined) {
    throw badParam(
      "payment_behavior",
      "When `payment_behavior` is set to `pending_if_incomplete`, you can only pass supported params.",
    );
  }
  if (subscription.schedule !== null) throw managed();
  const prices = pricesOf(subscription, listOf(params, "items"));
  const prorateAt = whole(params, "proration_date") ?? now;
  if (prorateAt < subscription.periodStart || prorateAt > now) {
    throw badParam("proration_date", "The proration date must be inside of the current period.");
  }
  changePrices(account, subscription, { prices, prorateAt, at: now });
}

const managed = () =>
  notInState(
    "The subscription is managed by the subscription schedule, and updating any cancelation behavior or items directly is not allowed. Please update the schedule instead.",
  );

export function pricesOf({ items }: Subscription, wanted: readonly Params[]): ReadonlyMap<string, string> {
  return new Map(
    wanted.map((item) => {
      const id = needText(item, "id");
      if (!items.some((known) => known.id === id)) throw badParam("items", `No such subscription item: '${id}'`);
      return [id, needText(item, "price")];
    }),
  );
}

function updateCancellation({ params, now }: ApiCall, subscription: Subscription): void {
  if (subscription.schedule !== null) throw managed();
  const details = nested(params, "cancellation_details");
  subscription.cancelAtPeriodEnd = flag(params, "cancel_at_period_end");
  subscription.canceledAt = subscription.cancelAtPeriodEnd ? now : null;
  subscription.feedback = text(details, "feedback");
  subscription.comment = text(details, "comment");
}

function cancel(call: ApiCall) {
  only(call.params, ["prorate", "invoice_now", "cancellation_details"]);
  const subscription = load(call);
  if (!isAlive(subscription)) throw notInState(`No such active subscription: '${subscription.id}'`);
  const [prorate, invoiceNow] = [flag(call.params, "prorate"), flag(call.params, "invoice_now")];
  endNow(call.account, subscription, { at: call.now, prorate, invoiceNow });
  return subscriptionShape(call.account, subscription);
}

function createSchedule({ account, params, now }: ApiCall) {
  only(params, ["from_subscription"]);
  const subscription = find(account.subscriptions, needText(params, "from_subscription"), "subscription");
  if (subscription.schedule !== null) throw notInState("This subscription is already attached to a schedule.");
  if (subscription.cancelAtPeriodEnd) throw notInState("A subscription that will be canceled cannot be migrated.");
  const items = subscription.items.map(({ price, quantity }) => ({ price, quantity, metadata: {} }));
  const schedule: Schedule = {
    id: newId(account, "sub_sched"),
    created: now,
    customer: subscription.customer,
    subscription: subscription.id,
    endBehavior: "release",
    phases: [{ start: subscription.periodStart, end: subscription.periodEnd, items }],
    status: "active",
    releasedAt: null,
  };
  account.schedules.set(schedule.id, schedule);
  subscription.schedule = schedule.id;
  tellObject(account, { type: "subscription_schedule.created", at: now }, scheduleShape(schedule, now));
  return scheduleShape(schedule, now);
}

const loadSchedule = (call: ApiCall): Schedule => find(call.account.schedules, idOf(call), "subscription schedule");

function updateSchedule(call: ApiCall) {
  const { account, params, now } = call;
  only(params, ["phases", "end_behavior"]);
  const schedule = loadSchedule(call);
  if (schedule.status !== "active") throw notInState(`You cannot update a ${schedule.status} schedule.`);
  const subscription = find(account.subscriptions, schedule.subscription, "subscription");
  const [current] = schedule.phases;
  let start = current?.start ?? now;
  schedule.phases = listOf(params, "phases").map((phase, index) => {
    const given = whole(phase, "start_date");
    if (index === 0 && given !== start)
      throw badParam("phases", "You can not modify the start date of the current phase.");
    const made = phaseOf(call, phase, { start, anchor: subscription.anchor });
    start = made.end;
    return made;
  });
  tellObject(account, { type: "subscription_schedule.updated", at: now }, scheduleShape(schedule, now));
  return scheduleShape(schedule, now);
}

function phaseOf({ account }: ApiCall, phase: Params, at: { readonly start: number; readonly anchor: number }): Phase {
  const items = listOf(phase, "items").map((item) => ({
    price: priceOf(account, needText(item, "price")).id,
    quantity: whole(item, "quantity"),
    metadata: metadataOf(item),
  }));
  const interval = intervalOf(account, { items: items.map((item) => ({ ...item, id: "", created: 0 })) });
  const end = whole(phase, "end_date") ?? nextEnd(at.anchor, interval, at.start);
  return { start: at.start, end, items };
}

function releaseSchedule(call: ApiCall) {
  const schedule = loadSchedule(call);
  if (schedule.status !== "active") throw notInState(`You cannot release a ${schedule.status} schedule.`);
  release(call.account, schedule, call.now);
  const subscription = call.account.subscriptions.get(schedule.subscription);
  if (subscription !== undefined) {
    tell(call.account, { type: "customer.subscription.updated", at: call.now }, subscription);
  }
  return scheduleShape(schedule, call.now);
}

export const SUBSCRIPTION_ROUTES: readonly ApiRoute[] = [
  route("GET", "/subscriptions", list),
  route("GET", "/subscriptions/:id", (call) => subscriptionShape(call.account, load(call))),
  route("POST", "/subscriptions/:id", update),
  route("DELETE", "/subscriptions/:id", cancel),
  route("POST", "/subscription_schedules", createSchedule),
  route("GET", "/subscription_schedules/:id", (call) => scheduleShape(loadSchedule(call), call.now)),
  route("POST", "/subscription_schedules/:id", updateSchedule),
  route("POST", "/subscription_schedules/:id/release", releaseSchedule),
];
