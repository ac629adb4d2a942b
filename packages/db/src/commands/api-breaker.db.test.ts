import type { Instant } from "@heed/core/time";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTenant } from "../tenant-db.ts";
import { createStore, createTenant, TEST_NOW as NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { askBreaker, noteGoodAnswer, noteOutage, regionWaits } from "./api-breaker.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

async function aStore(region: "NA" | "EU" | "FE" = "NA") {
  const { access } = await createTenant(base.db);
  const storeId = await createStore(base.db, access, { region });
  const ask = (now: Instant) => withTenant(base.db, access, (tx) => askBreaker(tx, { storeId, region, now }));
  const fail = async (times: number, now = NOW) => {
    let until: Instant | null = null;
    for (let time = 0; time < times; time += 1)
      until = await withTenant(base.db, access, (tx) => noteOutage(tx, { storeId, region, now }));
    return until;
  };
  const succeed = () => withTenant(base.db, access, (tx) => noteGoodAnswer(tx, { storeId }));
  return { ask, fail, succeed };
}

describe("the breaker of a store", () => {
  it("stays closed for a few failures, and forgets them with a good answer", async () => {
    const { ask, fail, succeed } = await aStore();
    expect(await fail(4)).toBeNull();
    expect(await ask(NOW)).toEqual({ waitUntil: null, failures: 4 });
    await succeed();
    expect(await fail(4)).toBeNull();
  });

  it("opens, lets one of many try when the span is over, and longer each time", async () => {
    const { ask, fail } = await aStore();
    expect((await fail(5))?.toString()).toBe(NOW.add({ seconds: 60 }).toString());
    expect((await ask(NOW)).waitUntil).not.toBeNull();
    const over = NOW.add({ seconds: 60 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(over)));
    expect(answers.filter(({ waitUntil }) => waitUntil === null)).toHaveLength(1);
    expect((await fail(1, over))?.toString()).toBe(over.add({ seconds: 120 }).toString());
  });

  it("is no matter of other stores, until many of a region fail at once", async () => {
    const [one, two, three, other] = [await aStore("EU"), await aStore("EU"), await aStore("EU"), await aStore("FE")];
    await one.fail(5);
    await two.fail(5);
    expect(await regionWaits(base.system, { region: "EU", now: NOW })).toBeNull();
    await three.fail(6);
    expect((await regionWaits(base.system, { region: "EU", now: NOW }))?.toString()).toBe(
      NOW.add({ seconds: 60 }).toString(),
    );
    expect(await regionWaits(base.system, { region: "FE", now: NOW })).toBeNull();
    expect(await other.ask(NOW)).toEqual({ waitUntil: null, failures: 0 });
  });
});
