import type { CountBench, Figure } from "../count-bench.ts";
import { type IngestPlace, NOW, openIngestPlace, takePageIn } from "../ingest/ingest-place.ts";
import { orderPages } from "../ingest/order-pages.ts";

const PAGES = 20;
const SIZE = 100;
/** Of the write-ahead log an order; the cursor of each page and its commit are in it. */
const MOST_BYTES = 16;

/** a: a second pass over the same pages finds nothing to write. */
export const ingestAgainBench: CountBench = {
  key: "a",
  title: `the same ${PAGES} pages of ${SIZE} orders taken in a second time`,
  async run() {
    const place = await openIngestPlace();
    try {
      return [await secondPass(place)];
    } finally {
      await place.close();
    }
  },
};

async function secondPass(place: IngestPlace): Promise<Figure> {
  const pages = orderPages({ pages: PAGES, size: SIZE, from: 1, now: NOW });
  const pass = async () => {
    const before = await written(place);
    let changed = 0;
    for (const page of pages) {
      const result = await takePageIn(place, page);
      changed += result.inserted + result.changed;
    }
    return { changed, bytes: (await written(place)) - before };
  };
  const [first, second] = [await pass(), await pass()];
  if (first.changed !== PAGES * SIZE || second.changed > 0) throw new Error("the passes did not do what is measured");
  return {
    field: "ingest_again_wal",
    value: second.bytes / (PAGES * SIZE),
    most: MOST_BYTES,
    work: `bytes of WAL an order, ${Math.round(first.bytes / (PAGES * SIZE))} at the first pass`,
  };
}

async function written({ db }: IngestPlace): Promise<number> {
  const [row] = await db.$client<{ bytes: string }[]>`
    select (pg_current_wal_insert_lsn() - '0/0')::text as bytes`;
  return Number(row?.bytes);
}
