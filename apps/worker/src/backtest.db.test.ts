import { Temporal } from "@heed/core/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Comparison, compareBacktest } from "./testing/compare-backtest.ts";
import { type MainJob, START, startMainJob } from "./testing/start-main-job.ts";

const until = Temporal.Instant.from(START).add({ hours: 24 * 6 });
/** A few here; `HEED_BACKTEST_ORDERS=2000` runs as many, by hand. */
const ORDERS = Number(process.env["HEED_BACKTEST_ORDERS"] ?? 40);
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
});
