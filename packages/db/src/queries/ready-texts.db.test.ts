import { afterAll, beforeAll, expect, it } from "vitest";
import { createTemplate } from "../commands/template-drafts.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createOrder, createStore, createTenant, TEST_NOW as NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { readyTexts } from "./ready-texts.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

it("offers the workspace's texts of the purpose, then the gallery's, filled in and in the buyer's language only", async () => {
  const { access } = await createTenant(test.db);
  const act = <T>(work: (tx: TenantDb) => Promise<T>) => withTenant(test.db, access, work);
  const storeId = await createStore(test.db, access);
  const orderId = "111-0000001-0000000";
  const orderRef = await createOrder(test.db, { access, storeId }, { orderId });
  const body = "Order {{ order.id }}, {{ order.items[0].title }}: which colour do you need?";
  const texts = [{ language: "en", subject: "x", body }];
  await act((tx) => createTemplate(tx, { name: "Colour", purpose: "order_problem", texts, now: NOW }));
  const ask = (wanted: string) =>
    act((tx) => readyTexts(tx, { storeId: "all", orderRef, purpose: "order_problem", wanted }));
  expect(await ask("en-US")).toMatchObject([
    { name: "Colour", own: true, text: `Order ${orderId}, Cup: which colour do you need?` },
    { name: "Missing size", own: false, text: expect.stringContaining(orderId) },
  ]);
  expect((await ask("de-DE")).map(({ name }) => name)).toEqual(["Missing size"]);
  expect(await ask("fi-FI")).toEqual([]);
});
