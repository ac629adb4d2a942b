import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, asc, eq, isNotNull, isNull, lt, or, sql } from "drizzle-orm";
import type { Db, Transaction } from "../client.ts";
import { authenticator, sessionState } from "../schema/identity.ts";
import { type KeyRing, open, seal } from "../seal.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";
import { newTotpSecret, totpAddress, totpStep } from "./totp.ts";

/*
 * Second factor of a session (session_state):
 *   signed in            level 1
 *   code, passkey or recovery code given   level 2, stepped_up_at = now
 *   the last factor of the person removed  level 1 in all sessions
 */

export interface Authenticator {
  readonly id: string;
  readonly kind: "totp" | "passkey";
  readonly name: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** The confirmed second factors of a person, oldest first. */
export function listAuthenticators(db: Db, userId: string): Promise<Authenticator[]> {
  const { id, kind, name, createdAt, lastUsedAt } = authenticator;
  return db
    .select({ id, kind, name, createdAt, lastUsedAt })
    .from(authenticator)
    .where(confirmed(userId))
    .orderBy(asc(createdAt));
}

export const hasAuthenticator = async (db: Db, userId: string): Promise<boolean> =>
  (await db.$count(authenticator, confirmed(userId))) > 0;

/** Until its owner calls it something else. */
export const TOTP_NAME = "Authenticator app";

export interface NewTotp {
  readonly userId: string;
  readonly email: string;
  readonly now: Instant;
}

/** An app that shows codes; it counts once a code of it was given. Earlier starts that were left are forgotten. */
export async function startTotp(
  db: Db,
  ring: KeyRing,
  { userId, email, now }: NewTotp,
): Promise<{ id: string; secret: string; address: string }> {
  const secret = newTotpSecret();
  const [made] = await db.execute<{ id: string }>(sql`select uuidv7() as id`);
  const id = made?.id ?? "";
  const sealed = seal(ring, placeOf(userId, id), secret);
  await db.transaction(async (tx) => {
    await tx.delete(authenticator).where(and(eq(authenticator.userId, userId), isNull(authenticator.confirmedAt)));
    await tx
      .insert(authenticator)
      .values({ id, userId, kind: "totp", name: TOTP_NAME, secret: sealed, createdAt: now });
  });
  return { id, secret, address: totpAddress({ secret, email }) };
}

export interface Given {
  readonly userId: string;
  readonly sessionId: string;
  readonly code: string;
  readonly now: Instant;
}

/** @returns recovery codes where it is the person's first factor, else none; null when the code is wrong */
export async function confirmTotp(
  db: Db,
  ring: KeyRing,
  { id, ...given }: Given & { readonly id: string },
): Promise<readonly string[] | null> {
  const [row] = await db
    .select()
    .from(authenticator)
    .where(and(eq(authenticator.id, id), eq(authenticator.userId, given.userId), isNull(authenticator.confirmedAt)));
  if (row?.secret == null) throw new AppError("NOT_FOUND", "Start again: this set-up is no longer open.");
  const step = totpStep({ ...given, secret: open(ring, placeOf(given.userId, id), row.secret) });
  if (step === null) return null;
  const first = (await listAuthenticators(db, given.userId)).length === 0;
  return db.transaction(async (tx) => {
    await tx
      .update(authenticator)
      .set({ confirmedAt: given.now, lastUsedAt: given.now, lastStep: step })
      .where(eq(authenticator.id, id));
    await stepUp(tx, given);
    return first ? replaceRecoveryCodes(tx, given.userId) : [];
  });
}

/** Takes a code of one of the person's apps; a code of a step that was used before is refused. */
export async function takeTotp(
  db: Db,
  ring: KeyRing,
  { userId, code, now }: Omit<Given, "sessionId">,
): Promise<boolean> {
  const rows = await db
    .select({ id: authenticator.id, secret: authenticator.secret })
    .from(authenticator)
    .where(and(confirmed(userId), eq(authenticator.kind, "totp")));
  for (const { id, secret } of rows) {
    const step = secret === null ? null : totpStep({ secret: open(ring, placeOf(userId, id), secret), code, now });
    if (step !== null) return takeStep(db, { id, step, now });
  }
  return false;
}

async function takeStep(db: Db, { id, step, now }: { id: string; step: number; now: Instant }): Promise<boolean> {
  const rows = await db
    .update(authenticator)
    .set({ lastStep: step, lastUsedAt: now })
    .where(and(eq(authenticator.id, id), or(isNull(authenticator.lastStep), lt(authenticator.lastStep, step))))
    .returning({ id: authenticator.id });
  return rows.length === 1;
}

/** The session has its second factor, as of now. */
export async function stepUp(
  db: Db | Transaction,
  { sessionId, now }: { readonly sessionId: string; readonly now: Instant },
): Promise<void> {
  const given = { factorLevel: 2, steppedUpAt: now, challenge: null, challengedAt: null };
  await db
    .insert(sessionState)
    .values({ sessionId, ...given })
    .onConflictDoUpdate({ target: sessionState.sessionId, set: given });
}

export const confirmed = (userId: string) =>
  and(eq(authenticator.userId, userId), isNotNull(authenticator.confirmedAt));

/** A secret opens only in the row that it was sealed for. */
const placeOf = (userId: string, rowId: string) => ({
  table: "authenticator",
  column: "secret",
  tenantId: userId,
  rowId,
});
