import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";
import { stormOfMails } from "../webhooks/storm.ts";
import { stormOfStripe } from "../webhooks/stripe-storm.ts";

/** 2,000 events, each delivered 50 times: 100,000 deliveries at scale 1. */
const EVENTS = 2_000;
const REPEATS = 50;

/** Of Stripe: each one is also followed by a reading of Stripe's state. */
const STRIPE_EVENTS = 400;

/** 6: a storm of webhooks, each many times, shuffled, 16 at once. What is kept is as after one delivery of each. */
export const webhookStorm: FaultEntry = {
  key: "6",
  title: "webhook storm of Resend and Stripe: each event 50 times, shuffled, 16 at once",
  expects: "invariants",
  run: storm,
};

async function storm({ seed, scale }: FaultInput): Promise<FaultOutcome> {
  const [events, stripeEvents] = [EVENTS, STRIPE_EVENTS].map((all) => Math.max(1, Math.round(all * scale)));
  const mails = await stormOfMails({ events: events ?? 1, repeats: REPEATS, seed, sabotage: [] });
  const stripe = await stormOfStripe({ events: stripeEvents ?? 1, repeats: REPEATS, seed });
  const deliveries = mails.deliveries + stripe.deliveries;
  const examples = mails.deviations === 0 ? [] : [`${mails.deviations} mails or events too many or too few`];
  return {
    count: deliveries,
    // Every delivery was really made and answered.
    effective: deliveries,
    failures: mails.deviations + stripe.failures.length,
    examples: [...examples, ...stripe.failures.slice(0, 5)],
    details: { events: events ?? 0, stripeEvents: stripeEvents ?? 0 },
  };
}
