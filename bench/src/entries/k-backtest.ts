import { REVIEW_REQUEST_FLOW } from "@heed/core/flow/built-in";
import type { FlowVersion } from "@heed/core/flow/flow";
import type { Db } from "@heed/db/client";
import { runBacktest } from "@heed/db/commands/run-backtest";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase } from "@heed/db/testing";
import { startCluster } from "@heed/db/testing/cluster";
import { createStore, createTenant, TEST_NOW } from "@heed/db/testing/factories";
import { insertManyOrders } from "@heed/db/testing/many-orders";
import type { CountBench, Figure } from "../count-bench.ts";

const ORDERS = 50_000;
const RUNS = 3;

const TRIED: FlowVersion = {
  ...REVIEW_REQUEST_FLOW,
  version: 2,
  condition: {
    all: [
      { field: "refunded", op: "is", value: false },
      { field: "sku", op: "starts_with", value: "SKU-" },
    ],
  },
};

/** k: a backtest of 50,000 stored orders, from the database to the result. */
export const backtestBench: CountBench = {
  key: "k",
  title: `a backtest of ${ORDERS} orders of 90 days, read from Postgres`,
  async run(say) {
    const cluster = await startCluster();
    try {
      const database = await cloneDatabase(cluster.superUrl);
      return await timed(database.db, say).finally(() => database.drop());
    } finally {
      await cluster.stop();
    }
  },
};

async function timed(db: Db, say: (line: string) => void): Promise<readonly Figure[]> {
  const { tenantId, access } = await createTenant(db);
  const storeId = await createStore(db, access);
  await insertManyOrders(db, { tenantId, storeId }, { count: ORDERS, from: TEST_NOW.subtract({ hours: 24 * 88 }) });
  const seconds: number[] = [];
  let sent = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    const result = await withTenant(db, systemAccess(tenantId), (tx) =>
      runBacktest(tx, { storeIds: [storeId], tried: TRIED, days: 90, now: TEST_NOW }),
    );
    seconds.push((performance.now() - began) / 1000);
    if (result.orders !== ORDERS) throw new Error(`${result.orders} orders were tried`);
    sent = result.sent;
    say(`run ${run + 1}: ${seconds.at(-1)?.toFixed(2)} s`);
  }
  const median = seconds.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
  return [
    {
      field: "backtest_seconds",
      value: median,
      most: 5,
      work: `${ORDERS} orders, ${sent} messages, median of ${RUNS}`,
    },
  ];
}
