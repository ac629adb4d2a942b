import { createHash, randomBytes } from "node:crypto";
import type { Instant } from "@heed/core/time";
import type { Db } from "../client.ts";
import { authAdapter, insertSession, normalizeEmail } from "./auth-adapter.ts";

const LIFETIME = { minutes: 15 };

export interface SignInLinkInput {
  readonly email: string;
  /** `AUTH_URL`. */
  readonly authUrl: string;
  /** `NEXTAUTH_SECRET`, with which next-auth hashes the token. */
  readonly secret: string;
  /** Real time: next-auth compares with the clock of the machine. */
  readonly now: Instant;
}

/**
 * An ordinary magic link of next-auth, made without sending a mail: the token is stored as next-auth stores it
 * (hex SHA-256 of token and secret; next-auth 4.24, core/lib/utils), works once and for 15 minutes.
 */
export async function createSignInLink(db: Db, input: SignInLinkInput): Promise<{ url: string; expires: Instant }> {
  const token = randomBytes(32).toString("hex");
  const identifier = normalizeEmail(input.email);
  const expires = input.now.add(LIFETIME);
  const hash = createHash("sha256").update(`${token}${input.secret}`).digest("hex");
  await authAdapter(db).createVerificationToken({
    identifier,
    token: hash,
    expires: new Date(expires.epochMilliseconds),
  });
  const url = new URL("/sign-in/confirm", input.authUrl);
  url.search = new URLSearchParams({
    callbackUrl: new URL("/w", input.authUrl).href,
    token,
    email: identifier,
  }).toString();
  return { url: url.href, expires };
}

/** A session without a sign-in, for tests and the access matrix; the token is the cookie's value. `steppedUpAt` gives it a second factor. */
export async function createSessionFor(
  db: Db,
  { expires, ...session }: { userId: string; expires: Instant; steppedUpAt?: Instant },
): Promise<{ token: string }> {
  const token = randomBytes(32).toString("hex");
  await insertSession(db, { ...session, sessionToken: token, expires: new Date(expires.epochMilliseconds) });
  return { token };
}
