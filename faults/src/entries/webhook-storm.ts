import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";
import { stormOfAmazon } from "../webhooks/amazon-storm.ts";
import { stormOfMails } from "../webhooks/storm.ts";
import { stormOfStripe } from "../webhooks/stripe-storm.ts";

/** 2,000 events, each delivered 50 times: 100,000 deliveries at scale 1. */
const EVENTS = 2_000;
const REPEATS = 50;

/** Of Stripe: each one is also followed by a reading of Stripe's state. */
const STRIPE_EVENTS = 400;

/** Changes of orders, each of which plans its order anew. */
const AMAZON_EVENTS = 400;

/** 6: a storm of webhooks, each many times, shuffled, 16 at once. What is kept is as after one delivery of each. */
export const webhookStorm: FaultEntry = {
  key: "6",
  title: "webhook storm of Resend, Stripe and Amazon: each event 50 times, shuffled, 16 at once",
  expects: "invariants",
  run: storm,
};

async function storm({ seed, scale }: FaultInput): Promise<FaultOutcome> {
  const at = (all: number) => ({ events: Math.max(1, Math.round(all * scale)), repeats: REPEATS, seed });
  const mails = await stormOfMails({ ...at(EVENTS), sabotage: [] });
  const stripe = await stormOfStripe(at(STRIPE_EVENTS));
  const amazon = await stormOfAmazon(at(AMAZON_EVENTS));
  const deliveries = mails.deliveries + stripe.deliveries + amazon.deliveries;
  const examples = mails.deviations === 0 ? [] : [`${mails.deviations} mails or events too many or too few`];
  return {
    count: deliveries,
    // Every delivery was really made and answered.
    effective: deliveries,
    failures: mails.deviations + stripe.failures.length + amazon.failures.length,
    examples: [...examples, ...stripe.failures.slice(0, 5), ...amazon.failures.slice(0, 5)],
    details: {
      events: at(EVENTS).events,
      stripeEvents: at(STRIPE_EVENTS).events,
      amazonEvents: at(AMAZON_EVENTS).events,
    },
  };
}
