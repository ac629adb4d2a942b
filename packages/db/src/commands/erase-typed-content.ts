import { and, eq, inArray, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { attachment, typedContent } from "../schema/typed.ts";
import type { TenantDb } from "../tenant-db.ts";
import type { EraseInput } from "./erase-aliases.ts";

const KEPT_DAYS = { hours: 24 * 30 };
/** A file that no message took within this span will be taken by none. */
const WAITING = { hours: 24 };

/** Texts that persons wrote may speak of a buyer: after 30 days only what was decided about them stays. */
export async function eraseTypedText(tx: TenantDb, { now, limit }: EraseInput): Promise<number> {
  const { tenantId, messageId, text, writtenAt } = typedContent;
  const old = tx.sql
    .select({ messageId })
    .from(typedContent)
    .where(and(eq(tenantId, tx.tenantId), isNotNull(text), lte(writtenAt, now.subtract(KEPT_DAYS))))
    .limit(limit);
  const rows = await tx.sql
    .update(typedContent)
    .set({ text: null })
    .where(and(eq(tenantId, tx.tenantId), inArray(messageId, old)))
    .returning({ messageId });
  return rows.length;
}

export async function eraseAttachments(tx: TenantDb, { now, limit }: EraseInput): Promise<number> {
  const { tenantId, id, content, createdAt } = attachment;
  const old = tx.sql
    .select({ id })
    .from(attachment)
    .where(
      and(
        eq(tenantId, tx.tenantId),
        isNotNull(content),
        or(
          lte(createdAt, now.subtract(KEPT_DAYS)),
          and(isNull(attachment.messageId), lte(createdAt, now.subtract(WAITING))),
        ),
      ),
    )
    .limit(limit);
  const rows = await tx.sql
    .update(attachment)
    .set({ content: null, fileName: sql`'erased.' || reverse(split_part(reverse(${attachment.fileName}), '.', 1))` })
    .where(and(eq(tenantId, tx.tenantId), inArray(id, old)))
    .returning({ id });
  return rows.length;
}
