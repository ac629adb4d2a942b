import { Temporal } from "@heed/core/time";
import { addDomain, checkDomain, chooseDomain, removeDomain } from "@heed/db/commands/sender-domains";
import { listDomains, ownDomainOf } from "@heed/db/queries/sender-domains";
import { listStores } from "@heed/db/queries/stores";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type MainJob, START, startMainJob } from "../testing/start-main-job.ts";

const start = Temporal.Instant.from(START);
const NAME = "shop.north-pier.example";

let job: MainJob;
beforeAll(async () => {
  job = await startMainJob({ orders: 1 });
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
