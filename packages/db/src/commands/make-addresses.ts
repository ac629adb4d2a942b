import { and, eq } from "drizzle-orm";
import { randomLetters } from "../random-token.ts";
import { address } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

const NOTICE_LETTERS = 12;
const SENDER_LETTERS = 10;

/**
 * The store's addresses at our domains: one for notices per marketplace, and one sender, which has to be entered in
 * Seller Central once and therefore never changes. What exists stays.
 */
export async function makeAddresses(
  tx: TenantDb,
  { storeId, marketplaceIds }: { readonly storeId: string; readonly marketplaceIds: readonly string[] },
): Promise<void> {
  const base = { tenantId: tx.tenantId, storeId };
  const known = await tx.sql
    .select({ kind: address.kind, marketplaceId: address.marketplaceId })
    .from(address)
    .where(and(eq(address.tenantId, tx.tenantId), eq(address.storeId, storeId)));
  const notices = marketplaceIds
    .filter((id) => !known.some(({ kind, marketplaceId }) => kind === "notice" && marketplaceId === id))
    .map((marketplaceId) => {
      return { ...base, marketplaceId, kind: "notice" as const, localPart: `n-${randomLetters(NOTICE_LETTERS)}` };
    });
  const [first] = marketplaceIds;
  const needsSender = first !== undefined && !known.some(({ kind }) => kind === "sender");
  const sender = needsSender
    ? [{ ...base, marketplaceId: first, kind: "sender" as const, localPart: randomLetters(SENDER_LETTERS) }]
    : [];
  const made = [...notices, ...sender];
  if (made.length > 0) await tx.sql.insert(address).values(made);
}
