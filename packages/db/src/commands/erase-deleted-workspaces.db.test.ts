import { afterAll, beforeAll, expect, it } from "vitest";
import { deleteWorkspace } from "../identity/workspace-life.ts";
import { order } from "../schema/order.ts";
import { tenant } from "../schema/tenant.ts";
import { withTenant } from "../tenant-db.ts";
import { createMember, createMessage, createOrder, createStore, createTenant, TEST_NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { eraseDeletedWorkspaces } from "./erase-deleted-workspaces.ts";

let test: TestDatabase;

beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

async function filled(name: string) {
  const { access } = await createTenant(test.db, { name });
  await createMember(test.db, access);
  const storeId = await createStore(test.db, access);
  await createMessage(test.db, { access, storeId, orderRef: await createOrder(test.db, { access, storeId }) });
  return access;
}

it("leaves nothing of a workspace whose days of grace are over, and touches no other", async () => {
  const gone = await filled("Gone");
  const kept = await filled("Kept");
  await withTenant(test.db, gone, (tx) => deleteWorkspace(tx, { typedName: "Gone", now: TEST_NOW }));
  const seventh = TEST_NOW.add({ hours: 7 * 24 });
  expect(await eraseDeletedWorkspaces(test.db, test.system, seventh.subtract({ seconds: 1 }))).toBe(0);
  expect(await eraseDeletedWorkspaces(test.db, test.system, seventh)).toBe(1);
  expect(await withTenant(test.db, gone, (tx) => tx.sql.$count(order))).toBe(0);
  expect(await withTenant(test.db, gone, (tx) => tx.sql.$count(tenant))).toBe(0);
  expect(await withTenant(test.db, kept, (tx) => tx.sql.$count(order))).toBe(1);
});
