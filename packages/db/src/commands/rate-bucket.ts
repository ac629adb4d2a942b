import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { apiBucket } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface BucketTake {
  readonly storeId: string;
  readonly operation: string;
  /** Tokens per second and the size of a full bucket, as Amazon publishes them; an observed rate wins. */
  readonly rate: number;
  readonly burst: number;
  readonly now: Instant;
}

export type TakeAnswer = { readonly ok: true } | { readonly ok: false; readonly retryAt: Instant };

/** Takes one token of a store's bucket, or none and tells when the next is expected. Processes share it by the row's lock. */
export async function takeToken(tx: TenantDb, take: BucketTake): Promise<TakeAnswer> {
  const bucket = await lockBucket(tx, take);
  const tokens = refilled(bucket, take.now);
  if (tokens < 1)
    return { ok: false, retryAt: take.now.add({ milliseconds: Math.ceil(((1 - tokens) / bucket.rate) * 1000) }) };
  await tx.sql
    .update(apiBucket)
    .set({ tokens: tokens - 1, refilledAt: take.now })
    .where(bucketKey(tx, take));
  return { ok: true };
}

export interface RateObserved extends BucketTake {
  /** After a 429: the next token comes at this instant. Null: the tokens stay as they are. */
  readonly blockedUntil: Instant | null;
}

/** Amazon tells the rate in force by `x-amzn-RateLimit-Limit`, and with a 429 that the bucket is empty. */
export async function observeRate(tx: TenantDb, observed: RateObserved): Promise<void> {
  const { now, rate, blockedUntil } = observed;
  const bucket = await lockBucket(tx, observed);
  const before = refilled(bucket, now);
  const tokens = blockedUntil === null ? before : Math.min(before, 1 - seconds(now, blockedUntil) * rate);
  if (bucket.rate === rate && tokens === before) return;
  await tx.sql.update(apiBucket).set({ rate, tokens, refilledAt: now }).where(bucketKey(tx, observed));
}

type Bucket = typeof apiBucket.$inferSelect;

async function lockBucket(tx: TenantDb, take: BucketTake): Promise<Bucket> {
  const [found] = await tx.sql.select().from(apiBucket).where(bucketKey(tx, take)).for("update");
  if (found !== undefined) return found;
  const { storeId, operation, rate, burst, now } = take;
  const fresh = { tenantId: tx.tenantId, storeId, operation, rate, burst, tokens: burst, refilledAt: now };
  await tx.sql.insert(apiBucket).values(fresh).onConflictDoNothing();
  const [made] = await tx.sql.select().from(apiBucket).where(bucketKey(tx, take)).for("update");
  return made ?? fresh;
}

function bucketKey(tx: TenantDb, { storeId, operation }: Pick<BucketTake, "storeId" | "operation">) {
  return and(eq(apiBucket.tenantId, tx.tenantId), eq(apiBucket.storeId, storeId), eq(apiBucket.operation, operation));
}

function refilled(bucket: Bucket, now: Instant): number {
  return Math.min(bucket.burst, bucket.tokens + Math.max(0, seconds(bucket.refilledAt, now)) * bucket.rate);
}

function seconds(from: Instant, to: Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 1000;
}
