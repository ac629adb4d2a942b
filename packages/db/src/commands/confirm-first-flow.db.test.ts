import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countFirstFlow } from "../queries/first-flow.ts";
import { storeFacts } from "../queries/store-facts.ts";
import { flow } from "../schema/flow.ts";
import { message } from "../schema/message.ts";
import { store } from "../schema/store.ts";
import { job } from "../schema/work.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { incomingOrder, TEST_RING } from "../testing/demo-store.ts";
import { createStore, createTenant, TEST_NOW, type TestTenant } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { confirmFirstFlow } from "./confirm-first-flow.ts";
import { ingestOrders } from "./ingest-orders.ts";

const now = TEST_NOW;
let test: TestDatabase;
let owner: TestTenant;
let storeId: string;

beforeAll(async () => {
  test = await cloneDatabase();
  owner = await createTenant(test.db);
  storeId = await createStore(test.db, owner.access, { cutOverAt: now, dryRun: true });
  const incoming = [
    incomingOrder(),
    incomingOrder({ status: "CANCELLED" }),
    incomingOrder({ replacement: true }),
    incomingOrder({ purchasedAt: now.subtract({ hours: 24 * 61 }) }),
  ];
  await inStore((tx) => ingestOrders(tx, { storeId, incoming, ring: TEST_RING, now }));
});
afterAll(() => test.drop());

const inStore = <T>(work: (tx: TenantDb) => Promise<T>): Promise<T> => withTenant(test.db, owner.access, work);

describe("the first flow of a new store", () => {
  it("is counted by the planner over the orders that came in, with the reasons of the others", async () => {
    const counts = await inStore((tx) => countFirstFlow(tx, { storeId, now }));
    expect(counts).toEqual({
      orders: 3,
      more: false,
      planned: { solicitation: 1 },
      refused: expect.arrayContaining([
        { rule: "cancelled", count: 1 },
        { rule: "replacement", count: 1 },
      ]),
    });
    expect(await inStore((tx) => tx.sql.select().from(message))).toEqual([]);
  });

  it("ends the dry run once it is confirmed, for new orders only unless one says otherwise", async () => {
    await inStore((tx) => confirmFirstFlow(tx, { storeId, orders: "new", now }));
    const facts = await inStore((tx) => storeFacts(tx, storeId));
    expect(facts).toMatchObject({ dryRun: false, cutOverAt: now });
    expect(await inStore((tx) => tx.sql.select().from(flow))).toMatchObject([{ state: "active" }]);
    await inStore((tx) => confirmFirstFlow(tx, { storeId, orders: "open", now }));
    expect(await inStore((tx) => tx.sql.select().from(flow))).toHaveLength(1);
    const [row] = await inStore((tx) => tx.sql.select().from(store).where(eq(store.id, storeId)));
    expect(row?.cutOverAt.epochMilliseconds).toBe(now.subtract({ hours: 24 * 60 }).epochMilliseconds);
    const jobs = await inStore((tx) => tx.sql.select().from(job).where(eq(job.kind, "replan_store")));
    expect(jobs).toHaveLength(1);
  });

  it("needs a store that is authorised", async () => {
    const gone = await createStore(test.db, owner.access, { authorisation: "disconnected" });
    await expect(inStore((tx) => confirmFirstFlow(tx, { storeId: gone, orders: "new", now }))).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
  });
});
