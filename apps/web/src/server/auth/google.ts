import type { Db } from "@heed/db/client";
import { authAdapter } from "@heed/db/identity/auth-adapter";
import type { NextAuthOptions } from "next-auth";
import GoogleProvider from "next-auth/providers/google";
import { z } from "zod";

export interface GoogleSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where Google describes itself; a test puts a look-alike in its place. */
  readonly wellKnown?: string;
}

/**
 * Google as a way in, where it is configured; what it hands over besides the address (tokens, picture) is dropped by the
 * adapter and here. Who may join an account that exists is decided by `mayComeIn`, so next-auth does not ask.
 */
export function googleProviders(settings: GoogleSettings | null): NextAuthOptions["providers"] {
  if (settings === null) return [];
  return [
    GoogleProvider({
      ...settings,
      allowDangerousEmailAccountLinking: true,
      authorization: { params: { scope: "openid email", prompt: "select_account" } },
      profile: ({ sub, email }: { sub: string; email: string }) => ({ id: sub, email: email.toLowerCase() }),
    }),
  ];
}

const PROFILE = z.object({
  sub: z.string().min(1),
  email: z.email().transform((email) => email.toLowerCase()),
  email_verified: z.literal(true),
  hd: z.string().min(1).optional(),
});

/** The page that says to use a link by mail. */
const NOT_JOINED = "/sign-in/error?error=OAuthAccountNotLinked";

/*
 * Whom a profile of Google lets in (developers.google.com/identity/sign-in/web/backend-auth, read 2026-11-25):
 *   address not verified                              nobody
 *   the account of Google signed in here before       that person
 *   address of Google's own (gmail, or `hd`)          the person who has the address here, or a new one
 *   another address, nobody has it here               a new person
 *   another address that somebody has here            nobody: Google verified it once, and it may have changed hands
 */
export async function mayComeIn(db: Db, profile: unknown): Promise<boolean | string> {
  const { data } = PROFILE.safeParse(profile);
  if (data === undefined) return false;
  if (data.email.endsWith("@gmail.com") || data.hd !== undefined) return true;
  const { getUserByAccount, getUserByEmail } = authAdapter(db);
  if ((await getUserByAccount({ provider: "google", providerAccountId: data.sub })) !== null) return true;
  return (await getUserByEmail(data.email)) === null ? true : NOT_JOINED;
}
