import { Temporal } from "@heed/core/time";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fullBucket, observeBucket, takeFromBucket } from "./token-bucket.ts";

const start = Temporal.Instant.from("2026-07-01T00:00:00Z");

test("never lets more calls through than burst + rate × time, and one at every instant that it names", () => {
  const rates = fc.constantFrom(0.0056, 0.016, 0.5, 1, 2, 10);
  const steps = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(rates, fc.integer({ min: 1, max: 20 }), steps, (rate, burst, pauses) => {
      let bucket = fullBucket({ rate, burst, now: start });
      let now = start;
      let taken = 0;
      for (const milliseconds of pauses) {
        now = now.add({ milliseconds });
        const first = takeFromBucket(bucket, now);
        bucket = first.bucket;
        if (!first.answer.ok) {
          expect(Temporal.Instant.compare(first.answer.retryAt, now)).toBe(1);
          now = first.answer.retryAt;
          const second = takeFromBucket(bucket, now);
          expect(second.answer.ok).toBe(true);
          bucket = second.bucket;
        }
        taken++;
      }
      const seconds = (now.epochMilliseconds - start.epochMilliseconds) / 1000;
      expect(taken).toBeLessThanOrEqual(burst + rate * seconds + 1e-6);
    }),
  );
});

test("after a 429 gives the next token when Amazon said, and no earlier", () => {
  const of = { storeId: "s", sellerId: "A", operation: "o", rate: 1, burst: 5 };
  for (const seconds of [0.2, 1, 30]) {
    const blockedUntil = start.add({ milliseconds: seconds * 1000 });
    const bucket = observeBucket(fullBucket({ ...of, now: start }), { ...of, now: start, blockedUntil });
    expect(takeFromBucket(bucket, start).answer).toEqual({ ok: false, retryAt: blockedUntil });
    expect(takeFromBucket(bucket, blockedUntil).answer).toEqual({ ok: true });
  }
});
