import { FLOW_STARTERS } from "@heed/core/flow/gallery";
import { at } from "@heed/core/testing";
import type { Instant } from "@heed/core/time";
import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeFacts } from "../queries/store-facts.ts";
import { flow, flowVersion } from "../schema/flow.ts";
import { message } from "../schema/message.ts";
import { auditEntry, client, clientStore } from "../schema/tenant.ts";
import { job } from "../schema/work.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createOrder, createStore, createTenant, type TestTenant } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { liftBrake, setBrake } from "./brakes.ts";
import { createFlow, saveFlowVersion } from "./flow-drafts.ts";
import { replanStep } from "./replan-job.ts";
import { activateFlow, archiveFlow, pauseFlow, resumeFlow } from "./switch-flow.ts";

const DAY = { hours: 24 };
const NOW = at("2026-11-23T09:00:00Z");
let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

interface Scene {
  readonly tenant: TestTenant;
  readonly storeId: string;
  readonly act: <T>(work: (tx: TenantDb) => Promise<T>) => Promise<T>;
  /** An order that was bought, and has come, so many days ago. */
  readonly order: (daysAgo: number) => Promise<string>;
  readonly plan: (now?: Instant) => Promise<void>;
  readonly messages: () => Promise<(typeof message.$inferSelect)[]>;
}

async function scene(): Promise<Scene> {
  const tenant = await createTenant(test.db);
  const storeId = await createStore(test.db, tenant.access);
  const act: Scene["act"] = (work) => withTenant(test.db, tenant.access, work);
  return {
    tenant,
    storeId,
    act,
    order: (daysAgo) => {
      const purchasedAt = NOW.subtract({ hours: 24 * daysAgo });
      const delivery = { deliveryEarliest: purchasedAt.add(DAY), deliveryLatest: purchasedAt.add(DAY) };
      return createOrder(
        test.db,
        { access: tenant.access, storeId },
        { purchasedAt, lastUpdatedAt: purchasedAt, ...delivery },
      );
    },
    plan: (now = NOW) => act((tx) => runJobs(tx, now)),
    messages: () =>
      act((tx) => tx.sql.select().from(message).where(eq(message.tenantId, tx.tenantId)).orderBy(asc(message.dueAt))),
  };
}

/** Does the jobs that wait, as the worker would. */
async function runJobs(tx: TenantDb, now: Instant): Promise<void> {
  const rows = await tx.sql
    .update(job)
    .set({ state: "running" })
    .where(and(eq(job.tenantId, tx.tenantId), eq(job.state, "waiting")))
    .returning();
  for (const row of rows) while (await replanStep(tx, { job: row, now }));
}

const [steady] = FLOW_STARTERS;
const definition = { ...steady?.definition, name: "Steady" };

async function active(given: Scene, orders: "new" | "window" = "window", changes: object = {}) {
  const made = await given.act((tx) =>
    createFlow(tx, { definition: { ...definition, ...request(changes) }, storeIds: null, now: NOW }),
  );
  await given.act((tx) => activateFlow(tx, { flowId: made.id, version: 1, orders, now: NOW }));
  await given.plan();
  return made;
}

/** Without a text of ours, so that no template is needed. */
function request(changes: object) {
  const steps = definition.steps?.map((step) => ({
    ...step,
    lanePreference: "solicitation",
    templateKey: null,
    ...changes,
  }));
  return { steps };
}

