import { Temporal } from "@heed/core/time";
import { addDomain, checkDomain, chooseDomain, removeDomain } from "@heed/db/commands/sender-domains";
import { listDomains, ownDomainOf } from "@heed/db/queries/sender-domains";
import { listStores } from "@heed/db/queries/stores";
import { storeMarketplace } from "@heed/db/schema/store";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readLog } from "../testing/read-state.ts";
import { type MainJob, START, startMainJob } from "../testing/start-main-job.ts";
import { orderIdOf, worldBuyer, worldOrder } from "../testing/world-order.ts";

const start = Temporal.Instant.from(START);
const NAME = "shop.north-pier.example";
/** In the morning of Los Angeles. */
const MAILED = start.add({ hours: 9, minutes: 10 });

let job: MainJob;
beforeAll(async () => {
  const orders = [worldOrder({ n: 1, due: MAILED })];
  job = await startMainJob({ orders: 0, put: { orders, buyers: [worldBuyer(1)] } });
  await job.run(start.add({ minutes: 5 }));
});
afterAll(() => job.stop());

const clock = () => job.coordinator.now();
const inTenant = <T>(work: Parameters<typeof withTenant<T>>[2], tenant = 0) =>
  withTenant(job.database.db, systemAccess(job.tenants[tenant]?.tenantId ?? ""), work);
const pass = (minutes: number) => job.run(clock().add({ minutes }));
const domain = async () => (await inTenant(listDomains)).find(({ name }) => name === NAME);
const storeId = async () => (await inTenant(listStores))[0]?.id ?? "";

it("is set up at Resend with its records, and belongs to one workspace", async () => {
  await inTenant((tx) => addDomain(tx, { name: NAME, now: clock() }));
  await pass(3);
  const found = await domain();
  expect(found).toMatchObject({ state: "not_started", problem: null });
  expect(found?.records.map(({ record, type }) => `${record} ${type}`)).toEqual([
    "SPF MX",
    "SPF TXT",
    "DKIM TXT",
    "Receiving MX",
  ]);
  await expect(inTenant((tx) => addDomain(tx, { name: NAME, now: clock() }), 1)).rejects.toMatchObject({
    code: "CONFLICT",
  });
});

it("serves a store once its records are in the DNS, and Amazon has to approve the new address", async () => {
  const id = (await domain())?.id ?? "";
  const store = await storeId();
  const chosen = { storeId: store, domainId: id };
  await expect(inTenant((tx) => chooseDomain(tx, { ...chosen, now: clock() }))).rejects.toMatchObject({
    code: "PRECONDITION_FAILED",
  });
  await inTenant((tx) => checkDomain(tx, { domainId: id, now: clock() }));
  await pass(3);
  expect(await domain()).toMatchObject({ state: "pending" });
  await job.control("POST", "/domains/published", { name: NAME });
  await pass(10);
  expect(await domain()).toMatchObject({ state: "verified" });
  await inTenant((tx) => chooseDomain(tx, { ...chosen, now: clock() }));
  expect(await inTenant((tx) => ownDomainOf(tx, store))).toEqual({ id, name: NAME });
  expect((await inTenant(listStores))[0]?.marketplaces[0]?.senderState).toBe("not_proven");
});

it("carries the store's e-mails once Amazon has approved the address", async () => {
  await inTenant((tx) => tx.sql.update(storeMarketplace).set({ senderState: "proven" }));
  await job.run(MAILED.add({ hours: 1 }));
  const mails = (await readLog(job.sandbox.logPath)).filter(
    (entry) => entry.kind === "resend.call" && entry.effect?.kind === "email" && entry.effect.orderId === orderIdOf(1),
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ payload: { from: expect.stringMatching(/@shop\.north-pier\.example>?$/) } });
  const known = (await readLog(job.sandbox.logPath)).findLast((entry) => entry.kind === "domain.changed");
  expect(known).toMatchObject({ changes: { status: "verified" } });
});

it("leaves Resend and the stores together", async () => {
  const id = (await domain())?.id ?? "";
  await inTenant((tx) => removeDomain(tx, { domainId: id, now: clock() }));
  expect(await inTenant(async (tx) => ownDomainOf(tx, await storeId()))).toBeNull();
  await pass(3);
  await inTenant((tx) => addDomain(tx, { name: NAME, now: clock() }));
  await pass(3);
  expect(await domain()).toMatchObject({ state: "not_started" });
});

it("that Resend refuses says why", async () => {
  await inTenant((tx) => addDomain(tx, { name: "not a domain", now: clock() }));
  await pass(3);
  const refused = (await inTenant(listDomains)).find(({ name }) => name === "not a domain");
  expect(refused).toMatchObject({ state: "refused", problem: "Invalid `name` field." });
});
