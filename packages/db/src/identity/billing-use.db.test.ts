import { AppError } from "@heed/core/errors";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient, labelClient, placeStore } from "../commands/clients.ts";
import { settleMessages } from "../commands/settle-messages.ts";
import { usageByClient } from "../queries/usage-by-client.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import {
  createMember,
  createMessage,
  createOrder,
  createStore,
  createTenant,
  givePlan,
  TEST_NOW as now,
  type TestTenant,
} from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { acceptOffer, listGrants, offerGrant, revokeGrant } from "./grants.ts";
import { listClients } from "./portfolio.ts";
import { resolveAccess } from "./resolve-access.ts";
import { usageOfStores } from "./usage-of-stores.ts";
import { setRequireFactor } from "./workspace-life.ts";

const PERIOD = { start: now.subtract({ hours: 1 }), end: now.add({ hours: 1 }) };
let test: TestDatabase;
let agency: TestTenant;
let person: string;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  agency = await createTenant(test.db, { kind: "agency" });
  await givePlan(test.db, agency, "agency");
  person = await createMember(test.db, agency.access, { role: "owner" });
});

const inTenant = <T>({ access }: TestTenant, work: (tx: TenantDb) => Promise<T>) => withTenant(test.db, access, work);

/** A store with messages that have reached their buyers. */
async function usedStore({ access }: TestTenant, name: string, count: number): Promise<string> {
  const storeId = await createStore(test.db, access, { name });
  for (let index = 0; index < count; index += 1) {
    const orderRef = await createOrder(test.db, { access, storeId });
    const sent = { sentAt: now, settleAt: now, claimedAt: now, lane: "solicitation", state: "sent" } as const;
    await createMessage(test.db, { access, storeId, orderRef }, sent);
  }
  await settleMessages(test.db, test.system, { now, limit: 100 });
  return storeId;
}

/** A seller who lets the agency in to some of its stores. */
async function grantedBy(seller: TestTenant, storeIds: string[] | null): Promise<void> {
  const { token } = await inTenant(seller, (tx) =>
    offerGrant(tx, { email: "a@x.example", role: "viewer", storeIds, now }),
  );
  const agencyOf = { id: agency.tenantId, name: agency.slug };
  await acceptOffer(test.db, { token, agency: agencyOf, userId: person, network: null, now });
}

async function use(factorLevel = 1) {
  const here = await resolveAccess(test.db, { userId: person, slug: agency.slug });
  if (here === null) throw new Error("The agency's person is not let in.");
  return usageOfStores(test.db, here, { viewer: { userId: person, factorLevel }, period: PERIOD });
}

async function makeClient(name: string, stores: readonly (readonly [string, TestTenant])[]): Promise<string> {
  return inTenant(agency, async (tx) => {
    const { id } = await createClient(tx, { name, now });
    for (const [storeId, { tenantId: storeTenantId }] of stores) {
      await placeStore(tx, { storeId, storeTenantId, clientId: id, now });
    }
    return id;
  });
}

describe("the use of an agency's stores", () => {
  it("has granted stores beside its own, with their client and with who pays for them", async () => {
    const own = await usedStore(agency, "Own pots", 2);
    const seller = await createTenant(test.db, { name: "Tea Ltd" });
    const theirs = await usedStore(seller, "Tea", 3);
    await grantedBy(seller, null);
    const id = await makeClient("Tea House", [
      [own, agency],
      [theirs, seller],
    ]);
    await inTenant(agency, (tx) => labelClient(tx, { id, label: "CC-104", now }));
    const of = { client: "Tea House", label: "CC-104" };
    expect(await use()).toMatchObject([
      { ...of, store: "Own pots", net: 2, payer: null },
      { ...of, store: "Tea", net: 3, payer: { name: "Tea Ltd", slug: seller.slug } },
    ]);
  });

  it("ends where the grant does: other stores and a revoked grant are not seen", async () => {
    const seller = await createTenant(test.db);
    const shown = await usedStore(seller, "Shown", 1);
    await usedStore(seller, "Hidden", 4);
    await grantedBy(seller, [shown]);
    expect((await use()).map(({ store }) => store)).toEqual(["Shown"]);
    const [given] = await inTenant(seller, listGrants);
    await inTenant(seller, (tx) => revokeGrant(tx, { grantId: given?.id ?? "", now }));
    expect(await use()).toEqual([]);
  });

  it("leaves out a workspace that requires the second factor, until it was given", async () => {
    const seller = await createTenant(test.db);
    await usedStore(seller, "Careful", 1);
    await grantedBy(seller, null);
    await inTenant(seller, (tx) => setRequireFactor(tx, { requireFactor: true, now }));
    expect(await use(1)).toEqual([]);
    expect((await use(2)).map(({ store }) => store)).toEqual(["Careful"]);
  });

  it("is billed by client from the agency's own metered entries only", async () => {
    const own = await usedStore(agency, "Own pots", 2);
    await makeClient("Tea House", [[own, agency]]);
    const billed = () => inTenant(agency, (tx) => usageByClient(tx, PERIOD));
    // A plan without a bill: nothing is metered.
    expect(await billed()).toEqual([]);
  });
});

describe("invoicing labels", () => {
  it("are part of the Agency plan; a smaller plan keeps them and lets them be taken away", async () => {
    const id = await makeClient("Pots", []);
    const label = (text: string | null) => inTenant(agency, (tx) => labelClient(tx, { id, label: text, now }));
    await label("PO-7");
    await givePlan(test.db, agency, "growth");
    await expect(label("PO-8")).rejects.toMatchObject({
      code: "PAYMENT_REQUIRED",
      details: { feature: "clientLabels" },
    });
    expect(await inTenant(agency, listClients)).toMatchObject([{ name: "Pots", invoicingLabel: "PO-7" }]);
    await label("PO-7");
    await label(null);
    expect(await inTenant(agency, listClients)).toMatchObject([{ invoicingLabel: null }]);
  });

  it("of a client that is somebody else's are not found", async () => {
    const other = await createTenant(test.db, { kind: "agency" });
    const { id } = await inTenant(other, (tx) => createClient(tx, { name: "Theirs", now }));
    const asked = inTenant(agency, (tx) => labelClient(tx, { id, label: "CC-1", now }));
    await expect(asked).rejects.toBeInstanceOf(AppError);
    await expect(asked).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
