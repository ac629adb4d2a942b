import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { suppressBuyer } from "../commands/apply-effect.ts";
import { textContext } from "../queries/typed-content.ts";
import { order } from "../schema/order.ts";
import { typedContent } from "../schema/typed.ts";
import { type KeyRing, seal } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";

/** The order's buyer has opted out, as a notice would say. */
export async function optOutBuyer(
  tx: TenantDb,
  { orderRef, ring, now }: { orderRef: string; ring: KeyRing; now: Instant },
) {
  const [row] = await tx.sql
    .select()
    .from(order)
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.id, orderRef)));
  if (row === undefined) throw new Error("There is no such order.");
  await suppressBuyer(tx, { order: row, noticeId: null, ring, now }, "opt_out");
}

/** Changes the text of a message behind the back of the command that judged it. */
export async function rewriteText(
  tx: TenantDb,
  { messageId, text, ring }: { messageId: string; text: string; ring: KeyRing },
) {
  await tx.sql
    .update(typedContent)
    .set({ text: seal(ring, textContext(tx, messageId), text) })
    .where(and(eq(typedContent.tenantId, tx.tenantId), eq(typedContent.messageId, messageId)));
}