describe("a flow", () => {
  it("is made as a draft, and takes nothing until it is switched on", async () => {
    const given = await scene();
    await given.order(3);
    await given.act((tx) => createFlow(tx, { definition, storeIds: null, now: NOW }));
    await given.plan();
    expect(await given.messages()).toEqual([]);
  });

  it("with a bad definition leaves nothing behind, and the error names the places", async () => {
    const given = await scene();
    const bad = { ...definition, name: "", condition: { any: [] } };
    const making = given.act((tx) => createFlow(tx, { definition: bad, storeIds: null, now: NOW }));
    await expect(making).rejects.toMatchObject({
      code: "INVALID",
      details: {
        problems: [expect.objectContaining({ path: "name" }), expect.objectContaining({ path: "condition" })],
      },
    });
    expect(await given.act((tx) => tx.sql.select().from(flow).where(eq(flow.tenantId, tx.tenantId)))).toEqual([]);
  });

  it("cannot be switched on with a text that is missing", async () => {
    const given = await scene();
    const made = await given.act((tx) => createFlow(tx, { definition, storeIds: null, now: NOW }));
    const going = given.act((tx) => activateFlow(tx, { flowId: made.id, version: 1, orders: "new", now: NOW }));
    await expect(going).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("for new orders only leaves older ones alone", async () => {
    const given = await scene();
    await given.order(2);
    await active(given, "new");
    expect(await given.messages()).toEqual([]);
  });

  it("for open windows, too, plans them; what is due at once goes one after another, the oldest first", async () => {
    const given = await scene();
    const refs: string[] = [];
    for (const daysAgo of [20, 19, 18, 3]) refs.push(await given.order(daysAgo));
    await active(given, "window");
    const rows = await given.messages();
    expect(rows.map(({ orderRef }) => orderRef)).toEqual(refs);
    const [first, second, third, later] = rows.map(({ dueAt }) => dueAt.epochMilliseconds);
    expect(new Set([first, second, third]).size).toBe(3);
    expect(later ?? 0).toBeGreaterThan(third ?? 0);
    for (const due of [first, second, third]) expect(due).toBeGreaterThanOrEqual(NOW.epochMilliseconds);
  });

  it("edited for new orders only: running messages finish on their version; for open windows they move over", async () => {
    const given = await scene();
    await given.order(3);
    const made = await active(given);
    const edit = { flowId: made.id, definition: { ...definition, ...request({ delayDays: 9 }) }, now: NOW };
    await given.act((tx) => saveFlowVersion(tx, { ...edit, base: 1 }));
    await given.act((tx) => activateFlow(tx, { flowId: made.id, version: 2, orders: "new", now: NOW }));
    await given.act((tx) => runReplan(tx, given.storeId));
    expect((await given.messages()).map(({ flowVersion: version }) => version)).toEqual([1]);
    await given.act((tx) => activateFlow(tx, { flowId: made.id, version: 2, orders: "window", now: NOW }));
    await given.plan();
    expect((await given.messages()).map(({ flowVersion: version, planVersion }) => [version, planVersion])).toEqual([
      [2, 2],
    ]);
  });

  it("saved from an old base is a conflict, and the version is not made", async () => {
    const given = await scene();
    const made = await active(given);
    const edit = { flowId: made.id, definition, now: NOW, base: 1 };
    await given.act((tx) => saveFlowVersion(tx, edit));
    await expect(given.act((tx) => saveFlowVersion(tx, edit))).rejects.toMatchObject({ code: "CONFLICT" });
    const versions = await given.act((tx) => tx.sql.select().from(flowVersion).where(eq(flowVersion.flowId, made.id)));
    expect(versions).toHaveLength(2);
  });

  it("paused keeps its messages and takes no new order; going on plans those that came meanwhile", async () => {
    const given = await scene();
    await given.order(3);
    const made = await active(given);
    await given.act((tx) => pauseFlow(tx, { flowId: made.id, now: NOW }));
    await given.order(2);
    await given.act((tx) => runReplan(tx, given.storeId));
    expect((await given.messages()).map(({ state }) => state)).toEqual(["planned"]);
    await given.act((tx) => resumeFlow(tx, { flowId: made.id, now: NOW }));
    await given.plan();
    expect((await given.messages()).map(({ state }) => state)).toEqual(["planned", "planned"]);
  });

  it("archived lets its messages go, to another flow where one matches", async () => {
    const given = await scene();
    await given.order(3);
    const made = await active(given);
    await active(given, "new");
    await given.act((tx) => archiveFlow(tx, { flowId: made.id, now: NOW }));
    await given.plan();
    expect((await given.messages()).map(({ state }) => state)).toEqual(["superseded"]);
  });

  it("leaves a line in the audit log for each act", async () => {
    const given = await scene();
    const made = await active(given);
    await given.act((tx) => pauseFlow(tx, { flowId: made.id, now: NOW }));
    const acts = await given.act((tx) => tx.sql.select().from(auditEntry).where(eq(auditEntry.tenantId, tx.tenantId)));
    expect(acts.map(({ act }) => act).sort()).toEqual(["flow.activated", "flow.created", "flow.paused"]);
  });
});

async function runReplan(tx: TenantDb, storeId: string): Promise<void> {
  await tx.sql.insert(job).values({ tenantId: tx.tenantId, kind: "replan_store", subject: storeId, runAt: NOW });
  await runJobs(tx, NOW);
}

describe("a brake", () => {
  const wish = { reason: "A recall", storeId: null } as const;
  it("holds all stores, some or one, and shows in their facts until it is lifted", async () => {
    const given = await scene();
    const other = await createStore(test.db, given.tenant.access);
    const ids = await given.act(async (tx) => [
      await setBrake(tx, { ...wish, kind: "stop_item", sku: "SKU-1", asin: null }, NOW),
      await setBrake(tx, { ...wish, kind: "pause", storeId: given.storeId }, NOW),
      await setBrake(tx, { ...wish, kind: "blackout", fromDay: "2026-12-24", toDay: "2026-12-26" }, NOW),
    ]);
    const read = () => given.act(async (tx) => [await storeFacts(tx, given.storeId), await storeFacts(tx, other)]);
    expect(await read()).toMatchObject([
      { paused: true, stoppedSkus: ["SKU-1"], blackouts: [{ from: "2026-12-24", to: "2026-12-26" }] },
      { paused: false, stoppedSkus: ["SKU-1"], blackouts: [{ from: "2026-12-24", to: "2026-12-26" }] },
    ]);
    for (const brakeId of ids) await given.act((tx) => liftBrake(tx, { brakeId, now: NOW }));
    expect(await read()).toMatchObject([
      { paused: false, stoppedSkus: [], blackouts: [] },
      { paused: false, stoppedSkus: [], blackouts: [] },
    ]);
  });

  it("of a client holds the client's stores only", async () => {
    const given = await scene();
    const other = await createStore(test.db, given.tenant.access);
    const clientId = await given.act(async (tx) => {
      const [made] = await tx.sql
        .insert(client)
        .values({ tenantId: tx.tenantId, name: "Acme", createdAt: NOW })
        .returning();
      const id = made?.id ?? "";
      await tx.sql
        .insert(clientStore)
        .values({ tenantId: tx.tenantId, clientId: id, storeTenantId: tx.tenantId, storeId: given.storeId });
      return id;
    });
    await given.act((tx) => setBrake(tx, { ...wish, kind: "pause", clientId }, NOW));
    const paused = await given.act(async (tx) => [await storeFacts(tx, given.storeId), await storeFacts(tx, other)]);
    expect(paused.map((facts) => facts.paused)).toEqual([true, false]);
    const unknown = given.act((tx) => setBrake(tx, { ...wish, kind: "pause", clientId: given.storeId }, NOW));
    await expect(unknown).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("that is lifted has its refused messages planned again", async () => {
    const given = await scene();
    await given.order(3);
    await active(given);
    const brakeId = await given.act((tx) => setBrake(tx, { ...wish, kind: "dry_run" }, NOW));
    await given.act((tx) =>
      tx.sql.update(message).set({ state: "refused", endRule: "dry_run" }).where(eq(message.tenantId, tx.tenantId)),
    );
    await given.act((tx) => liftBrake(tx, { brakeId, now: NOW }));
    await given.plan();
    expect((await given.messages()).map(({ state }) => state).sort()).toEqual(["planned", "refused"]);
  });

  it("can be lifted once only, and not from another workspace", async () => {
    const [given, other] = [await scene(), await scene()];
    const brakeId = await given.act((tx) => setBrake(tx, { ...wish, kind: "pause" }, NOW));
    await expect(other.act((tx) => liftBrake(tx, { brakeId, now: NOW }))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await given.act((tx) => liftBrake(tx, { brakeId, now: NOW }));
    await expect(given.act((tx) => liftBrake(tx, { brakeId, now: NOW }))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
