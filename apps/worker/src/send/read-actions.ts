import { type Instant, Temporal } from "@heed/core/time";
import { countOffer } from "@heed/db/commands/claim-message";
import type { Outcome } from "@heed/db/commands/record-outcome";
import { loadSendWork } from "@heed/db/queries/send-work";
import { loadStoreWork } from "@heed/db/queries/store-work";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";
import { writeOutcome } from "./call-lane.ts";
import { OFFERS_THAT_PROVE, READ_TIMES } from "./read-schedule.ts";

export interface ReadInput {
  readonly tenantId: string;
  readonly messageId: string;
  /** 1 for the first read. */
  readonly attempt: number;
}

/**
 * Reads what Amazon offers for an order whose solicitation was lost:
 *
 * | read                                   | becomes                         |
 * |----------------------------------------|---------------------------------|
 * | offered, for the second time           | planned once more               |
 * | offered for the first time, not offered | read again at the next time     |
 * | the last read, not offered twice       | unknown: shown, never repeated  |
 *
 * @returns when to read again, null when the message is decided
 */
export async function readActionsAfterLoss(
  worker: Worker,
  { tenantId, messageId, attempt }: ReadInput,
): Promise<Instant | null> {
  const access = systemAccess(tenantId);
  const now = worker.clock.now();
  const work = await withTenant(worker.db, access, (tx) => loadSendWork(tx, { messageId, now }));
  if (work === null || work.message.state !== "sending" || work.message.intent === null) return null;
  const store = await withTenant(worker.db, access, (tx) =>
    loadStoreWork(tx, { storeId: work.message.storeId, ring: worker.ring }),
  );
  const { orderId, marketplaceId } = work.facts.order;
  const { offered } = await worker.gateways.forStore(tenantId, store).getSolicitationActions(orderId, marketplaceId);
  const offers = offered
    ? await withTenant(worker.db, access, (tx) => countOffer(tx, messageId))
    : work.message.stillOffered;
  const next = offers >= OFFERS_THAT_PROVE ? undefined : READ_TIMES[attempt];
  if (next !== undefined) return later(Temporal.Instant.from(work.message.intent.at).add(next), now);
  const outcome: Outcome =
    offers >= OFFERS_THAT_PROVE ? { kind: "again", at: worker.clock.now() } : { kind: "unknown" };
  await writeOutcome(worker, { tenantId, work, intent: work.message.intent, email: null }, { outcome, revoked: false });
  return null;
}

function later(a: Instant, b: Instant): Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
