import { Temporal } from "@heed/core/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Comparison, compareBacktest } from "./testing/compare-backtest.ts";
import { type MainJob, START, startMainJob } from "./testing/start-main-job.ts";

/** An hour at which few messages are due: what is in line at the end has not gone yet. */
const until = Temporal.Instant.from(START).add({ hours: 24 * 6 - 1 });
/** A few here; `HEED_BACKTEST_ORDERS=2000` runs as many, by hand (about three minutes). */
const ORDERS = Number(process.env["HEED_BACKTEST_ORDERS"] ?? 40);
/** Amazon takes one call a second and operation of each store. */
const CALLS_A_MINUTE = 60;
let job: MainJob;
let compared: Comparison;

beforeAll(
  async () => {
    job = await startMainJob({ orders: ORDERS, seed: 5 });
    await job.run(until);
    compared = await compareBacktest(job, until);
  },
  600_000 + ORDERS * 3_000,
);
afterAll(() => job.stop());

it("a backtest says what the worker then did, order by order: lane, minute, rule and reasons", () => {
  expect(compared.differences.slice(0, 5)).toEqual([]);
  expect(compared.sent).toBeGreaterThan(ORDERS / 4);
  expect(compared.changed).toBeLessThanOrEqual(ORDERS / 100);
});

it("a message is late by no more than Amazon's rates make it, where many are due in the same minute", () => {
  process.stderr.write(
    `${compared.compared} orders, ${compared.sent} sent, ${compared.onTheMinute} of them in their very minute, the others at most ${compared.latest} minutes later; ${compared.changed} orders changed after their message\n`,
  );
  expect(compared.latest).toBeLessThanOrEqual(1 + Math.ceil(compared.sent / CALLS_A_MINUTE));
});
