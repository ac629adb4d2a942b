import type { Db } from "@heed/db/client";
import { type AuthUser, authAdapter, type SessionOrigin } from "@heed/db/identity/auth-adapter";
import type { NextAuthOptions, Session, User } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { type GoogleSettings, googleProviders, mayComeIn } from "./google.ts";

const LINK_MINUTES = 15;
const SESSION_SECONDS = 30 * 24 * 3600;
const SESSION_UPDATE_SECONDS = 24 * 3600;

export interface AuthParts {
  readonly db: Db;
  readonly secret: string;
  /** The address that people open. */
  readonly ownUrl: string;
  readonly google: GoogleSettings | null;
  /** Where one signs in, for the list of sessions. */
  readonly origin?: SessionOrigin | undefined;
  /** `link` holds the token: never logged. */
  readonly sendLink: (mail: { readonly to: string; readonly link: string; readonly minutes: number }) => Promise<void>;
  /** Hears the code of what went wrong, nothing of whom it went wrong for. */
  readonly report: (code: string) => void;
}

/** next-auth with sessions in the database; the adapter keeps hashes of tokens only. */
export function makeAuthOptions(parts: AuthParts): NextAuthOptions {
  return {
    adapter: authAdapter(parts.db, parts.origin) as Adapter,
    secret: parts.secret,
    session: { strategy: "database", maxAge: SESSION_SECONDS, updateAge: SESSION_UPDATE_SECONDS },
    pages: { signIn: "/sign-in", verifyRequest: "/sign-in/check-mail", error: "/sign-in/error" },
    providers: [emailProvider(parts), ...googleProviders(parts.google)],
    callbacks: {
      session: ({ session, user }) => withViewer(session, user),
      signIn: ({ account, profile }) => (account?.provider === "google" ? mayComeIn(parts.db, profile) : true),
    },
    logger: { error: parts.report, warn: () => undefined, debug: () => undefined },
  };
}

function emailProvider({ sendLink, ownUrl }: AuthParts): NextAuthOptions["providers"][number] {
  return {
    id: "email",
    type: "email",
    name: "Email",
    server: "",
    from: "",
    maxAge: LINK_MINUTES * 60,
    options: {},
    sendVerificationRequest: ({ identifier, url }) =>
      sendLink({ to: identifier, link: confirmLink(ownUrl, url), minutes: LINK_MINUTES }),
  };
}

/** Mail scanners open links: ours leads to a page whose button sends the token. */
function confirmLink(ownUrl: string, callback: string): string {
  return new URL(`/sign-in/confirm${new URL(callback).search}`, ownUrl).toString();
}

/** The adapter reads the state of the session together with its user. */
function withViewer(session: Session, user: User & Pick<AuthUser, "state">): Session {
  if (user.state === undefined) return session;
  return { ...session, viewer: { userId: user.id, email: user.email ?? "", ...user.state } };
}
