import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { orderLine } from "../testing/report-file.ts";
import { readReport } from "./read-report.ts";

const LINES = 100_000;
const ORDERS = 70_000;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heed-report-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The second line of an order comes long after its first one. */
async function writeReport(path: string): Promise<void> {
  const names = Object.keys(orderLine());
  const file = createWriteStream(path);
  file.write(`${names.join("\t")}\n`);
  for (let line = 0; line < LINES; line++) {
    const order = line % ORDERS;
    const cells = orderLine({
      "amazon-order-id": `302-${String(order).padStart(7, "0")}-0000000`,
      "product-name": `Becher für Tee ${"n".repeat(150)} ${line}`,
      sku: `SKU-${line}`,
    });
    if (!file.write(`${names.map((name) => cells[name]).join("\t")}\n`)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}

function heapInUse(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

test("a report of 100,000 lines is read in memory that does not grow with it", async () => {
  const path = join(folder, "large.txt");
  await writeReport(path);
  const before = heapInUse();
  let highest = before;
  let orders = 0;
  let items = 0;
  for await (const event of readReport(path)) {
    if (event.kind !== "order") continue;
    orders++;
    items += event.incoming.order.items.length;
    if (orders % 5000 === 1) highest = Math.max(highest, heapInUse());
  }
  expect([orders, items]).toEqual([ORDERS, LINES]);
  expect(highest - before).toBeLessThan(32);
}, 120_000);
