import { find } from "../account.ts";
import { badParam, identifierTaken } from "../failure.ts";
import { needText, nested, only, text, whole } from "../params.ts";
import { type ApiCall, type ApiRoute, idOf, route } from "./route.ts";

const DAY = 86_400;
/** docs.stripe.com/api/billing/meter-event/create, read 2026-11. */
const OLDEST = 35 * DAY;
const NEWEST = 300;
const UNIQUE = DAY;
/** Sums follow the events after a while. */
const LAG_SECONDS = 30;
const MINUTE = 60;

function create({ account, params, now }: ApiCall) {
  only(params, ["event_name", "payload", "identifier", "timestamp"]);
  const eventName = needText(params, "event_name");
  const payload = nested(params, "payload");
  const timestamp = whole(params, "timestamp") ?? now;
  const identifier = text(params, "identifier") ?? `${now}-${account.count}`;
  const meter = [...account.meters.values()].find((one) => one.eventName === eventName);
  if (meter === undefined) throw badParam("event_name", `No active meter found for event name ${eventName}.`);
  if (timestamp < now - OLDEST || timestamp > now + NEWEST) {
    throw badParam(
      "timestamp",
      "The timestamp must be within the past 35 calendar days or up to 5 minutes in the future.",
    );
  }
  const customer = needText(payload, "stripe_customer_id");
  const value = needText(payload, "value");
  if (!/^\d{1,12}$/.test(value)) throw badParam("payload[value]", "The value must be a whole number of units.");
  const used = account.identifiers.get(identifier);
  if (used !== undefined && now - used < UNIQUE) throw identifierTaken(identifier);
  account.identifiers.set(identifier, now);
  const events = account.meterEvents.get(customer) ?? [];
  events.push({ customer, meter: meter.id, value: Number(value), timestamp, received: now });
  account.meterEvents.set(customer, events);
  return {
    object: "billing.meter_event",
    created: now,
    event_name: eventName,
    identifier,
    livemode: false,
    payload: { stripe_customer_id: customer, value },
    timestamp,
  };
}

function summaries(call: ApiCall) {
  const { account, params, now } = call;
  only(params, ["customer", "start_time", "end_time", "limit", "value_grouping_window"]);
  const meter = find(account.meters, idOf(call), "billing meter").id;
  const customer = needText(params, "customer");
  const [start, end] = [whole(params, "start_time") ?? 0, whole(params, "end_time") ?? 0];
  if (start % MINUTE !== 0 || end % MINUTE !== 0) {
    throw badParam("start_time", "Start and end times must align with minute boundaries.");
  }
  let sum = 0;
  for (const event of account.meterEvents.get(customer) ?? []) {
    const counted = event.meter === meter && event.received + LAG_SECONDS <= now;
    if (counted && event.timestamp >= start && event.timestamp < end) sum += event.value;
  }
  const one = {
    id: `mtrusg_${meter.slice(4)}${start}`,
    object: "billing.meter_event_summary",
    aggregated_value: sum,
    end_time: end,
    livemode: false,
    meter,
    start_time: start,
  };
  return { object: "list", url: `/v1/billing/meters/${meter}/event_summaries`, has_more: false, data: [one] };
}

export const METER_ROUTES: readonly ApiRoute[] = [
  route("POST", "/billing/meter_events", create),
  route("GET", "/billing/meters/:id/event_summaries", summaries),
];
