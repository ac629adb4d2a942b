import type { Instant } from "@heed/core/time";
import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { sessionState } from "../schema/identity.ts";

/** A browser's dialog for passkeys gives up after a minute or two; nobody is at it longer than this. */
const VALID = { minutes: 5 };

interface OfSession {
  readonly sessionId: string;
  readonly now: Instant;
}

/** What the next passkey answer of a session must be signed over; one asked for before is void. */
export async function keepChallenge(
  db: Db,
  { sessionId, challenge, now }: OfSession & { readonly challenge: string },
): Promise<void> {
  const asked = { challenge, challengedAt: now };
  await db
    .insert(sessionState)
    .values({ sessionId, ...asked })
    .onConflictDoUpdate({ target: sessionState.sessionId, set: asked });
}

/**
 * The challenge of a session, once: whatever the answer is worth, it is gone. Null where there is none or it is too
 * old. Of two answers that come at the same time one gets it.
 */
export async function takeChallenge(db: Db, { sessionId, now }: OfSession): Promise<string | null> {
  const since = now.subtract(VALID).toString();
  const [row] = await db.execute<{ challenge: string; valid: boolean }>(sql`
    update session_state set challenge = null, challenged_at = null
    where session_id = ${sessionId} and challenge is not null
    returning old.challenge as challenge, old.challenged_at > ${since}::timestamptz as valid`);
  return row?.valid === true ? row.challenge : null;
}
