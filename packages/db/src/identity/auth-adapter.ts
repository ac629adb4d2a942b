import { createHash } from "node:crypto";
import { Temporal } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { account, session, sessionState, user, verificationToken } from "../schema/identity.ts";

/** As next-auth 4 knows a user; `state` is that of the session it was read with. */
export interface AuthUser {
  id: string;
  email: string;
  emailVerified: Date | null;
  name: string | null;
  image: string | null;
  state?: SessionFacts;
}

export interface SessionFacts {
  readonly sessionId: string;
  /** 1: signed in by link or provider; 2: second factor given since. */
  readonly factorLevel: number;
  readonly steppedUpAt: Temporal.Instant | null;
}

/** Where a session is opened, for the list of sessions of its owner. */
export interface SessionOrigin {
  readonly device: string | null;
  readonly network: string | null;
}

export interface AuthSession {
  sessionToken: string;
  userId: string;
  expires: Date;
}

export interface AuthToken {
  identifier: string;
  token: string;
  expires: Date;
}

export interface AuthAccount {
  userId: string;
  type: string;
  provider: string;
  providerAccountId: string;
}

type AccountKey = Pick<AuthAccount, "provider" | "providerAccountId">;
type UserChange = { id: string } & { [K in "email" | "emailVerified" | "name" | "image"]?: AuthUser[K] | undefined };

/**
 * Storage of next-auth 4. A session is kept as the SHA-256 of its token; next-auth hands verification tokens in as a
 * hash already; tokens of providers (Google) are dropped. Sessions live on real time, also in demo.
 */
export function authAdapter(db: Db, origin: SessionOrigin = { device: null, network: null }) {
  return { ...userMethods(db), ...accountMethods(db), ...sessionMethods(db, origin), ...tokenMethods(db) };
}

export const sessionHash = (token: string): Uint8Array => createHash("sha256").update(token).digest();

/** One person, however the address was typed. */
export const normalizeEmail = (email: string): string => email.trim().toLowerCase();

const USER = { id: user.id, email: user.email, emailVerified: user.emailVerified, name: user.name, image: user.image };

function userMethods(db: Db) {
  const find = async (condition: ReturnType<typeof eq>): Promise<AuthUser | null> => {
    const [row] = await db.select(USER).from(user).where(condition);
    return row ?? null;
  };
  return {
    createUser: async (values: Omit<UserChange, "id"> & { email: string }): Promise<AuthUser> => {
      const columns = { ...pickUser(values), email: normalizeEmail(values.email), createdAt: Temporal.Now.instant() };
      const [row] = await db.insert(user).values(columns).returning(USER);
      return row ?? raise("user");
    },
    getUser: (id: string) => find(eq(user.id, id)),
    getUserByEmail: (email: string) => find(eq(user.email, normalizeEmail(email))),
    updateUser: async (change: UserChange): Promise<AuthUser> => {
      const email = change.email === undefined ? {} : { email: normalizeEmail(change.email) };
      const [row] = await db
        .update(user)
        .set({ ...pickUser(change), ...email })
        .where(eq(user.id, change.id))
        .returning(USER);
      return row ?? raise("user");
    },
    deleteUser: async (id: string): Promise<void> => {
      await db.delete(user).where(eq(user.id, id));
    },
  };
}

function accountMethods(db: Db) {
  const same = (key: AccountKey) =>
    and(eq(account.provider, key.provider), eq(account.providerAccountId, key.providerAccountId));
  return {
    getUserByAccount: async (key: AccountKey): Promise<AuthUser | null> => {
      const [row] = await db.select(USER).from(account).innerJoin(user, eq(user.id, account.userId)).where(same(key));
      return row ?? null;
    },
    linkAccount: async ({ userId, type, provider, providerAccountId }: AuthAccount): Promise<void> => {
      await db.insert(account).values({ userId, type, provider, providerAccountId });
    },
    unlinkAccount: async (key: AccountKey): Promise<void> => {
      await db.delete(account).where(same(key));
    },
  };
}

function sessionMethods(db: Db, origin: SessionOrigin) {
  const having = (token: string) => eq(session.tokenHash, sessionHash(token));
  const { factorLevel, steppedUpAt } = sessionState;
  return {
    createSession: async (made: AuthSession): Promise<AuthSession> => {
      await insertSession(db, { ...made, origin });
      return made;
    },
    getSessionAndUser: async (token: string): Promise<{ session: AuthSession; user: AuthUser } | null> => {
      const [row] = await db
        .select({ user: USER, expires: session.expires, sessionId: session.id, factorLevel, steppedUpAt })
        .from(session)
        .innerJoin(user, eq(user.id, session.userId))
        .leftJoin(sessionState, eq(sessionState.sessionId, session.id))
        .where(having(token));
      if (row === undefined) return null;
      const state = { sessionId: row.sessionId, factorLevel: row.factorLevel ?? 1, steppedUpAt: row.steppedUpAt };
      return {
        session: { sessionToken: token, userId: row.user.id, expires: row.expires },
        user: { ...row.user, state },
      };
    },
    updateSession: async (change: {
      sessionToken: string;
      expires?: Date | undefined;
    }): Promise<AuthSession | null> => {
      if (change.expires === undefined) return null;
      const { sessionToken, expires } = change;
      const [row] = await db.update(session).set({ expires }).where(having(sessionToken)).returning();
      return row === undefined ? null : { sessionToken, userId: row.userId, expires };
    },
    deleteSession: async (token: string): Promise<void> => {
      await db.delete(session).where(having(token));
    },
  };
}

function tokenMethods(db: Db) {
  return {
    createVerificationToken: async ({ identifier, token, expires }: AuthToken): Promise<AuthToken> => {
      await db.insert(verificationToken).values({ identifier, tokenHash: token, expires });
      return { identifier, token, expires };
    },
    /** Reads and removes in one statement: of two clicks at once, one signs in. */
    useVerificationToken: async ({ identifier, token }: Omit<AuthToken, "expires">): Promise<AuthToken | null> => {
      const [row] = await db
        .delete(verificationToken)
        .where(and(eq(verificationToken.identifier, identifier), eq(verificationToken.tokenHash, token)))
        .returning();
      return row === undefined ? null : { identifier, token, expires: row.expires };
    },
  };
}

export interface NewSession extends AuthSession {
  readonly origin?: SessionOrigin;
  /** For tests: as if a second factor had been given then. */
  readonly steppedUpAt?: Temporal.Instant;
}

/** The session and its factor level, in one transaction. */
export async function insertSession(db: Db, made: NewSession): Promise<void> {
  const { sessionToken, userId, expires, origin, steppedUpAt = null } = made;
  await db.transaction(async (tx) => {
    const [row] = await tx
      .insert(session)
      .values({ tokenHash: sessionHash(sessionToken), userId, expires, createdAt: Temporal.Now.instant(), ...origin })
      .returning({ id: session.id });
    if (row === undefined) raise("session");
    await tx.insert(sessionState).values({ sessionId: row.id, steppedUpAt, factorLevel: steppedUpAt === null ? 1 : 2 });
  });
}

function pickUser({ emailVerified, name, image }: Omit<UserChange, "id">) {
  return {
    ...(emailVerified === undefined ? {} : { emailVerified }),
    ...(name === undefined ? {} : { name }),
    ...(image === undefined ? {} : { image }),
  };
}

function raise(what: string): never {
  throw new Error(`The ${what} is gone.`);
}
