import type { Instant } from "@heed/core/time";
import { and, eq, inArray } from "drizzle-orm";
import { message } from "../schema/message.ts";
import type { TenantDb } from "../tenant-db.ts";

/** @returns null when the message ended or was planned anew; a claimed one is due at once, as its answer was lost */
export async function messageDue(
  tx: TenantDb,
  { messageId, planVersion }: { messageId: string; planVersion: number },
): Promise<{ dueAt: Instant } | null> {
  const [row] = await tx.sql
    .select({ dueAt: message.dueAt })
    .from(message)
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        eq(message.id, messageId),
        eq(message.planVersion, planVersion),
        inArray(message.state, ["planned", "sending"]),
      ),
    );
  return row ?? null;
}
