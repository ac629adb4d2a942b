import { Temporal } from "@heed/core/time";
import { setClientReport, setReportLook } from "@heed/db/commands/client-reports";
import { createClient, placeStore } from "@heed/db/commands/clients";
import { disconnectStore } from "@heed/db/commands/disconnect-store";
import { scheduleJob } from "@heed/db/commands/schedule-job";
import { scheduleStoreJob } from "@heed/db/commands/store-job";
import { deleteWorkspace } from "@heed/db/identity/workspace-life";
import { storeDetails } from "@heed/db/queries/store-page";
import { address, storeMarketplace } from "@heed/db/schema/store";
import { job as jobTable } from "@heed/db/schema/work";
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

const mailsTo = async (job: MainJob, to: string) =>
  (await readLog(job.sandbox.logPath)).flatMap((entry) =>
    entry.kind === "resend.call" && String(entry.payload?.["to"]).endsWith(to)
      ? [{ from: String(entry.payload?.["from"]), subject: String(entry.payload?.["subject"]) }]
      : [],
  );

/** Subjects of the mails that the owner got. */
const toldToOwner = async (job: MainJob) =>
  (await mailsTo(job, "owner@north-pier-goods.example")).map(({ subject }) => subject);

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

  it("are followed by a test mail to each quiet address, and by what owners and clients are told", {
    timeout: 120_000,
  }, async () => {
    const [store] = await inTenant(job, (tx) => storeDetails(tx, { now: OPEN }));
    const storeId = store?.id ?? "";
    const tenantId = tenantOf(job);
    const runAt = OPEN.add({ hours: 5 });
    const { id: clientId } = await inTenant(job, (tx) => createClient(tx, { name: "Harbour Ltd", now: OPEN }));
    await inTenant(job, async (tx) => {
      await tx.sql.update(address).set({ lastMailAt: null, receivedAt: null, testedAt: null, provenAt: null });
      await placeStore(tx, { storeId, storeTenantId: tenantId, clientId, now: OPEN });
      const to = ["anna@harbour.example", "ben@harbour.example"];
      await setReportLook(tx, { name: "Pier & Partners", colour: "#7a2f8f", now: OPEN });
      await setClientReport(tx, { clientId, on: true, to, zone: "Europe/Berlin", now: OPEN });
      await scheduleJob(tx, { kind: "client_report", subject: clientId, runAt });
      await scheduleJob(tx, { kind: "health_digest", subject: tenantId, runAt });
      await scheduleStoreJob(tx, { kind: "heartbeat", storeId, runAt });
    });
    await job.run(OPEN.add({ hours: 5, minutes: 30 }));
    const all = await inTenant(job, (tx) => tx.sql.select().from(address));
    const addresses = all.filter((row) => row.storeId === storeId);
    expect(addresses.map((row) => row.receivedAt?.toString().slice(0, 13))).toEqual(
      addresses.map(() => runAt.toString().slice(0, 13)),
    );
    expect(addresses.every(({ testHash }) => testHash === null)).toBe(true);
    expect(await toldToOwner(job)).toEqual(["North Pier Goods: your week in messages"]);
    const reports = (await mailsTo(job, "@harbour.example")).map(({ from, subject }) => [from, subject]);
    expect(reports).toHaveLength(2);
    for (const [from, subject] of reports) {
      expect(from).toContain('"Pier & Partners" <account@');
      expect(subject).toMatch(/^Harbour Ltd: messages to buyers, /);
    }
    const jobs = await inTenant(job, (tx) => tx.sql.select().from(jobTable));
    const waiting = jobs.filter(
      ({ state, kind, subject }) => state === "waiting" && (kind !== "heartbeat" || subject === storeId),
    );
    const next = new Map(waiting.map(({ kind, runAt: at }) => [kind, at]));
    expect(next.get("heartbeat")?.since(runAt).total("hours")).toBeCloseTo(24, 0);
    expect(next.get("health_digest")?.toZonedDateTimeISO("UTC")).toMatchObject({ dayOfWeek: 1, hour: 6 });
    expect(next.get("client_report")?.toZonedDateTimeISO("Europe/Berlin")).toMatchObject({ dayOfWeek: 1, hour: 8 });
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
    expect((await toldToOwner(job)).slice(-2)).toEqual([
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
