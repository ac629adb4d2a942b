import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { TEST_NOW } from "@heed/db/testing/factories";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rowSecurityRows } from "./row-security.ts";
import { createMatrixWorld } from "./testing/world.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());

it("lets no row out of any procedure when every check of the application is gone", async () => {
  const world = await createMatrixWorld(database.db);
  const rows = await rowSecurityRows({ db: database.db, world, now: TEST_NOW });
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter(({ expected, got }) => expected !== got)).toEqual([]);
}, 300_000);
