import { and, eq, inArray, isNotNull, lte } from "drizzle-orm";
import { inboundMail } from "../schema/notice.ts";
import type { TenantDb } from "../tenant-db.ts";
import type { EraseInput } from "./erase-aliases.ts";

const KEPT_DAYS = { hours: 24 * 30 };

/** Erases raw notices after 30 days (DESIGN §4); facts, verdict, hash and the text with placeholders stay. */
export async function eraseRawMail(tx: TenantDb, { now, limit }: EraseInput): Promise<number> {
  const old = tx.sql
    .select({ id: inboundMail.id })
    .from(inboundMail)
    .where(
      and(
        eq(inboundMail.tenantId, tx.tenantId),
        isNotNull(inboundMail.raw),
        lte(inboundMail.receivedAt, now.subtract(KEPT_DAYS)),
      ),
    )
    .limit(limit);
  const rows = await tx.sql
    .update(inboundMail)
    .set({ raw: null })
    .where(and(eq(inboundMail.tenantId, tx.tenantId), inArray(inboundMail.id, old)))
    .returning({ id: inboundMail.id });
  return rows.length;
}
