import type { Instant } from "@heed/core/time";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

/** Name servers are asked again each hour, for two days after the mail came. */
export const ASK_AGAIN = { hours: 1 };
export const ASK_FOR = { hours: 48 };

export async function verifyLater(
  tx: TenantDb,
  { inboundMailId, now }: { readonly inboundMailId: string; readonly now: Instant },
): Promise<void> {
  await tx.sql
    .insert(job)
    .values({ tenantId: tx.tenantId, kind: "verify_mail", subject: inboundMailId, runAt: now.add(ASK_AGAIN) })
    .onConflictDoNothing();
}
