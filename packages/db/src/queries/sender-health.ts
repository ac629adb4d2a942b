import { rampLimit, type SenderFacts, type SenderRecord } from "@heed/core/lane/sender-ramp";
import type { Instant } from "@heed/core/time";
import { recordOf } from "../commands/sender-health.ts";
import type { TenantDb } from "../tenant-db.ts";
import { capUse } from "./cap-use.ts";
import { storeFacts } from "./store-facts.ts";

export interface SenderHealth extends Pick<SenderFacts, "startedAt" | "stopped"> {
  /** E-mails of the last 24 hours, and how many the sender's age allows. */
  readonly mailed: number;
  readonly limit: number | null;
  /** Of the last mails that count. */
  readonly record: SenderRecord;
}

/** How the sender of a store's e-mails stands. */
export async function senderHealth(
  tx: TenantDb,
  { storeId, now }: { readonly storeId: string; readonly now: Instant },
): Promise<SenderHealth> {
  const { sender } = await storeFacts(tx, storeId);
  const { mailedLastDay } = await capUse(tx, storeId, now);
  return {
    startedAt: sender?.startedAt ?? null,
    stopped: sender?.stopped ?? null,
    mailed: mailedLastDay.sent,
    limit: sender === undefined ? null : rampLimit(sender, now.epochMilliseconds),
    record: await recordOf(tx, storeId),
  };
}
