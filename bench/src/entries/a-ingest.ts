import type { BenchEntry, Pair } from "../entry.ts";
import { openBareUpsert } from "../ingest/bare-upsert.ts";
import { NOW, openIngestPlace, takePageIn } from "../ingest/ingest-place.ts";
import { orderPages } from "../ingest/order-pages.ts";
import { timeAsyncLoop } from "../measure.ts";

const ORDERS = 2_000;
const GOAL = 0.5;
const FLOOR = "bare upsert of the same rows, 500 a statement, primary key and one index";

/** a: how fast orders come in, beside merely writing the rows that they leave behind. */
export const ingestBench: BenchEntry = {
  key: "a",
  field: "ingest_ratio",
  title: "SP-API JSON to committed rows, 100 orders a page and commit, as a sync brings them",
  floorTitle: FLOOR,
  goal: GOAL,
  prepare: () => ingestPair(100),
};

export const importBench: BenchEntry = {
  key: "a",
  field: "ingest_ratio_batch",
  title: "the same, 500 orders a commit, as an import brings them",
  floorTitle: FLOOR,
  goal: GOAL,
  prepare: () => ingestPair(500),
};

async function ingestPair(size: number): Promise<Pair> {
  const place = await openIngestPlace();
  const bare = await openBareUpsert(place.urls.DATABASE_MIGRATE_URL);
  const pages = ORDERS / size;
  let from = 1;
  return {
    ours: async () => {
      const bodies = orderPages({ pages, size, from, now: NOW });
      from += ORDERS;
      let planned = 0;
      const { perSecond, cpuSeconds } = await timeAsyncLoop(pages, async (index) => {
        planned += (await takePageIn(place, bodies[index] ?? Buffer.alloc(0))).planned;
      });
      if (planned !== ORDERS) throw new Error(`${planned} of ${ORDERS} orders were planned`);
      return { perSecond: perSecond * size, cpuSeconds };
    },
    floor: () => bare.run(ORDERS),
    close: async () => {
      await bare.close();
      await place.close();
    },
  };
}
