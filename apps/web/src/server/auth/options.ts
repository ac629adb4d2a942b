import "server-only";
import { type AuthUser, authAdapter, type SessionOrigin } from "@heed/db/identity/auth-adapter";
import type { NextAuthOptions, Session, User } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { env } from "../../env.ts";
import { services } from "../runtime.ts";
import { googleProvider, isVerifiedGoogle } from "./google.ts";
import { sendSignInMail } from "./send-sign-in-mail.ts";

const LINK_MINUTES = 15;
const SESSION_SECONDS = 30 * 24 * 3600;
const SESSION_UPDATE_SECONDS = 24 * 3600;

/** next-auth with sessions in the database; the adapter keeps hashes of tokens only. `origin`: where one signs in. */
export function authOptions(origin?: SessionOrigin): NextAuthOptions {
  const { log, db } = services();
  return {
    adapter: authAdapter(db, origin) as Adapter,
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: "database", maxAge: SESSION_SECONDS, updateAge: SESSION_UPDATE_SECONDS },
    pages: { signIn: "/sign-in", verifyRequest: "/sign-in/check-mail", error: "/sign-in/error" },
    providers: [emailProvider(), ...googleProvider()],
    callbacks: {
      session: ({ session, user }) => withViewer(session, user),
      signIn: ({ account, profile }) => account?.provider !== "google" || isVerifiedGoogle(profile),
    },
    logger: {
      error: (code) => log.warn({ code }, "next-auth reports an error"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

function emailProvider(): NextAuthOptions["providers"][number] {
  return {
    id: "email",
    type: "email",
    name: "Email",
    server: "",
    from: "",
    maxAge: LINK_MINUTES * 60,
    options: {},
    sendVerificationRequest: ({ identifier, url }) =>
      sendSignInMail({ to: identifier, link: confirmLink(url), minutes: LINK_MINUTES }),
  };
}

/** Mail scanners open links: ours leads to a page whose button sends the token. */
function confirmLink(callback: string): string {
  return new URL(`/sign-in/confirm${new URL(callback).search}`, env().AUTH_URL).toString();
}

/** The adapter reads the state of the session together with its user. */
function withViewer(session: Session, user: User & Pick<AuthUser, "state">): Session {
  if (user.state === undefined) return session;
  return { ...session, viewer: { userId: user.id, email: user.email ?? "", ...user.state } };
}
