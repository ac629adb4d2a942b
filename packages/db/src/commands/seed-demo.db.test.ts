import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ensureUser } from "../identity/ensure-user.ts";
import { listWorkspaces } from "../identity/list-workspaces.ts";
import { resolveAccess } from "../identity/resolve-access.ts";
import { flowsOfStore } from "../queries/store-flows.ts";
import { loadStoreWork } from "../queries/store-work.ts";
import { address, store } from "../schema/store.ts";
import { parseKeyRing } from "../seal.ts";
import { withTenant } from "../tenant-db.ts";
import { TEST_NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { type DemoStore, seedDemo } from "./seed-demo.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

const ring = parseKeyRing(JSON.stringify({ active: "k1", keys: { k1: randomBytes(32).toString("base64") } }));
const shop = (values: Partial<DemoStore>): DemoStore => ({
  tenantSlug: "north-pier",
  tenantName: "North Pier",
  name: "US shop",
  region: "NA",
  sellerId: "A1",
  refreshToken: "Atzr|secret",
  senderToken: "s1",
  senderApproved: true,
  marketplaces: [{ marketplaceId: "ATVPDKIKX0DER", noticeToken: "t1", emailLane: true }],
  ...values,
});
const world = {
  stores: [
    shop({}),
    shop({
      name: "DE shop",
      sellerId: "A2",
      senderToken: "s2",
      region: "EU",
      marketplaces: [{ marketplaceId: "A1PA6795UKMFR9", noticeToken: "t2", emailLane: false }],
    }),
    shop({
      tenantSlug: "other",
      tenantName: "Other",
      sellerId: "A3",
      senderToken: "s3",
      region: "FE",
      marketplaces: [{ marketplaceId: "A1VC38T7YXB528", noticeToken: "t3", emailLane: false }],
    }),
  ],
};

it("makes each workspace once, with owner, stores, sealed credentials, addresses and the built-in flow", async () => {
  const seeded = await seedDemo({ db: test.db, ring, world, now: TEST_NOW });
  expect(await seedDemo({ db: test.db, ring, world, now: TEST_NOW })).toEqual(seeded);
  expect(seeded.map(({ slug, ownerEmail }) => [slug, ownerEmail])).toEqual([
    ["north-pier", "owner@north-pier.example"],
    ["other", "owner@other.example"],
  ]);
  const userId = await ensureUser(test.db, "owner@north-pier.example");
  expect(await listWorkspaces(test.db, { userId })).toMatchObject([{ slug: "north-pier", role: "owner" }]);
  const found = await resolveAccess(test.db, { userId, slug: "north-pier" });
  if (found === null) throw new Error("no access");
  await withTenant(test.db, found.access, async (tx) => {
    const stores = await tx.sql.select().from(store);
    expect(stores.map(({ name }) => name).sort()).toEqual(["DE shop", "US shop"]);
    const work = await loadStoreWork(tx, { storeId: stores[0]?.id ?? "", ring });
    expect(work.refreshToken).toBe("Atzr|secret");
    expect(await flowsOfStore(tx, { storeId: work.storeId, pins: [] })).toMatchObject([
      { flowKey: "review-request", state: "active", versions: [{ version: 1 }] },
    ]);
    const addresses = await tx.sql.select().from(address);
    expect(addresses.map(({ localPart }) => localPart).sort()).toEqual(["n-t1", "n-t2", "s1", "s2"]);
  });
});
