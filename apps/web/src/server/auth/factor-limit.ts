import { createHash } from "node:crypto";
import { AppError } from "@heed/core/errors";
import type { Instant } from "@heed/core/time";
import type { Db } from "@heed/db/client";
import { refillBucket, takeToken } from "@heed/db/identity/sign-in-rate";

/** Wrong codes in a row, and per hour: guessing one of a million takes years (three steps are accepted at a time). */
const TRIES = { capacity: 10, refillPerHour: 20 };

/** Lets `attempt` run while this person has tries left; one that succeeds gives them back. */
export async function limitTries<T>(
  db: Db,
  { userId, now }: { readonly userId: string; readonly now: Instant },
  attempt: () => Promise<T>,
): Promise<T> {
  const key = `factor:${createHash("sha256").update(userId).digest("hex")}`;
  if (!(await takeToken(db, { key, ...TRIES, now }))) {
    throw new AppError("LIMIT_EXCEEDED", "Too many wrong codes. Try again in some minutes.");
  }
  const answer = await attempt();
  await refillBucket(db, key);
  return answer;
}
