import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";
import { stormOfMails } from "../webhooks/storm.ts";

/** 2,000 events, each delivered 50 times: 100,000 deliveries at scale 1. */
const EVENTS = 2_000;
const REPEATS = 50;

/** 6: a storm of webhooks, each many times, shuffled, 16 at once. What is kept is as after one delivery of each. */
export const webhookStorm: FaultEntry = {
  key: "6",
  title: "webhook storm of Resend: each event 50 times, shuffled, 16 at once",
  expects: "invariants",
  run: storm,
};

async function storm({ seed, scale }: FaultInput): Promise<FaultOutcome> {
  const events = Math.max(1, Math.round(EVENTS * scale));
  const { deliveries, deviations } = await stormOfMails({ events, repeats: REPEATS, seed, sabotage: [] });
  const examples = deviations === 0 ? [] : [`${deviations} mails or events too many or too few`];
  // Every delivery was really made and answered.
  return { count: deliveries, effective: deliveries, failures: deviations, examples, details: { events } };
}
