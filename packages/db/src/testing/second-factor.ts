import type { Instant } from "@heed/core/time";
import { eq } from "drizzle-orm";
import { generateSync } from "otplib";
import type { Db } from "../client.ts";
import { sessionHash } from "../identity/auth-adapter.ts";
import { session, user } from "../schema/identity.ts";

/** What an authenticator app shows at that moment. */
export const codeFor = (secret: string, now: Instant): string =>
  generateSync({ secret, epoch: Math.floor(now.epochMilliseconds / 1000) });

export async function emailOf(db: Db, userId: string): Promise<string> {
  const [row] = await db.select({ email: user.email }).from(user).where(eq(user.id, userId));
  return row?.email ?? "";
}

export async function sessionIdOf(db: Db, token: string): Promise<string> {
  const [row] = await db
    .select({ id: session.id })
    .from(session)
    .where(eq(session.tokenHash, sessionHash(token)));
  return row?.id ?? "";
}
