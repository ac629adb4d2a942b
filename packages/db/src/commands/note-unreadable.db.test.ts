import { afterAll, beforeAll, expect, it } from "vitest";
import { storeDetails } from "../queries/store-page.ts";
import { withTenant } from "../tenant-db.ts";
import { createReadyStore, type ReadyStore } from "../testing/demo-store.ts";
import { TEST_NOW as now } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { noteUnreadable } from "./note-unreadable.ts";
import { moveCursor } from "./record-sync.ts";

let base: TestDatabase;
let store: ReadyStore;
beforeAll(async () => {
  base = await cloneDatabase();
  store = await createReadyStore(base.db);
  await withTenant(base.db, store.access, (tx) => moveCursor(tx, { storeId: store.storeId, cursor: now, now }));
});
afterAll(() => base.drop());

const bad = (orderId: string | null) => ({ orderId, reason: "missing or malformed: createdTime" });
const note = (unreadable: readonly ReturnType<typeof bad>[], read: readonly string[] = []) =>
  withTenant(base.db, store.access, (tx) => noteUnreadable(tx, { storeId: store.storeId, unreadable, read, now }));
const shown = async () => {
  const [details] = await withTenant(base.db, store.access, (tx) => storeDetails(tx, { now }));
  return details?.unreadable.map(({ orderId }) => orderId);
};

it("an order that nobody can read is shown by its id until it can be read, each once", async () => {
  await note([bad("111-1"), bad(null)]);
  await note([bad("111-1"), bad("111-2")]);
  expect(await shown()).toEqual([null, "111-1", "111-2"]);
  await note([], ["111-1", "111-9"]);
  expect(await shown()).toEqual([null, "111-2"]);
});

it("of many the newest stay", async () => {
  await note(Array.from({ length: 30 }, (_, index) => bad(`222-${index}`)));
  const ids = await shown();
  expect(ids).toHaveLength(20);
  expect(ids?.at(-1)).toBe("222-29");
});
