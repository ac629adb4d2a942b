import type { Instant } from "@heed/core/time";
import { and, eq, isNotNull } from "drizzle-orm";
import { inboundMail } from "../schema/notice.ts";
import { senderDomain } from "../schema/sender.ts";
import { address, store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

interface Confirmed {
  readonly serviceAddress: string | null;
  readonly now: Instant | null;
}

/** Customer service of the tenant's stores has confirmed where it reads; null: nobody has. */
export async function confirmServiceAddress(tx: TenantDb, { serviceAddress, now }: Confirmed) {
  await tx.sql
    .update(store)
    .set({ serviceAddress, serviceAddressConfirmedAt: now })
    .where(eq(store.tenantId, tx.tenantId));
}

/** Full local parts of the tenant's senders. */
export async function senderLocalParts(tx: TenantDb): Promise<string[]> {
  const rows = await tx.sql
    .select({ localPart: address.localPart })
    .from(address)
    .where(and(eq(address.tenantId, tx.tenantId), eq(address.kind, "sender")));
  return rows.map(({ localPart }) => localPart);
}

/** How many received mails still hold their source. */
export function keptMails(tx: TenantDb): Promise<number> {
  return tx.sql.$count(inboundMail, and(eq(inboundMail.tenantId, tx.tenantId), isNotNull(inboundMail.raw)));
}

/** A domain of the tenant's own that has been added and not checked yet. */
export async function createDomain(tx: TenantDb, now: Instant): Promise<string> {
  const [row] = await tx.sql
    .insert(senderDomain)
    .values({ tenantId: tx.tenantId, name: `${tx.tenantId}.example`, state: "not_started", createdAt: now })
    .returning({ id: senderDomain.id });
  return row?.id ?? "";
}
