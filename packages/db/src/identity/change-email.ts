import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import { and, eq, like } from "drizzle-orm";
import type { Db } from "../client.ts";
import { user, verificationToken } from "../schema/identity.ts";
import { normalizeEmail } from "./auth-adapter.ts";
import { hashToken, newToken } from "./bearer.ts";

const LIFETIME_HOURS = 24;

/** Tokens of sign-in stand in the same table under the address alone; this prefix is no address. */
const nameOf = (userId: string, email: string): string => `change:${userId}:${email}`;
const hexOf = (token: string): string => Buffer.from(hashToken(token)).toString("hex");

interface Request {
  readonly userId: string;
  readonly email: string;
  readonly now: Instant;
}

/** A token for the new address; earlier requests of this person are void. */
export async function requestEmailChange(
  db: Db,
  { userId, email, now }: Request,
): Promise<{ email: string; token: string }> {
  const address = normalizeEmail(email);
  const { token } = newToken();
  const expires = new Date(now.add({ hours: LIFETIME_HOURS }).epochMilliseconds);
  await db.transaction(async (tx) => {
    await tx.delete(verificationToken).where(like(verificationToken.identifier, `change:${userId}:%`));
    const identifier = nameOf(userId, address);
    await tx.insert(verificationToken).values({ identifier, tokenHash: hexOf(token), expires });
  });
  return { email: address, token };
}

/**
 * The new address counts once its owner pressed the button in the mail, signed in as the same person. Whether somebody
 * else has it is told here and not before: only its reader can come this far.
 */
export async function confirmEmailChange(
  db: Db,
  { userId, token, now }: { userId: string; token: string; now: Instant },
): Promise<{ before: string; email: string }> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .delete(verificationToken)
      .where(
        and(like(verificationToken.identifier, `change:${userId}:%`), eq(verificationToken.tokenHash, hexOf(token))),
      )
      .returning();
    if (row === undefined || row.expires.getTime() <= now.epochMilliseconds) {
      throw new AppError("NOT_FOUND", "This link does not work any more. Ask for another one.");
    }
    const email = row.identifier.slice(nameOf(userId, "").length);
    const [before] = await tx.select({ email: user.email }).from(user).where(eq(user.id, userId));
    const taken = await tx.$count(user, eq(user.email, email));
    if (taken > 0) throw new AppError("CONFLICT", "Another account uses this address already.");
    const emailVerified = new Date(now.epochMilliseconds);
    await tx.update(user).set({ email, emailVerified }).where(eq(user.id, userId));
    return { before: before?.email ?? "", email };
  });
}
