import type { FaultEntry, FaultInput, FaultOutcome } from "../entry.ts";
import { stormOfMails } from "../webhooks/storm.ts";

const EVENTS = 100;
const REPEATS = 5;

/** What keeps a delivery from being taken twice: its receipt, and the mail's own id. */
const NO_DEDUPE = [
  "alter table webhook_receipt drop constraint webhook_receipt_source_delivery_id_pk",
  "drop index inbound_mail_provider",
];

/** Planted bug 4: repeated webhooks are not recognised. The same storm without the bug must leave nothing behind. */
export const plantedNoDedupe: FaultEntry = {
  key: "planted-4",
  title: "planted bug: repeated webhooks are not recognised",
  expects: "caught",
  run: repeatWebhooks,
};

async function repeatWebhooks({ seed }: FaultInput): Promise<FaultOutcome> {
  const storm = { events: EVENTS, repeats: REPEATS, seed };
  const sound = await stormOfMails({ ...storm, sabotage: [] });
  if (sound.deviations > 0) throw new Error(`the product itself let ${sound.deviations} repeats through`);
  const { deliveries, deviations } = await stormOfMails({ ...storm, sabotage: NO_DEDUPE });
  return { count: 1, effective: 1, failures: deviations, examples: [], details: { deliveries, deviations } };
}
