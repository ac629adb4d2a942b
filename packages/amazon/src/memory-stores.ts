import type { Instant } from "@heed/core/time";
import type { CallLog, CallRecord, FreshToken, RateObservation, RateRequest, RateStore, TokenStore } from "./ports.ts";
import { TOKEN_MARGIN_SECONDS } from "./ports.ts";
import type { Bucket } from "./token-bucket.ts";
import { fullBucket, observeBucket, takeFromBucket } from "./token-bucket.ts";

/** Tokens of one process, for the CLI and tests; the lock is a chain of promises per store. */
export function memoryTokenStore(): TokenStore {
  const tokens = new Map<string, FreshToken>();
  const locks = new Map<string, Promise<unknown>>();

  function usable(storeId: string, now: Instant, rejected: string | null): string | null {
    const token = tokens.get(storeId);
    if (token === undefined || token.accessToken === rejected) return null;
    const valid = token.expiresAt.epochMilliseconds > now.epochMilliseconds + TOKEN_MARGIN_SECONDS * 1000;
    return valid ? token.accessToken : null;
  }

  return {
    withToken({ storeId, now, rejected }, refresh) {
      const turn = (locks.get(storeId) ?? Promise.resolve()).then(async () => {
        const known = usable(storeId, now, rejected);
        if (known !== null) return known;
        const fresh = await refresh();
        tokens.set(storeId, fresh);
        return fresh.accessToken;
      });
      locks.set(
        storeId,
        turn.catch(() => undefined),
      );
      return turn;
    },
  };
}

/** Buckets of one process, for the CLI and tests. */
export function memoryRateStore(): RateStore {
  const buckets = new Map<string, Bucket>();
  const keyOf = (of: RateRequest | RateObservation) => `${of.sellerId} ${of.operation}`;
  return {
    async take(request) {
      const bucket = buckets.get(keyOf(request)) ?? fullBucket(request);
      const taken = takeFromBucket(bucket, request.now);
      buckets.set(keyOf(request), taken.bucket);
      return taken.answer;
    },
    async observe(observation) {
      const bucket = buckets.get(keyOf(observation)) ?? fullBucket(observation);
      buckets.set(keyOf(observation), observeBucket(bucket, observation));
    },
  };
}

export interface MemoryCallLog extends CallLog {
  readonly calls: readonly CallRecord[];
  count(operation: string): number;
}

export function memoryCallLog(onCall?: (call: CallRecord) => void): MemoryCallLog {
  const calls: CallRecord[] = [];
  return {
    calls,
    count: (operation) => calls.filter((call) => call.operation === operation).length,
    record(call) {
      calls.push(call);
      onCall?.(call);
    },
  };
}
