import { afterAll, beforeAll, expect, it } from "vitest";
import { listStores } from "../queries/stores.ts";
import { withTenant } from "../tenant-db.ts";
import { TEST_RING, US } from "../testing/demo-store.ts";
import { createTenant, givePlan, TEST_NOW as now } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { connectStore } from "./connect-store.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const shop = (marketplaceId: string, domain: string) => ({ marketplaceId, domain, storeName: "", participating: true });
const NEW = shop("A0NEWMARKET000", "www.amazon.co.nz");

it("a marketplace that we do not know yet is kept and shown; Amazon's test shops and other regions are not", async () => {
  const tenant = await createTenant(base.db);
  await givePlan(base.db, tenant);
  const marketplaces = [
    NEW,
    shop(US, "www.amazon.com"),
    shop("A1MQXOICRS2Z7M", "siprod.stores.amazon.ca"),
    shop("A1PA6795UKMFR9", "www.amazon.de"),
    { ...shop("A2EUQ1WTGCTBG2", "www.amazon.ca"), participating: false },
  ];
  const tokens = { refreshToken: "Atzr|x", accessToken: "Atza|x", expiresAt: now.add({ hours: 1 }) };
  const account = { region: "NA", sellerId: "A0CONNECTED", marketplaces, tokens } as const;
  await withTenant(base.db, tenant.access, (tx) => connectStore(tx, { ...account, ring: TEST_RING, now }));
  const [store] = await withTenant(base.db, tenant.access, (tx) => listStores(tx));
  expect(store?.marketplaces.map(({ marketplaceId }) => marketplaceId)).toEqual([NEW.marketplaceId, US]);
});
