import type { Instant } from "@heed/core/time";
import type { SendWork } from "../queries/send-work.ts";
import type { TenantDb } from "../tenant-db.ts";
import { countDays, dayIn } from "./count-day.ts";
import { countHours } from "./count-email.ts";

/** Counts what became of a message on its day in the marketplace's zone. */
export async function countSend(
  tx: TenantDb,
  { work, outcome, at }: { work: SendWork; outcome: string; at: Instant },
): Promise<void> {
  const { message, facts } = work;
  const { marketplaceId } = facts.order;
  const day = dayIn(marketplaceId, at);
  await countDays(tx, [{ storeId: message.storeId, marketplaceId, day, lane: message.lane, outcome, count: 1 }]);
  if (outcome === "sent" && message.lane === "email")
    await countHours(tx, { storeId: message.storeId, marketplaceId, sentAt: at, sent: 1, refused: 0 });
}
