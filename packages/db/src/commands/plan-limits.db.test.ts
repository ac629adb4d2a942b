import { REVIEW_REQUEST_FLOW } from "@heed/core/flow/built-in";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation } from "../identity/accept-invitation.ts";
import { invite, listInvitations } from "../identity/invitations.ts";
import { listMembers } from "../identity/members.ts";
import { listStores } from "../queries/stores.ts";
import { experiment } from "../schema/flow.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { TEST_RING, US } from "../testing/demo-store.ts";
import {
  createMember,
  createStore,
  createTenant,
  givePlan,
  TEST_NOW as now,
  type TestTenant,
} from "../testing/factories.ts";
import { emailOf } from "../testing/second-factor.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { connectStore } from "./connect-store.ts";
import { disconnectStore } from "./disconnect-store.ts";
import { endExperiment, startExperiment } from "./experiments.ts";
import { createFlow } from "./flow-drafts.ts";
import { activateFlow } from "./switch-flow.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

const inTenant = <T>({ access }: TestTenant, work: (tx: TenantDb) => Promise<T>) => withTenant(test.db, access, work);

/** Free has one store and two people. */
async function onFree(): Promise<TestTenant> {
  const tenant = await createTenant(test.db);
  await givePlan(test.db, tenant, "free");
  return tenant;
}

const connect = (tenant: TestTenant, sellerId: string) =>
  inTenant(tenant, (tx) =>
    connectStore(tx, {
      region: "NA",
      sellerId,
      tokens: { refreshToken: "r", accessToken: "a", expiresAt: now.add({ hours: 1 }) },
      marketplaces: [{ marketplaceId: US, storeName: "Pots", participating: true }],
      ring: TEST_RING,
      now,
    }),
  );

const ask = (tenant: TestTenant, email: string, at = now) =>
  inTenant(tenant, (tx) => invite(tx, { email, role: "viewer", storeIds: null, clientIds: null, now: at }));

const stores = async (tenant: TestTenant) => (await inTenant(tenant, (tx) => listStores(tx))).length;
const members = async (tenant: TestTenant) => (await inTenant(tenant, (tx) => listMembers(tx))).length;

const tooSmall = { code: "PAYMENT_REQUIRED", details: { reason: "plan", plan: "free" } };

describe("stores of a plan", () => {
  it("are connected up to its number; one that was disconnected makes room, and needs it to come back", async () => {
    const tenant = await onFree();
    const [first, second] = [`A${tenant.slug}1`, `A${tenant.slug}2`];
    const { storeId } = await connect(tenant, first);
    await expect(connect(tenant, second)).rejects.toMatchObject(tooSmall);
    expect(await connect(tenant, first)).toMatchObject({ kind: "authorised_again" });
    await inTenant(tenant, (tx) => disconnectStore(tx, { storeId, now }));
    expect(await connect(tenant, second)).toMatchObject({ kind: "connected" });
    await expect(connect(tenant, first)).rejects.toMatchObject(tooSmall);
  });

  it("that two people connect at once take the last place once", async () => {
    const tenant = await onFree();
    const both = await Promise.allSettled([1, 2].map((index) => connect(tenant, `A${tenant.slug}${index}`)));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await stores(tenant)).toBe(1);
  });
});

describe("people of a plan", () => {
  it("are invited while there is a place; an open invitation takes one until it expires", async () => {
    const tenant = await onFree();
    await createMember(test.db, tenant.access);
    await ask(tenant, "one@example.com");
    await expect(ask(tenant, "two@example.com")).rejects.toMatchObject(tooSmall);
    await expect(ask(tenant, "one@example.com")).rejects.toMatchObject({ code: "CONFLICT" });
    await ask(tenant, "two@example.com", now.add({ hours: 24 * 8 }));
  });

  it("join only while there is a place, and their invitation waits for a larger plan", async () => {
    const tenant = await onFree();
    await createMember(test.db, tenant.access);
    const userId = await createMember(test.db, (await createTenant(test.db)).access);
    const email = await emailOf(test.db, userId);
    const { token } = await ask(tenant, email);
    await createMember(test.db, tenant.access);
    const join = () => acceptInvitation(test.db, { token, userId, email, network: null, now });
    await expect(join()).rejects.toMatchObject(tooSmall);
    expect(await inTenant(tenant, listInvitations)).toHaveLength(1);
    await givePlan(test.db, tenant, "starter");
    expect(await join()).toEqual({ slug: tenant.slug });
  });
});

describe("experiments", () => {
  const begin = async (tx: TenantDb) => {
    const steps = REVIEW_REQUEST_FLOW.steps.map((step) => ({
      ...step,
      lanePreference: "solicitation" as const,
      templateKey: null,
    }));
    const definition = { ...REVIEW_REQUEST_FLOW, steps };
    const { id: flowId } = await createFlow(tx, { definition, storeIds: null, now });
    await activateFlow(tx, { flowId, version: 1, orders: "new", now });
    await startExperiment(tx, { flowId, change: { delayDays: 9 }, holdOut: 10, share: 50, now });
    return flowId;
  };

  it("are started where the plan has them", async () => {
    const tenant = await onFree();
    await expect(inTenant(tenant, begin)).rejects.toMatchObject(tooSmall);
    await givePlan(test.db, tenant, "growth");
    expect(await inTenant(tenant, begin)).toEqual(expect.any(String));
  });

  it("that run go on under a smaller plan, and can be ended there", async () => {
    const tenant = await onFree();
    await givePlan(test.db, tenant, "growth");
    const flowId = await inTenant(tenant, begin);
    await givePlan(test.db, tenant, "free");
    const running = () =>
      inTenant(tenant, (tx) => tx.sql.select().from(experiment).where(eq(experiment.tenantId, tx.tenantId)));
    expect(await running()).toMatchObject([{ endedAt: null }]);
    await inTenant(tenant, (tx) => endExperiment(tx, { flowId, keep: "b", now }));
    expect((await running())[0]?.endedAt?.equals(now)).toBe(true);
  });
});

it("a plan that becomes smaller than what is in use deletes nothing", async () => {
  const tenant = await onFree();
  await givePlan(test.db, tenant, "scale");
  const sellerId = `A${tenant.slug}`;
  await connect(tenant, sellerId);
  for (let index = 0; index < 3; index += 1) await createStore(test.db, tenant.access);
  for (let index = 0; index < 4; index += 1) await createMember(test.db, tenant.access);
  await givePlan(test.db, tenant, "free");
  await expect(connect(tenant, `${sellerId}2`)).rejects.toMatchObject(tooSmall);
  await expect(ask(tenant, "more@example.com")).rejects.toMatchObject(tooSmall);
  expect(await connect(tenant, sellerId)).toMatchObject({ kind: "authorised_again" });
  expect([await stores(tenant), await members(tenant)]).toEqual([4, 4]);
});
