import "server-only";
import type { SessionOrigin } from "@heed/db/identity/auth-adapter";
import type { NextAuthOptions } from "next-auth";
import { env } from "../../env.ts";
import { services } from "../runtime.ts";
import type { GoogleSettings } from "./google.ts";
import { makeAuthOptions } from "./make-auth-options.ts";
import { sendSignInMail } from "./send-sign-in-mail.ts";

/** next-auth as this process is set up. `origin`: where one signs in. */
export function authOptions(origin?: SessionOrigin): NextAuthOptions {
  const { log, db } = services();
  return makeAuthOptions({
    db,
    origin,
    secret: env().NEXTAUTH_SECRET,
    ownUrl: env().AUTH_URL,
    google: googleSettings(),
    sendLink: sendSignInMail,
    report: (code) => log.warn({ code }, "next-auth reports an error"),
  });
}

export const googleConfigured = (): boolean => googleSettings() !== null;

function googleSettings(): GoogleSettings | null {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = env();
  return clientId === undefined || clientSecret === undefined ? null : { clientId, clientSecret };
}
