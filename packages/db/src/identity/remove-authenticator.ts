import { AppError } from "@heed/core/errors";
import { and, eq, inArray } from "drizzle-orm";
import type { Db, Transaction } from "../client.ts";
import { authenticator, recoveryCode, session, sessionState } from "../schema/identity.ts";
import { confirmed } from "./second-factor.ts";

/** Removes one; with the last one go the recovery codes and the second factor of every session. */
export async function removeAuthenticator(
  db: Db,
  { userId, id }: { readonly userId: string; readonly id: string },
): Promise<{ name: string; left: number }> {
  return db.transaction(async (tx) => {
    const [removed] = await tx
      .delete(authenticator)
      .where(and(confirmed(userId), eq(authenticator.id, id)))
      .returning({ name: authenticator.name });
    if (removed === undefined) throw new AppError("NOT_FOUND", "This second factor is gone already.");
    const left = await tx.$count(authenticator, confirmed(userId));
    if (left === 0) await forgetFactor(tx, userId);
    return { name: removed.name, left };
  });
}

async function forgetFactor(tx: Transaction, userId: string): Promise<void> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.userId, userId));
  const own = tx.select({ id: session.id }).from(session).where(eq(session.userId, userId));
  await tx.update(sessionState).set({ factorLevel: 1, steppedUpAt: null }).where(inArray(sessionState.sessionId, own));
}
