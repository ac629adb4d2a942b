import { Temporal } from "@heed/core/time";
import { disconnectStore } from "@heed/db/commands/disconnect-store";
import { scheduleStoreJob } from "@heed/db/commands/store-job";
import { deleteWorkspace } from "@heed/db/identity/workspace-life";
import { storeDetails } from "@heed/db/queries/store-page";
import { storeMarketplace } from "@heed/db/schema/store";
import { systemAccess } from "@heed/db/system-db";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptedRequests, readLog, readMessages } from "../testing/read-state.ts";
import { type MainJob, START, startMainJob } from "../testing/start-main-job.ts";
import { orderIdOf, PLACES, worldBuyer, worldOrder } from "../testing/world-order.ts";

const start = Temporal.Instant.from(START);
/** Nine in the morning in Los Angeles. */
const OPEN = start.add({ hours: 9 });

const tenantOf = ({ tenants }: MainJob) => tenants.find(({ slug }) => slug === "north-pier-goods")?.tenantId ?? "";
const inTenant = <T>(job: MainJob, work: (tx: TenantDb) => Promise<T>): Promise<T> =>
  withTenant(job.database.db, systemAccess(tenantOf(job)), work);

/** Three e-mails due at once, at a store whose sender only receives: the lane was just switched on. */
async function startWithCanary(senderApproved: boolean): Promise<MainJob> {
  const numbers = [1, 2, 3];
  const orders = numbers.map((n) => worldOrder({ n, due: OPEN.add({ minutes: 10 }) }));
  const job = await startMainJob({ orders: 0, put: { orders, buyers: numbers.map((n) => worldBuyer(n)) } });
  await job.control("POST", `/stores/${PLACES.us.sellerId}`, { senderApproved });
  await inTenant(job, (tx) => tx.sql.update(storeMarketplace).set({ canary: "due", senderState: "receiving" }));
  return job;
}

/** Subjects of the mails that the owner got. */
const toldToOwner = async (job: MainJob) =>
  (await readLog(job.sandbox.logPath)).flatMap((entry) =>
    entry.kind === "resend.call" && entry.payload?.["to"] === "owner@north-pier-goods.example"
      ? [String(entry.payload["subject"])]
      : [],
  );

const placeOf = (job: MainJob) => inTenant(job, async (tx) => (await tx.sql.select().from(storeMarketplace))[0]);
const accepted = async (job: MainJob) =>
  acceptedRequests(await readLog(job.sandbox.logPath)).toSorted((a, b) => a.at.localeCompare(b.at));

describe("the first e-mails of a lane, where Amazon knows the sender", () => {
  let job: MainJob;
  beforeAll(async () => {
    job = await startWithCanary(true);
    await job.run(OPEN.add({ hours: 4 }));
  }, 120_000);
  afterAll(() => job.stop());

  it("go one alone, the others two hours later", async () => {
    const mails = await accepted(job);
    expect(mails.map(({ lane }) => lane)).toEqual(["email", "email", "email"]);
    const [first, ...others] = mails.map(({ at }) => Temporal.Instant.from(at));
    for (const at of others) expect(first && at.since(first).total("hours")).toBeGreaterThanOrEqual(2);
  });

  it("prove the sender", async () => {
    expect(await placeOf(job)).toMatchObject({ canary: "passed", senderState: "proven" });
  });

  it("are followed, when a member disconnects the store, by a mail and, on its last day, by its end", {
    timeout: 120_000,
  }, async () => {
    const [store] = await inTenant(job, (tx) => storeDetails(tx, { now: OPEN }));
    const storeId = store?.id ?? "";
    const due = (kind: "authorisation_expiring" | "purge_store", hours: number) =>
      inTenant(job, (tx) => scheduleStoreJob(tx, { kind, storeId, runAt: OPEN.add({ hours }) }));
    await due("authorisation_expiring", 5);
    await job.run(OPEN.add({ hours: 6 }));
    await inTenant(job, (tx) => disconnectStore(tx, { storeId, now: OPEN.add({ hours: 6 }) }));
    await job.run(OPEN.add({ hours: 7 }));
    expect(await toldToOwner(job)).toEqual([
      expect.stringContaining("Authorise North Pier Goods US again before"),
      "North Pier Goods US is disconnected",
    ]);
    await due("purge_store", 8);
    await job.run(OPEN.add({ hours: 9 }));
    expect(await inTenant(job, (tx) => storeDetails(tx, { now: OPEN }))).toEqual([]);
  });

  it("are followed by a mail to the members when the workspace is deleted, once", async () => {
    const now = OPEN.add({ hours: 9 });
    await inTenant(job, (tx) => deleteWorkspace(tx, { typedName: "North Pier Goods", now }));
    await job.run(OPEN.add({ hours: 10 }));
    const told = (await toldToOwner(job)).filter((subject) =>
      subject.startsWith("North Pier Goods will be deleted on"),
    );
    expect(told).toHaveLength(1);
  });
});

describe("the first e-mail of a lane, where Amazon does not know the sender", () => {
  let job: MainJob;
  beforeAll(async () => {
    job = await startWithCanary(false);
    await job.run(OPEN.add({ hours: 8 }));
  }, 120_000);
  afterAll(() => job.stop());

  it("stays alone if its rejection comes in time; the others go by Amazon's own request", async () => {
    const requests = await accepted(job);
    const mails = requests.filter(({ lane }) => lane === "email");
    const messages = await readMessages(job.database.urls.DATABASE_CHECK_URL);
    const rejected = messages.filter(({ endRule }) => endRule === "sender_not_approved");
    expect(rejected.length).toBeGreaterThanOrEqual(1);
    expect(mails.length).toBe(rejected.length);
    expect(await placeOf(job)).toMatchObject({ canary: "rejected", senderState: "receiving" });
    const asked = requests.filter(({ lane }) => lane === "solicitation").map(({ orderId }) => orderId);
    expect(new Set([...asked, ...rejected.map(({ orderId }) => orderId)])).toEqual(new Set([1, 2, 3].map(orderIdOf)));
  });
});
