import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, count, eq, gte, inArray, isNull } from "drizzle-orm";
import { contentContext, type StoredFile } from "../queries/typed-content.ts";
import { attachment } from "../schema/typed.ts";
import { type KeyRing, openBytes, seal } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface NewFile {
  readonly orderRef: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Uint8Array;
  readonly ring: KeyRing;
  readonly now: Instant;
}

/** Files that wait for their message; more are a mistake or mischief. */
const MOST_WAITING = 20;
const WAIT = { hours: 24 };

/** Keeps a file for a message that is still being written. @throws AppError LIMIT_EXCEEDED */
export async function storeFile(tx: TenantDb, file: NewFile): Promise<{ readonly id: string }> {
  const { orderRef, fileName, contentType, content, ring, now } = file;
  const [waiting] = await tx.sql
    .select({ n: count() })
    .from(attachment)
    .where(
      and(
        eq(attachment.tenantId, tx.tenantId),
        isNull(attachment.messageId),
        gte(attachment.createdAt, now.subtract(WAIT)),
      ),
    );
  if ((waiting?.n ?? 0) >= MOST_WAITING) {
    throw new AppError("LIMIT_EXCEEDED", "Too many files wait for their message. Send or leave some of them first.");
  }
  const [row] = await tx.sql
    .insert(attachment)
    .values({ tenantId: tx.tenantId, orderRef, fileName, contentType, size: content.byteLength, createdAt: now })
    .returning({ id: attachment.id });
  const id = row?.id ?? "";
  await tx.sql
    .update(attachment)
    .set({ content: seal(ring, contentContext(tx, id), content) })
    .where(and(eq(attachment.tenantId, tx.tenantId), eq(attachment.id, id)));
  return { id };
}

/** Files of this order that no message has yet. @throws AppError NOT_FOUND where one is not among them */
export async function waitingFiles(
  tx: TenantDb,
  { orderRef, ids }: { readonly orderRef: string; readonly ids: readonly string[] },
): Promise<readonly StoredFile[]> {
  if (ids.length === 0) return [];
  const { id, fileName, contentType, size, uploadDestinationId, uploadedAt } = attachment;
  const rows = await tx.sql
    .select({ id, fileName, contentType, size, uploadDestinationId, uploadedAt })
    .from(attachment)
    .where(
      and(
        eq(attachment.tenantId, tx.tenantId),
        eq(attachment.orderRef, orderRef),
        isNull(attachment.messageId),
        inArray(id, [...ids]),
      ),
    );
  if (rows.length !== new Set(ids).size) throw new AppError("NOT_FOUND", "A file is gone. Attach it again.");
  return rows;
}

export async function giveFiles(
  tx: TenantDb,
  { messageId, ids }: { readonly messageId: string; readonly ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql
    .update(attachment)
    .set({ messageId })
    .where(and(eq(attachment.tenantId, tx.tenantId), inArray(attachment.id, [...ids])));
}

/** @throws AppError NOT_FOUND when the content was erased */
export async function loadFile(
  tx: TenantDb,
  { fileId, ring }: { readonly fileId: string; readonly ring: KeyRing },
): Promise<Uint8Array> {
  const [row] = await tx.sql
    .select({ content: attachment.content })
    .from(attachment)
    .where(and(eq(attachment.tenantId, tx.tenantId), eq(attachment.id, fileId)));
  if (row?.content == null) throw new AppError("NOT_FOUND", "A file of the message is gone.");
  return openBytes(ring, contentContext(tx, fileId), row.content);
}

export async function markUploaded(
  tx: TenantDb,
  { fileId, uploadDestinationId, now }: { fileId: string; uploadDestinationId: string; now: Instant },
): Promise<void> {
  await tx.sql
    .update(attachment)
    .set({ uploadDestinationId, uploadedAt: now })
    .where(and(eq(attachment.tenantId, tx.tenantId), eq(attachment.id, fileId)));
}
