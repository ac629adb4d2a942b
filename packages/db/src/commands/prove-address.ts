import { AppError } from "@heed/core/errors";
import { type Instant, Temporal } from "@heed/core/time";
import { and, eq, isNull } from "drizzle-orm";
import { randomSecret, secretHash } from "../random-token.ts";
import { address, storeMarketplace } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendLive } from "./append-outbox.ts";

/**
 * What is known of an address of ours. No API of Amazon's tells whether a seller entered it, so each step is proven by a
 * mail that came:
 *
 * | state      | proof                                                                              |
 * |------------|------------------------------------------------------------------------------------|
 * | not_proven | none                                                                               |
 * | receiving  | our own test mail arrived: the address works from end to end on our side           |
 * | proven     | notice: the first verified mail of Amazon's; sender: the canary was not rejected   |
 */
export type AddressState = "not_proven" | "receiving" | "proven";

export interface SelfTest {
  readonly storeId: string;
  readonly localPart: string;
  readonly kind: "notice" | "sender";
  /** Goes into the subject of the test mail; only its hash stays here. */
  readonly token: string;
}

const AGAIN_AFTER = { seconds: 30 };

/** Begins a test of an address: the mail that arrives with this token proves it. */
export async function beginSelfTest(
  tx: TenantDb,
  { addressId, now }: { readonly addressId: string; readonly now: Instant },
): Promise<SelfTest> {
  const here = and(eq(address.tenantId, tx.tenantId), eq(address.id, addressId));
  const [row] = await tx.sql.select().from(address).where(here).for("update");
  if (row === undefined) throw new AppError("NOT_FOUND", "This address does not exist here.");
  if (row.testedAt !== null && Temporal.Instant.compare(row.testedAt.add(AGAIN_AFTER), now) > 0)
    throw new AppError("LIMIT_EXCEEDED", "A test mail is on its way. Try again in half a minute.");
  const token = randomSecret();
  await tx.sql
    .update(address)
    .set({ testHash: secretHash(token), testedAt: now })
    .where(here);
  const { storeId, localPart, kind } = row;
  return { storeId, localPart, kind, token };
}

const SUBJECT = "Heed self-test";
const TOKEN = /^Heed self-test ([\w-]{43})$/;

export const selfTestSubject = (token: string): string => `${SUBJECT} ${token}`;

interface ArrivedMail {
  readonly addressId: string;
  readonly subject: string;
  readonly now: Instant;
}

/** @returns whether the mail was our own test of this very address; nobody else knows its token */
export async function noteSelfTest(tx: TenantDb, { addressId, subject, now }: ArrivedMail): Promise<boolean> {
  const token = TOKEN.exec(subject.trim())?.[1];
  if (token === undefined) return false;
  const [row] = await tx.sql
    .update(address)
    .set({ receivedAt: now, testHash: null })
    .where(and(eq(address.tenantId, tx.tenantId), eq(address.id, addressId), eq(address.testHash, secretHash(token))))
    .returning({ storeId: address.storeId, kind: address.kind });
  if (row === undefined) return false;
  if (row.kind === "sender") await senderReceives(tx, row.storeId);
  await appendLive(tx, ["stores"], now);
  return true;
}

/** One sender serves all marketplaces of its store. */
async function senderReceives(tx: TenantDb, storeId: string): Promise<void> {
  await tx.sql
    .update(storeMarketplace)
    .set({ senderState: "receiving" })
    .where(
      and(
        eq(storeMarketplace.tenantId, tx.tenantId),
        eq(storeMarketplace.storeId, storeId),
        eq(storeMarketplace.senderState, "not_proven"),
      ),
    );
}

/** A verified mail of Amazon's at a notice address: the seller has entered it. */
export async function noteAmazonMail(tx: TenantDb, { addressId, now }: Omit<ArrivedMail, "subject">): Promise<void> {
  const rows = await tx.sql
    .update(address)
    .set({ provenAt: now })
    .where(
      and(
        eq(address.tenantId, tx.tenantId),
        eq(address.id, addressId),
        eq(address.kind, "notice"),
        isNull(address.provenAt),
      ),
    )
    .returning({ id: address.id });
  if (rows.length > 0) await appendLive(tx, ["stores"], now);
}
