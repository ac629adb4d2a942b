import type { TypedContent, TypedFile } from "@heed/core/message/typed-content";
import type { Instant } from "@heed/core/time";
import { and, asc, eq } from "drizzle-orm";
import { attachment, typedContent } from "../schema/typed.ts";
import { type KeyRing, open } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";

/** A file of a typed message; its content is read by `loadFile` alone. */
export interface StoredFile extends TypedFile {
  readonly id: string;
  readonly uploadDestinationId: string | null;
  readonly uploadedAt: Instant | null;
}

export interface StoredContent {
  readonly content: TypedContent;
  readonly files: readonly StoredFile[];
  readonly writtenBy: string;
}

interface Ask {
  readonly messageId: string;
  readonly ring: KeyRing;
}

/** @returns null where nothing was written, or it is erased */
export async function loadTypedContent(tx: TenantDb, { messageId, ring }: Ask): Promise<StoredContent | null> {
  const [row] = await tx.sql
    .select()
    .from(typedContent)
    .where(and(eq(typedContent.tenantId, tx.tenantId), eq(typedContent.messageId, messageId)));
  if (row === undefined) return null;
  const { language, coverageFrom, coverageTo, writtenBy } = row;
  const text = row.text === null ? null : open(ring, textContext(tx, messageId), row.text);
  return { content: { text, language, coverageFrom, coverageTo }, files: await filesOf(tx, messageId), writtenBy };
}

export function textContext(tx: TenantDb, messageId: string) {
  return { table: "typed_content", column: "text", tenantId: tx.tenantId, rowId: messageId };
}

export function contentContext(tx: TenantDb, attachmentId: string) {
  return { table: "attachment", column: "content", tenantId: tx.tenantId, rowId: attachmentId };
}

async function filesOf(tx: TenantDb, messageId: string): Promise<StoredFile[]> {
  const { id, fileName, contentType, size, uploadDestinationId, uploadedAt } = attachment;
  return tx.sql
    .select({ id, fileName, contentType, size, uploadDestinationId, uploadedAt })
    .from(attachment)
    .where(and(eq(attachment.tenantId, tx.tenantId), eq(attachment.messageId, messageId)))
    .orderBy(asc(id));
}
