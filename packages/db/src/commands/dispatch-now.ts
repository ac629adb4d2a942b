import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { message } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendEvents } from "./append-outbox.ts";

/** Hands a message that is due at once to the executor, in the transaction that made it so; nobody waits for the next look. */
export async function dispatchNow(
  tx: TenantDb,
  { messageId, now }: { messageId: string; now: Instant },
): Promise<void> {
  const [row] = await tx.sql
    .update(message)
    .set({ dispatchedAt: now })
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, messageId), eq(message.state, "planned")))
    .returning({ storeId: message.storeId, planVersion: message.planVersion });
  if (row === undefined) return;
  await appendEvents(tx, [{ name: "message/due", data: { tenantId: tx.tenantId, messageId, ...row } }], now);
}
