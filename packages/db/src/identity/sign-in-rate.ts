import type { Instant } from "@heed/core/time";
import { eq, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { rateBucket } from "../schema/identity.ts";

export interface TakeToken {
  /** A hash: addresses do not stand in this table. */
  readonly key: string;
  readonly capacity: number;
  readonly refillPerHour: number;
  readonly now: Instant;
}

/** As if nothing had been taken. */
export async function refillBucket(db: Db, key: string): Promise<void> {
  await db.delete(rateBucket).where(eq(rateBucket.key, key));
}

/**
 * Takes a token out of the bucket, in one statement, so that attempts at once cannot share one. False: wait.
 * Tokens are whole, so the time of the last refill advances by whole tokens and no fraction is lost.
 */
export async function takeToken(db: Db, { key, capacity, refillPerHour, now }: TakeToken): Promise<boolean> {
  const { tokens, refilledAt } = rateBucket;
  const gained = sql`greatest(0, floor(extract(epoch from ${now}::timestamptz - ${refilledAt}) * ${refillPerHour}::int / 3600))::int`;
  const rows = await db
    .insert(rateBucket)
    .values({ key, tokens: capacity - 1, refilledAt: now })
    .onConflictDoUpdate({
      target: rateBucket.key,
      set: {
        tokens: sql`least(${capacity}::int, ${tokens} + ${gained}) - 1`,
        refilledAt: sql`case when ${tokens} + ${gained} >= ${capacity}::int then ${now}::timestamptz
          else ${refilledAt} + ${gained} * interval '1 hour' / ${refillPerHour}::int end`,
      },
      setWhere: sql`${tokens} + ${gained} > 0`,
    })
    .returning({ key: rateBucket.key });
  return rows.length === 1;
}
