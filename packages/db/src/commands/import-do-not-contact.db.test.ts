import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listOptOuts } from "../queries/opt-outs.ts";
import { loadSendWork } from "../queries/send-work.ts";
import { suppression } from "../schema/notice.ts";
import { buyerKey } from "../seal.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createReadyStore, type ReadyStore, TEST_RING } from "../testing/demo-store.ts";
import { createMessage, createOrder, TEST_NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { importDoNotContact } from "./import-do-not-contact.ts";

const ALIAS = "ab12cd34ef56gh@marketplace.amazon.com";
const now = TEST_NOW;
let test: TestDatabase;
let ready: ReadyStore;

beforeAll(async () => {
  test = await cloneDatabase();
  ready = await createReadyStore(test.db);
});
afterAll(() => test.drop());

const inStore = <T>(work: (tx: TenantDb) => Promise<T>): Promise<T> => withTenant(test.db, ready.access, work);
const take = (list: { orderIds?: string[]; aliases?: string[] }) =>
  inStore((tx) =>
    importDoNotContact(tx, {
      storeId: ready.storeId,
      list: { orderIds: list.orderIds ?? [], aliases: list.aliases ?? [] },
      ring: TEST_RING,
      now,
    }),
  );

async function suppressedBy(values: Parameters<typeof createOrder>[2]): Promise<string | null> {
  const place = { access: ready.access, storeId: ready.storeId };
  const orderRef = await createOrder(test.db, place, values);
  const flow = { flowKey: "review-request", flowVersion: 1, stepKey: "request" };
  const messageId = await createMessage(test.db, { ...place, orderRef }, flow);
  const work = await inStore((tx) => loadSendWork(tx, { messageId, now }));
  return work?.facts.buyer.suppressed?.reason ?? null;
}

describe("importing a do-not-contact list", () => {
  it("stops an order that is named, also one that comes in later", async () => {
    expect(await take({ orderIds: ["111-0000001-0000001"] })).toEqual({ orders: 1, buyers: 0 });
    expect(await suppressedBy({ orderId: "111-0000001-0000001" })).toBe("own_list");
    expect(await suppressedBy({ orderId: "111-0000001-0000002" })).toBeNull();
  });

  it("stops the other orders of that buyer too", async () => {
    const { key, keyId } = buyerKey(TEST_RING, ready.access.tenantId, "zz99yy88xx77ww@marketplace.amazon.com");
    await take({ orderIds: ["111-0000002-0000001"] });
    const buyer = { buyerKey: key, buyerKeyId: keyId };
    expect(await suppressedBy({ orderId: "111-0000002-0000001", ...buyer })).toBe("own_list");
    expect(await suppressedBy({ orderId: "111-0000002-0000002", ...buyer })).toBe("own_list");
  });

  it("stops a buyer by the alias, which is kept by its key and shown masked", async () => {
    expect(await take({ aliases: [ALIAS] })).toEqual({ orders: 0, buyers: 1 });
    const { key, keyId } = buyerKey(TEST_RING, ready.access.tenantId, ALIAS);
    expect(await suppressedBy({ orderId: "111-0000003-0000001", buyerKey: key, buyerKeyId: keyId })).toBe("own_list");
    const rows = await inStore((tx) => tx.sql.select().from(suppression));
    expect(JSON.stringify(rows)).not.toContain("ab12cd34ef56gh");
    const page = await inStore((tx) => listOptOuts(tx, { storeId: "all", limit: 10 }));
    expect(page.optOuts).toMatchObject([{ reason: "own_list" }]);
  });

  it("changes nothing the second time", async () => {
    expect(await take({ orderIds: ["111-0000001-0000001"], aliases: [ALIAS] })).toEqual({ orders: 0, buyers: 0 });
  });
});
