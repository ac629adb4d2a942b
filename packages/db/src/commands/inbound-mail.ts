import { createHash } from "node:crypto";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { inboundMail } from "../schema/notice.ts";
import { address } from "../schema/store.ts";
import { type KeyRing, openBytes, seal } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface StoredMail {
  readonly id: string;
  readonly storeId: string;
  readonly addressId: string;
  /** Where it came in: where notices come, or at the store's sender. */
  readonly addressKind: "notice" | "sender";
  readonly providerId: string;
  readonly receivedAt: Instant;
  readonly state: "received" | "read" | "too_large" | "unreadable";
  readonly uploaded: boolean;
}

export async function loadMail(tx: TenantDb, inboundMailId: string): Promise<StoredMail | null> {
  const [row] = await tx.sql
    .select({
      id: inboundMail.id,
      storeId: address.storeId,
      addressId: address.id,
      addressKind: address.kind,
      providerId: inboundMail.providerId,
      receivedAt: inboundMail.receivedAt,
      state: inboundMail.state,
      uploaded: inboundMail.uploaded,
    })
    .from(inboundMail)
    .innerJoin(address, and(eq(address.tenantId, inboundMail.tenantId), eq(address.id, inboundMail.addressId)))
    .where(and(eq(inboundMail.tenantId, tx.tenantId), eq(inboundMail.id, inboundMailId)));
  return row ?? null;
}

/** The sealed source; null once it is erased or was never kept. */
export async function rawMail(
  tx: TenantDb,
  { id, ring }: { readonly id: string; readonly ring: KeyRing },
): Promise<Uint8Array | null> {
  const [row] = await tx.sql
    .select({ raw: inboundMail.raw })
    .from(inboundMail)
    .where(and(eq(inboundMail.tenantId, tx.tenantId), eq(inboundMail.id, id)));
  const context = { table: "inbound_mail", column: "raw", tenantId: tx.tenantId, rowId: id };
  return row?.raw == null ? null : openBytes(ring, context, row.raw);
}

export interface ClosedMail {
  readonly mail: StoredMail;
  readonly state: StoredMail["state"];
  /** Sealed beside the row and erased after 30 days; the hash stays. */
  readonly raw: Uint8Array | null;
  readonly ring: KeyRing;
}

export async function closeMail(tx: TenantDb, { mail, state, raw, ring }: ClosedMail): Promise<void> {
  const context = { table: "inbound_mail", column: "raw", tenantId: tx.tenantId, rowId: mail.id };
  await tx.sql
    .update(inboundMail)
    .set({
      state,
      raw: raw === null ? null : seal(ring, context, raw),
      rawHash: raw === null ? null : createHash("sha256").update(raw).digest(),
    })
    .where(and(eq(inboundMail.tenantId, tx.tenantId), eq(inboundMail.id, mail.id)));
}
