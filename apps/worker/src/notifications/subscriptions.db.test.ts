import { ensureDestination } from "@heed/amazon/destinations";
import { realClock, Temporal } from "@heed/core/time";
import { disconnectStore } from "@heed/db/commands/disconnect-store";
import { validSecrets } from "@heed/db/identity/application-secrets";
import { loadStoreWork } from "@heed/db/queries/store-work";
import { applicationSecret } from "@heed/db/schema/amazon";
import { job } from "@heed/db/schema/work";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import { cloneDatabase } from "@heed/db/testing";
import { createReadyStore, TEST_RING } from "@heed/db/testing/demo-store";
import { SANDBOX_APPLICATION } from "@heed/sandbox/demo/stores";
import { exampleWorld, startTestSandbox } from "@heed/sandbox/testing";
import { expect, it, onTestFinished, vi } from "vitest";
import { readEnv } from "../env.ts";
import { endOrderSubscription } from "../jobs/end-subscription.ts";
import { createLogger } from "../logger.ts";
import { workerParts } from "../start-worker.ts";
import type { Worker } from "../worker.ts";
import { consumeQueue } from "./consume-queue.ts";
import { subscribeStore } from "./subscribe-store.ts";

const REST = { INNGEST_EVENT_KEY: "k", INNGEST_SIGNING_KEY: "k", RESEND_API_KEY: "re_k", STRIPE_SECRET_KEY: "sk_k" };
const KEYS = JSON.stringify({ active: "k1", keys: { k1: Buffer.alloc(32, 7).toString("base64") } });

/** The worker's own parts against the stand-in of Amazon and its queue. */
async function place() {
  const base = await cloneDatabase();
  const sandbox = await startTestSandbox({ clock: "real" });
  onTestFinished(async () => {
    await sandbox.stop();
    await base.drop();
  });
  const { storeId, access } = await createReadyStore(base.db);
  const within = <T>(work: (tx: TenantDb) => Promise<T>) => withTenant(base.db, access, work);
  const store = () => within((tx) => loadStoreWork(tx, { storeId, ring: TEST_RING }));
  const { sellerId, refreshToken } = await store();
  const [example] = exampleWorld().stores;
  await sandbox.control("POST", "/world", { stores: [{ ...example, sellerId, refreshToken }] });
  const { amazonPort, caPath, sqsUrl } = sandbox.running;
  const queueUrl = `${sqsUrl}/000000000000/heed`;
  const env = readEnv({
    ...REST,
    ...{ HEED_MODE: "demo", HEED_KEYS: KEYS, RESEND_WEBHOOK_SECRET: "whsec_k", STRIPE_WEBHOOK_SECRET: "whsec_k" },
    ...{ DATABASE_URL: base.urls.DATABASE_URL, DATABASE_SYSTEM_URL: base.urls.DATABASE_SYSTEM_URL },
    ...{ AMAZON_CLIENT_ID: SANDBOX_APPLICATION.clientId, AMAZON_CLIENT_SECRET: SANDBOX_APPLICATION.clientSecret },
    ...{ HEED_AMAZON_PORT: String(amazonPort), HEED_AMAZON_CA: caPath, AMAZON_SQS_QUEUE_URL: queueUrl },
  });
  const { db, system } = base;
  const parts = workerParts(env, { db, system, clock: realClock(), log: createLogger("silent") });
  const worker: Worker = { ...parts, wakeRelay: () => undefined };
  const calls = () => sandbox.log().flatMap((entry) => (entry.kind === "amazon.call" ? [entry] : []));
  const subscribe = async () => subscribeStore(worker, { tenantId: access.tenantId, store: await store() });
  return {
    base,
    sandbox,
    worker,
    storeId,
    tenantId: access.tenantId,
    within,
    store,
    calls,
    subscribe,
    queueUrl,
    sqsUrl,
  };
}

it("a connected store is subscribed to once, and no longer when it is disconnected", async () => {
  const { worker, storeId, tenantId, within, store, calls, subscribe } = await place();
  await subscribe();
  const { subscriptionId } = await store();
  expect(subscriptionId).toMatch(/^[0-9a-f-]{36}$/);
  await subscribe();
  const operations = ["getDestinations", "createDestination", "createSubscription"];
  expect(calls().map(({ operation }) => operation)).toEqual(operations);

  await within((tx) => disconnectStore(tx, { storeId, now: Temporal.Now.instant() }));
  const [waiting] = (await within((tx) => tx.sql.select().from(job))).filter(({ kind }) => kind === "end_subscription");
  const running = { ...waiting, state: "running" as const };
  await within((tx) => tx.sql.update(job).set({ state: "running" }));
  const done = await endOrderSubscription(worker, { tenantId, job: running as typeof job.$inferSelect });
  expect(done).toEqual({ ended: "ended" });
  expect(calls().at(-1)).toMatchObject({
    operation: "deleteSubscriptionById",
    sellerId: null,
    effect: { kind: "subscription_ended", subscriptionId },
  });
});

it("a subscription that leads elsewhere is replaced by one that leads here", async () => {
  const { sandbox, worker, tenantId, store, calls, subscribe } = await place();
  const { amazonPort: port, caPath } = sandbox.running;
  const { clientId, clientSecret } = SANDBOX_APPLICATION;
  const application = { clientId, secrets: [clientSecret], endpoint: { port, caPath }, timeoutMs: 5000 };
  const target = { sqs: { arn: "arn:aws:sqs:us-east-1:000000000000:of-before" } };
  const elsewhere = await ensureDestination(application, { region: "NA", target });
  const { subscriptionId } = await worker.gateways.forStore(tenantId, await store()).subscribeToOrders(elsewhere);
  await subscribe();
  expect((await store()).subscriptionId).not.toBe(subscriptionId);
  const ways = ["createSubscription", "getSubscription", "deleteSubscriptionById", "createSubscription"];
  expect(calls().slice(-ways.length)).toMatchObject(ways.map((operation) => ({ operation })));
});

it("an old client secret is replaced by way of the queue, and tokens come by both meanwhile", async () => {
  const { base, worker, store, queueUrl, sqsUrl, sandbox, tenantId } = await place();
  expect(await worker.freshenSecret()).toBe("first seen");
  expect(await worker.freshenSecret()).toBe("young");
  const old = new Date(Date.now() - 150 * 24 * 3_600_000 - 3_600_000);
  await base.system.sql.update(applicationSecret).set({ receivedAt: old });
  expect(await worker.freshenSecret()).toBe("asked");
  const consumer = consumeQueue(worker, { queueUrl, endpoint: sqsUrl });
  const ports = { system: base.system, ring: TEST_RING };
  await vi.waitFor(async () => expect(await validSecrets(ports, SANDBOX_APPLICATION.clientId)).toHaveLength(2), {
    timeout: 20_000,
  });
  await consumer.stop();
  const [fresh, before] = await validSecrets(ports, SANDBOX_APPLICATION.clientId);
  expect(before).toBe(SANDBOX_APPLICATION.clientSecret);
  expect(fresh).not.toBe(before);
  expect(await worker.freshenSecret()).toBe("young");
  // The product's own way to Amazon signs in with the new one.
  await worker.gateways.forStore(tenantId, await store()).getMarketplaceParticipations();
  const grants = sandbox.log().filter((entry) => entry.kind === "amazon.token" && entry.grant === "refresh_token");
  expect(grants).toMatchObject([{ status: 200 }]);
});
