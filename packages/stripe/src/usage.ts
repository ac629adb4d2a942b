import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import type { Stripe } from "stripe";
import { calling, isKnownIdentifier } from "./errors.ts";
import { METER_EVENT } from "./price-keys.ts";
import { findMeter } from "./provision.ts";

export interface UsageEvent {
  readonly customerId: string;
  readonly identifier: string;
  readonly value: number;
  readonly at: Instant;
}

/** Tells the meter; an identifier that Stripe has already is as good as accepted. */
export async function sendUsage(stripe: Stripe, { customerId, identifier, value, at }: UsageEvent): Promise<void> {
  await calling(async () => {
    try {
      await stripe.billing.meterEvents.create({
        event_name: METER_EVENT,
        identifier,
        payload: { stripe_customer_id: customerId, value: String(value) },
        timestamp: Math.floor(at.epochMilliseconds / 1_000),
      });
    } catch (error) {
      if (!isKnownIdentifier(error)) throw error;
    }
  });
}

export interface UsageSpan {
  readonly customerId: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Stripe takes whole minutes. */
const MINUTE = 60;

/** The meter's sum from the first whole minute of a span on. It lags behind the events by minutes. */
export async function usageSum(stripe: Stripe, { customerId, from, to }: UsageSpan): Promise<number> {
  const meter = await findMeter(stripe);
  if (meter === null) throw new AppError("PRECONDITION_FAILED", "The meter is not set up at Stripe yet.");
  const start = Math.ceil(from.epochMilliseconds / 1_000 / MINUTE) * MINUTE;
  const end = Math.ceil(to.epochMilliseconds / 1_000 / MINUTE) * MINUTE;
  if (end <= start) return 0;
  const page = await calling(() =>
    stripe.billing.meters.listEventSummaries(meter, { customer: customerId, start_time: start, end_time: end }),
  );
  return page.data.reduce((sum, { aggregated_value: value }) => sum + value, 0);
}
