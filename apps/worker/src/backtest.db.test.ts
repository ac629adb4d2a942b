import { Temporal } from "@heed/core/time";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Comparison, compareBacktest } from "./testing/compare-backtest.ts";
import { type MainJob, START, startMainJob } from "./testing/start-main-job.ts";

const until = Temporal.Instant.from(START).add({ hours: 24 * 6 });
let job: MainJob;
let compared: Comparison;

beforeAll(async () => {
  job = await startMainJob({ orders: 40, seed: 5 });
  await job.run(until);
  compared = await compareBacktest(job, until);
}, 600_000);
afterAll(() => job.stop());

it("a backtest says what the worker then did, order by order: lane, minute, rule and reasons", () => {
  expect(compared.differences.slice(0, 5)).toEqual([]);
  expect(compared.sent).toBeGreaterThan(10);
});
