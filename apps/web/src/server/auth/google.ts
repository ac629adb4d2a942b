import "server-only";
import GoogleProvider from "next-auth/providers/google";
import { env } from "../../env.ts";

export const googleConfigured = (): boolean => env().GOOGLE_CLIENT_ID !== undefined;

/**
 * Google as a way in, where it is configured. Its addresses are verified by Google, so one that has an account here by
 * link is the same person; what Google hands over besides (tokens, picture) is dropped by the adapter and here.
 */
export function googleProvider() {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = env();
  if (clientId === undefined || clientSecret === undefined) return [];
  return [
    GoogleProvider({
      clientId,
      clientSecret,
      allowDangerousEmailAccountLinking: true,
      authorization: { params: { scope: "openid email", prompt: "select_account" } },
      profile: ({ sub, email }: { sub: string; email: string }) => ({ id: sub, email: email.toLowerCase() }),
    }),
  ];
}

/** A profile whose address Google has not verified opens nothing. */
export const isVerifiedGoogle = (profile: unknown): boolean =>
  typeof profile === "object" && profile !== null && "email_verified" in profile && profile.email_verified === true;
