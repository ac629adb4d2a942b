import type { Instant } from "@heed/core/time";
import { and, desc, eq, gt, ne } from "drizzle-orm";
import type { Db } from "../client.ts";
import { session } from "../schema/identity.ts";

export interface SessionRow {
  readonly id: string;
  readonly device: string | null;
  readonly network: string | null;
  readonly createdAt: Instant;
  readonly current: boolean;
}

interface Mine {
  readonly userId: string;
  readonly sessionId: string;
}

/** The open sessions of a person, newest first. */
export async function listSessions(db: Db, { userId, sessionId, now }: Mine & { now: Instant }): Promise<SessionRow[]> {
  const { id, device, network, createdAt } = session;
  const rows = await db
    .select({ id, device, network, createdAt })
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expires, new Date(now.epochMilliseconds))))
    .orderBy(desc(createdAt), desc(id));
  return rows.map((row) => ({ ...row, current: row.id === sessionId }));
}

/** Ends one session of this person. @returns whether there was one */
export async function endSession(db: Db, { userId, id }: { userId: string; id: string }): Promise<boolean> {
  const rows = await db
    .delete(session)
    .where(and(eq(session.userId, userId), eq(session.id, id)))
    .returning({ id: session.id });
  return rows.length === 1;
}

/** Ends all sessions of this person but the one that asks. @returns how many */
export async function endOtherSessions(db: Db, { userId, sessionId }: Mine): Promise<number> {
  const rows = await db
    .delete(session)
    .where(and(eq(session.userId, userId), ne(session.id, sessionId)))
    .returning({ id: session.id });
  return rows.length;
}
