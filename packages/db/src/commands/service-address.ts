import { AppError } from "@heed/core/errors";
import { type Instant, Temporal } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { withoutValues } from "../database-error.ts";
import { randomSecret, secretHash } from "../random-token.ts";
import { serviceAddressRequest } from "../schema/connect.ts";
import { store } from "../schema/store.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";

export const REQUEST_DAYS = 7;
const AGAIN_AFTER = { seconds: 30 };

interface Request {
  readonly storeId: string;
  readonly address: string;
  readonly now: Instant;
}

/**
 * Asks whether a mailbox may get the answers of a store's buyers. The address counts once somebody there confirms;
 * until then the old one stays in use. @returns the token for the link
 */
export async function requestServiceAddress(tx: TenantDb, { storeId, address, now }: Request): Promise<string> {
  await refuseHaste(tx, storeId, now);
  const token = randomSecret();
  const values = {
    address: address.trim().toLowerCase(),
    tokenHash: secretHash(token),
    askedAt: now,
    expiresAt: now.add({ hours: 24 * REQUEST_DAYS }),
  };
  await tx.sql
    .insert(serviceAddressRequest)
    .values({ tenantId: tx.tenantId, storeId, ...values })
    .onConflictDoUpdate({ target: [serviceAddressRequest.tenantId, serviceAddressRequest.storeId], set: values });
  await appendAudit(tx, { now, act: "store.service_address_asked", subject: `store:${storeId}` });
  return token;
}

/** One mail in half a minute to one mailbox: a form must not become somebody's flood. */
async function refuseHaste(tx: TenantDb, storeId: string, now: Instant): Promise<void> {
  const [row] = await tx.sql
    .select({ askedAt: serviceAddressRequest.askedAt })
    .from(serviceAddressRequest)
    .where(and(eq(serviceAddressRequest.tenantId, tx.tenantId), eq(serviceAddressRequest.storeId, storeId)))
    .for("update");
  if (row !== undefined && Temporal.Instant.compare(row.askedAt.add(AGAIN_AFTER), now) > 0)
    throw new AppError("LIMIT_EXCEEDED", "A mail is on its way there. Try again in half a minute.");
}

export type Confirmation = "confirmed" | "unknown" | "expired";

/** The link of the mail: whoever reads that mailbox has no account here, so the token alone says whose request it is. */
export async function confirmServiceAddress(
  { db, system }: { readonly db: Db; readonly system: SystemDb },
  { token, now }: { readonly token: string; readonly now: Instant },
): Promise<Confirmation> {
  const tokenHash = secretHash(token);
  const [found] = await system.sql
    .select({ tenantId: serviceAddressRequest.tenantId })
    .from(serviceAddressRequest)
    .where(eq(serviceAddressRequest.tokenHash, tokenHash))
    .catch((error: unknown) => {
      throw withoutValues(error);
    });
  if (found === undefined) return "unknown";
  return withTenant(db, systemAccess(found.tenantId), (tx) => confirm(tx, { tokenHash, now }));
}

async function confirm(
  tx: TenantDb,
  { tokenHash, now }: { readonly tokenHash: Uint8Array; readonly now: Instant },
): Promise<Confirmation> {
  const [row] = await tx.sql
    .delete(serviceAddressRequest)
    .where(and(eq(serviceAddressRequest.tenantId, tx.tenantId), eq(serviceAddressRequest.tokenHash, tokenHash)))
    .returning();
  if (row === undefined) return "unknown";
  if (Temporal.Instant.compare(row.expiresAt, now) <= 0) return "expired";
  await tx.sql
    .update(store)
    .set({ serviceAddress: row.address, serviceAddressConfirmedAt: now })
    .where(and(eq(store.tenantId, tx.tenantId), eq(store.id, row.storeId)));
  await appendAudit(tx, { now, act: "store.service_address_confirmed", subject: `store:${row.storeId}` });
  await appendLive(tx, ["stores"], now);
  return "confirmed";
}
