import { Temporal } from "@heed/core/time";
import type { Entry } from "@heed/sandbox/journal/entry";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLog, readMessages, type SeenMessage } from "../testing/read-state.ts";
import { type MainJob, START, startMainJob } from "../testing/start-main-job.ts";
import { orderIdOf, worldBuyer, worldOrder } from "../testing/world-order.ts";

const start = Temporal.Instant.from(START);
const REQUEST = "createProductReviewAndSellerFeedbackSolicitation";
const READ = "getSolicitationActionsForOrder";

interface Case {
  readonly name: string;
  readonly fault: Readonly<Record<string, unknown>>;
  readonly state: string;
  readonly requests: number;
  /** Minutes after the lost call at which Amazon's actions were read. */
  readonly reads: readonly number[];
  /** Faults on the reads that follow. */
  readonly readFault?: Readonly<Record<string, unknown>>;
}

const ALL_READS = [10, 60, 1440];
const once = { times: 1 };

/**
 * What Amazon answers to the request, and where the message ends (DESIGN §6). Only an answer that may hide an accepted
 * request is lost; the request itself is never repeated before two reads found it still offered.
 */
const CASES: readonly Case[] = [
  { name: "429 without Retry-After", fault: { kind: "throttle", times: 2 }, state: "reached", requests: 3, reads: [] },
  {
    name: "429 with Retry-After",
    fault: { kind: "throttle_wait", seconds: 90, ...once },
    state: "reached",
    requests: 2,
    reads: [],
  },
  { name: "expired token", fault: { kind: "expired_token", ...once }, state: "reached", requests: 2, reads: [] },
  { name: "slow body", fault: { kind: "slow_body", seconds: 0.2, ...once }, state: "reached", requests: 1, reads: [] },
  { name: "500, not accepted", fault: { kind: "error_500", ...once }, state: "reached", requests: 2, reads: [10, 60] },
  { name: "503, not accepted", fault: { kind: "error_503", ...once }, state: "reached", requests: 2, reads: [10, 60] },
  {
    name: "HTML page, not accepted",
    fault: { kind: "html_error", ...once },
    state: "reached",
    requests: 2,
    reads: [10, 60],
  },
  {
    name: "reset before accept",
    fault: { kind: "reset", effect: false, ...once },
    state: "reached",
    requests: 2,
    reads: [10, 60],
  },
  {
    name: "500, accepted",
    fault: { kind: "error_500", effect: true, ...once },
    state: "unknown",
    requests: 1,
    reads: ALL_READS,
  },
  { name: "reset after accept", fault: { kind: "reset", ...once }, state: "unknown", requests: 1, reads: ALL_READS },
  {
    name: "truncated JSON",
    fault: { kind: "truncated_json", ...once },
    state: "unknown",
    requests: 1,
    reads: ALL_READS,
  },
  { name: "timeout", fault: { kind: "timeout", ...once }, state: "unknown", requests: 1, reads: ALL_READS },
  {
    name: "body slower than the time limit",
    fault: { kind: "slow_body", seconds: 40, ...once },
    state: "unknown",
    requests: 1,
    reads: ALL_READS,
  },
  {
    name: "not accepted, and the reads answer 500 twice",
    fault: { kind: "error_500", ...once },
    readFault: { kind: "error_500", times: 2 },
    state: "reached",
    requests: 2,
    reads: [10, 10, 10, 60],
  },
];

describe("a review request that Amazon answers badly", () => {
  let job: MainJob;
  let log: Entry[] = [];
  let messages: SeenMessage[] = [];

  beforeAll(async () => {
    const numbers = CASES.map((_, index) => index + 1);
    const due = (n: number) => start.add({ minutes: 10 + 3 * n });
    job = await startMainJob({
      orders: 0,
      env: { HEED_CALL_TIMEOUT_MS: "1500" },
      put: {
        orders: numbers.map((n) => worldOrder({ n, place: "de", due: due(n) })),
        buyers: numbers.map((n) => worldBuyer(n, { place: "de" })),
      },
    });
    for (const [index, { fault, readFault }] of CASES.entries()) {
      const path = `/solicitations/v1/orders/${orderIdOf(index + 1)}`;
      await job.control("POST", "/faults", { op: REQUEST, path, ...fault });
      if (readFault !== undefined) await job.control("POST", "/faults", { op: READ, path, ...readFault });
    }
    await job.run(start.add({ hours: 30 }));
    log = await readLog(job.sandbox.logPath);
    messages = await readMessages(job.database.urls.DATABASE_CHECK_URL);
  }, 180_000);
  afterAll(() => job.stop());

  const calls = (n: number, operation: string) =>
    log.flatMap((entry) =>
      entry.kind === "amazon.call" && entry.operation === operation && entry.orderId === orderIdOf(n)
        ? [Temporal.Instant.from(entry.at)]
        : [],
    );

  it.each(CASES.map((entry, index) => ({ ...entry, n: index + 1 })))(
    "$name → $state after $requests requests",
    ({ n, state, requests, reads }) => {
      expect(messages.find(({ orderId }) => orderId === orderIdOf(n))?.state).toBe(state);
      const made = calls(n, REQUEST);
      expect(made).toHaveLength(requests);
      const [first = start] = made;
      const minutes = calls(n, READ).map((at) => Math.round(at.since(first).total("minutes")));
      expect(minutes.map((minute) => nearest(minute))).toEqual(reads);
    },
  );

  it("makes no call at all for an order without a fault beyond its one request", async () => {
    expect(calls(CASES.length + 1, REQUEST)).toEqual([]);
    expect(messages).toHaveLength(CASES.length);
  });
});

/** A read comes with the next full minute after it is due, and a failed one is repeated within seconds. */
function nearest(minute: number): number {
  return [...ALL_READS, minute].find((wanted) => minute >= wanted && minute - wanted <= 3) ?? minute;
}
