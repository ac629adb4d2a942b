import { Temporal } from "@heed/core/time";
import type { Entry, ResendCall } from "@heed/sandbox/journal/entry";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readLog, readMessages, type SeenMessage } from "../testing/read-state.ts";
import { type MainJob, START, startMainJob } from "../testing/start-main-job.ts";
import { orderIdOf, worldBuyer, worldOrder } from "../testing/world-order.ts";

/** Nine in the morning in Los Angeles, when the send hours open. */
const OPEN = Temporal.Instant.from(START).add({ hours: 9 });
const APART = { minutes: 40 };

interface Case {
  readonly name: string;
  readonly faults: readonly Readonly<Record<string, unknown>>[];
  readonly state: string;
  /** What Resend got to see: sent once, repeated with the same key, refused. */
  readonly seen: readonly ("accepted" | "repeated" | "no")[];
}

/** Where an e-mail ends that Resend answers badly: a repeat carries the same key until the answer is known. */
const CASES: readonly Case[] = [
  { name: "429", faults: [{ kind: "throttle", times: 1 }], state: "reached", seen: ["no", "accepted"] },
  { name: "500", faults: [{ kind: "error_500", times: 2 }], state: "reached", seen: ["no", "no", "accepted"] },
  { name: "503", faults: [{ kind: "error_503", times: 1 }], state: "reached", seen: ["no", "accepted"] },
  { name: "HTML page", faults: [{ kind: "html_error", times: 1 }], state: "reached", seen: ["no", "accepted"] },
  {
    name: "reset before accept",
    faults: [{ kind: "reset", effect: false, times: 1 }],
    state: "reached",
    seen: ["no", "accepted"],
  },
  {
    name: "reset after accept",
    faults: [{ kind: "reset", times: 1 }],
    state: "reached",
    seen: ["accepted", "repeated"],
  },
  {
    name: "timeout after accept",
    faults: [{ kind: "timeout", times: 1 }],
    state: "reached",
    seen: ["accepted", "repeated"],
  },
  {
    name: "truncated JSON",
    faults: [{ kind: "truncated_json", times: 1 }],
    state: "reached",
    seen: ["accepted", "repeated"],
  },
  {
    name: "reset after accept, and the repeat meets 429",
    faults: [
      { kind: "reset", times: 1 },
      { kind: "throttle", times: 1 },
    ],
    state: "reached",
    seen: ["accepted", "no", "repeated"],
  },
];

describe("an e-mail that Resend answers badly", () => {
  let job: MainJob;
  let log: Entry[] = [];
  let messages: SeenMessage[] = [];
  const dueOf = (n: number) => OPEN.add({ minutes: n * APART.minutes });

  beforeAll(async () => {
    const numbers = CASES.map((_, index) => index + 1);
    job = await startMainJob({
      orders: 0,
      env: { HEED_CALL_TIMEOUT_MS: "1500" },
      put: {
        orders: numbers.map((n) => worldOrder({ n, due: dueOf(n) })),
        buyers: numbers.map((n) => worldBuyer(n)),
      },
    });
    for (const [index, { faults }] of CASES.entries()) {
      await job.run(dueOf(index + 1).subtract({ minutes: 5 }));
      await job.control("DELETE", "/faults");
      for (const fault of faults) await job.control("POST", "/faults", { op: "POST /emails", ...fault });
    }
    await job.run(OPEN.add({ hours: 24 * 3 + 12 }));
    log = await readLog(job.sandbox.logPath);
    messages = await readMessages(job.database.urls.DATABASE_CHECK_URL);
  }, 180_000);
  afterAll(() => job.stop());

  /** Calls between the case's minute and the next case's. */
  function seenIn(n: number): string[] {
    const from = dueOf(n).subtract({ minutes: 5 }).toString();
    const to = dueOf(n === CASES.length ? n + 1000 : n + 1)
      .subtract({ minutes: 5 })
      .toString();
    return log
      .flatMap((entry) => (entry.kind === "resend.call" && entry.method === "POST" ? [entry] : []))
      .filter(({ at }) => at >= from && at < to)
      .map(outcomeOf);
  }

  it.each(CASES.map((entry, index) => ({ ...entry, n: index + 1 })))(
    "$name → $state, seen: $seen",
    ({ n, state, seen }) => {
      const message = messages.find(({ orderId }) => orderId === orderIdOf(n));
      expect(message).toMatchObject({ lane: "email", state });
      expect(seenIn(n)).toEqual(seen);
    },
  );

  it("has sent one mail for each order", () => {
    const sent = log.flatMap((entry) =>
      entry.kind === "resend.call" && entry.effect?.kind === "email" ? [entry.effect] : [],
    );
    expect(sent.map(({ orderId }) => orderId).toSorted()).toEqual(CASES.map((_, index) => orderIdOf(index + 1)));
  });

  it("reads language and actions of an order once for its e-mail", () => {
    const reads = log.filter((entry) => entry.kind === "amazon.call" && entry.operation === "GetAttributes");
    // A throttled e-mail is planned anew, and so read anew.
    expect(reads).toHaveLength(CASES.length + 1);
  });
});

function outcomeOf({ effect, repeatOf }: ResendCall): string {
  if (effect !== null) return "accepted";
  return repeatOf === null ? "no" : "repeated";
}
