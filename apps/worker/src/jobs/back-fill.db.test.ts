import { Temporal } from "@heed/core/time";
import { backFillOf, pauseBackFill, resumeBackFill, startBackFill } from "@heed/db/commands/back-fill";
import { listStores } from "@heed/db/queries/stores";
import { systemAccess } from "@heed/db/system-db";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readLog } from "../testing/read-state.ts";
import { type MainJob, START, startMainJob } from "../testing/start-main-job.ts";
import { worldBuyer, worldOrder } from "../testing/world-order.ts";

const start = Temporal.Instant.from(START);
const hours = (count: number) => start.add({ hours: count });
const OLD = 450;

let job: MainJob;
let place: { readonly tenantId: string; readonly storeId: string };
beforeAll(async () => {
  const old = Array.from({ length: OLD }, (_, index) => index + 1);
  const put = {
    buyers: old.map((n) => worldBuyer(n)),
    orders: old.map((n) => worldOrder({ n, due: hours(-24 * (200 + (n % 20))) })),
  };
  job = await startMainJob({ orders: 3, put });
  const tenantId = job.tenants[0]?.tenantId ?? "";
  const [store] = await withTenant(job.database.db, systemAccess(tenantId), listStores);
  place = { tenantId, storeId: store?.id ?? "" };
}, 60_000);
afterAll(() => job.stop());

const within = <T>(fn: (tx: TenantDb) => Promise<T>) => withTenant(job.database.db, systemAccess(place.tenantId), fn);
const state = () => within((tx) => backFillOf(tx, place.storeId));

it("brings in two years page by page, stops when paused, goes on when resumed, and leaves sync its calls", async () => {
  const { storeId } = place;
  await within((tx) => startBackFill(tx, { storeId, from: hours(-24 * 3000), now: start }));
  await job.run(hours(2));
  const early = await state();
  expect(early?.state).toBe("waiting");
  expect(early?.progress?.span?.from).toBe(start.subtract({ hours: 2 * 365 * 24 }).toString());

  await within((tx) => pauseBackFill(tx, { storeId, now: hours(2) }));
  await job.run(hours(4));
  expect(await state()).toEqual({ state: "paused", progress: early?.progress });

  await within((tx) => resumeBackFill(tx, { storeId, now: hours(4) }));
  await job.run(hours(12));
  const done = await state();
  expect(done?.state).toBe("done");
  expect(done?.progress).toMatchObject({ bad: 0 });
  expect(done?.progress?.done).toBeGreaterThanOrEqual(OLD);
  const calls = (await readLog(job.sandbox.logPath)).filter((entry) => entry.kind === "amazon.call");
  expect(calls.filter(({ throttled }) => throttled)).toEqual([]);
}, 120_000);
