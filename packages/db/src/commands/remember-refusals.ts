import type { Instant } from "@heed/core/time";
import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { notice } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import type { KeyRing } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { suppressBuyer } from "./apply-effect.ts";

export interface LearntAliases {
  /** Orders that were known without an alias until now. */
  readonly orderRefs: readonly string[];
  readonly ring: KeyRing;
  readonly now: Instant;
}

/** A proven refusal that came before the alias was known had nobody to be remembered for; now it has. */
export async function rememberRefusals(tx: TenantDb, { orderRefs, ring, now }: LearntAliases): Promise<void> {
  if (orderRefs.length === 0) return;
  const rows = await tx.sql
    .select({ noticeId: notice.id, order })
    .from(notice)
    .innerJoin(order, and(eq(order.tenantId, notice.tenantId), eq(order.id, notice.orderRef)))
    .where(
      and(
        eq(notice.tenantId, tx.tenantId),
        inArray(notice.orderRef, [...orderRefs]),
        eq(notice.kind, "opted_out"),
        inArray(notice.verification, ["verified", "forwarded"]),
        isNotNull(order.buyerKey),
      ),
    );
  for (const { noticeId, order: row } of rows) await suppressBuyer(tx, { order: row, noticeId, ring, now }, "opt_out");
}
