import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { inboundMail } from "../schema/notice.ts";
import { address, store } from "../schema/store.ts";
import { job } from "../schema/work.ts";
import { type KeyRing, openBytes } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { closeMail, type StoredMail } from "./inbound-mail.ts";

export interface KeptAnswer {
  readonly mail: StoredMail;
  readonly raw: Uint8Array;
  readonly ring: KeyRing;
  readonly now: Instant;
}

/** A buyer's answer waits, sealed and unread, for its way to the store's customer service. */
export async function keepAnswer(tx: TenantDb, { mail, raw, ring, now }: KeptAnswer): Promise<void> {
  await closeMail(tx, { mail, state: "read", raw, ring });
  await tx.sql
    .insert(job)
    .values({ tenantId: tx.tenantId, kind: "forward_answer", subject: mail.id, runAt: now })
    .onConflictDoNothing();
}

export interface BuyerAnswer {
  readonly raw: Uint8Array;
  readonly receivedAt: Instant;
  readonly storeId: string;
  readonly storeName: string;
  readonly marketplaceId: string;
  /** Where customer service reads; null until somebody there has confirmed the address. */
  readonly serviceAddress: string | null;
}

/** @returns null once it is forwarded or erased */
export async function loadAnswer(
  tx: TenantDb,
  { inboundMailId, ring }: { readonly inboundMailId: string; readonly ring: KeyRing },
): Promise<BuyerAnswer | null> {
  const [row] = await tx.sql
    .select({ mail: inboundMail, marketplaceId: address.marketplaceId, store })
    .from(inboundMail)
    .innerJoin(address, and(eq(address.tenantId, inboundMail.tenantId), eq(address.id, inboundMail.addressId)))
    .innerJoin(store, and(eq(store.tenantId, address.tenantId), eq(store.id, address.storeId)))
    .where(and(eq(inboundMail.tenantId, tx.tenantId), eq(inboundMail.id, inboundMailId)));
  if (row?.mail.raw == null) return null;
  const context = { table: "inbound_mail", column: "raw", tenantId: tx.tenantId, rowId: inboundMailId };
  const { id: storeId, name: storeName, serviceAddress, serviceAddressConfirmedAt } = row.store;
  return {
    raw: openBytes(ring, context, row.mail.raw),
    receivedAt: row.mail.receivedAt,
    ...{ storeId, storeName, marketplaceId: row.marketplaceId },
    serviceAddress: serviceAddressConfirmedAt === null ? null : serviceAddress,
  };
}

/** Nothing of an answer stays but that one came: no text, no hash. */
export async function eraseAnswer(tx: TenantDb, inboundMailId: string): Promise<void> {
  await tx.sql
    .update(inboundMail)
    .set({ raw: null, rawHash: null })
    .where(and(eq(inboundMail.tenantId, tx.tenantId), eq(inboundMail.id, inboundMailId)));
}
