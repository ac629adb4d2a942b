import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { authenticator } from "../schema/identity.ts";
import { replaceRecoveryCodes } from "./recovery-codes.ts";
import { confirmed, hasAuthenticator, stepUp } from "./second-factor.ts";

/** What an authenticator gave when the passkey was made; nothing of it is secret. */
export interface Credential {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  /** How often it signed, as it says; those that are copied between devices always say 0. */
  readonly signCount: number;
  readonly transports: readonly string[];
}

export interface Passkey extends Credential {
  readonly id: string;
}

export async function listPasskeys(db: Db, userId: string): Promise<Passkey[]> {
  const { id, credentialId, publicKey, signCount, transports } = authenticator;
  const rows = await db
    .select({ id, credentialId, publicKey, signCount, transports })
    .from(authenticator)
    .where(and(confirmed(userId), eq(authenticator.kind, "passkey")));
  return rows.flatMap(({ credentialId: credential, publicKey: key, ...row }) =>
    credential === null || key === null
      ? []
      : [{ ...row, credentialId: credential, publicKey: key, transports: row.transports ?? [] }],
  );
}

export interface NewPasskey {
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly credential: Credential;
  readonly now: Instant;
}

/** Keeps a passkey whose answer was checked. @returns recovery codes where it is the person's first factor, else none */
export async function addPasskey(
  db: Db,
  { userId, sessionId, name, credential, now }: NewPasskey,
): Promise<readonly string[]> {
  const first = !(await hasAuthenticator(db, userId));
  return db.transaction(async (tx) => {
    const made = await tx
      .insert(authenticator)
      .values({
        ...credential,
        transports: [...credential.transports],
        userId,
        kind: "passkey",
        name,
        createdAt: now,
        confirmedAt: now,
        lastUsedAt: now,
      })
      .onConflictDoNothing({ target: authenticator.credentialId })
      .returning({ id: authenticator.id });
    if (made.length === 0) throw new AppError("CONFLICT", "This passkey is set up already.");
    await stepUp(tx, { sessionId, now });
    return first ? replaceRecoveryCodes(tx, userId) : [];
  });
}

interface Use {
  readonly passkey: Passkey;
  /** What the authenticator says now; that it went up was checked with the signature. */
  readonly signCount: number;
  readonly now: Instant;
}

/** Keeps the new count. False where another answer was taken meanwhile, or the passkey was removed. */
export async function countPasskeyUse(db: Db, { passkey, signCount, now }: Use): Promise<boolean> {
  const rows = await db
    .update(authenticator)
    .set({ signCount, lastUsedAt: now })
    .where(and(eq(authenticator.id, passkey.id), eq(authenticator.signCount, passkey.signCount)))
    .returning({ id: authenticator.id });
  return rows.length === 1;
}
