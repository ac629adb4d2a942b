import { REVIEW_REQUEST_FLOW } from "@heed/core/flow/built-in";
import { at } from "@heed/core/testing";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { experimentResults } from "../queries/experiment-results.ts";
import { systemAccess } from "../system-db.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createStore, createTenant, givePlan } from "../testing/factories.ts";
import { insertManyOrders } from "../testing/many-orders.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { endExperiment, startExperiment } from "./experiments.ts";
import { createFlow } from "./flow-drafts.ts";
import { activateFlow } from "./switch-flow.ts";

const NOW = at("2026-11-01T09:00:00Z");
let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

const [request] = REVIEW_REQUEST_FLOW.steps;
const definition = {
  ...REVIEW_REQUEST_FLOW,
  name: "Compared",
  steps: [{ ...request, lanePreference: "solicitation", templateKey: null }],
};

async function running() {
  const tenant = await createTenant(test.db);
  await givePlan(test.db, tenant);
  const storeId = await createStore(test.db, tenant.access);
  const act = <T>(work: (tx: TenantDb) => Promise<T>) => withTenant(test.db, tenant.access, work);
  const { id: flowId } = await act((tx) => createFlow(tx, { definition, storeIds: null, now: NOW }));
  await act((tx) => activateFlow(tx, { flowId, version: 1, orders: "new", now: NOW }));
  const wish = { flowId, change: { delayDays: 13 }, holdOut: 10, share: 50, now: NOW };
  await act((tx) => startExperiment(tx, wish));
  return { tenant, storeId, act, flowId, wish };
}

type Running = Awaited<ReturnType<typeof running>>;

/** Settled messages of both arms in turns. Of A a quarter is refused and a tenth answered, of B 4 % and a third. */
async function settle({ tenant, storeId }: Running, count: number) {
  await insertManyOrders(test.db, { tenantId: tenant.tenantId, storeId }, { count, from: NOW });
  const at = NOW.add({ hours: 1 }).toString();
  await withTenant(test.db, systemAccess(tenant.tenantId), async (tx) => {
    await tx.sql.execute(sql`
      update "order" set feedback_rating = 1 where tenant_id = ${tx.tenantId}
        and (substr(order_id, 5, 7)::int % 6 = 1 or substr(order_id, 5, 7)::int % 20 = 0)`);
    await tx.sql.execute(sql`
      insert into message (tenant_id, store_id, order_ref, slot, purpose, lane, state, flow_key, flow_version, step_key,
        due_at, planned_for, created_at, sent_at)
      select o.tenant_id, o.store_id, o.id, 'proactive', 'review_request', 'email',
        case when n % 8 = 0 or n % 50 = 1 then 'refused_by_buyer' else 'reached' end, f.flow_key, 2,
        case when n % 2 = 0 then ${request?.stepKey ?? ""} else 'b' end, ${at}, ${at}, ${at}, ${at}
      from (select *, substr(order_id, 5, 7)::int as n from "order") o join flow f on f.tenant_id = o.tenant_id
      where o.tenant_id = ${tx.tenantId}`);
  });
}

it("says that there is not enough data yet, and what it needs", async () => {
  const scene = await running();
  await settle(scene, 80);
  const [result] = await scene.act((tx) => experimentResults(tx, scene.flowId));
  expect(result?.arms.map(({ sent }) => sent)).toEqual([40, 40]);
  for (const test of [result?.refusedTest, result?.reachedTest, result?.feedbackTest]) {
    expect(test).toMatchObject({ answer: "not_enough_data", least: 100 });
  }
});

it("tells apart what differs: refusals and feedback, with an interval that leaves out zero", async () => {
  const scene = await running();
  await settle(scene, 1_200);
  const [result] = await scene.act((tx) => experimentResults(tx, scene.flowId));
  expect(result?.arms).toMatchObject([
    { sent: 600, refused: 150, reached: 450, feedback: 60, negative: 60 },
    { sent: 600, refused: 24, reached: 576, feedback: 200, negative: 200 },
  ]);
  expect(result?.refusedTest).toMatchObject({ answer: "a_higher", difference: -0.21 });
  expect(result?.refusedTest.high).toBeLessThan(0);
  expect(result?.reachedTest).toMatchObject({ answer: "b_higher" });
  expect(result?.feedbackTest).toMatchObject({ answer: "b_higher" });
});

it("one at a time; the arm that is kept goes on for new orders, and the results stay", async () => {
  const { act, flowId, wish } = await running();
  await expect(act((tx) => startExperiment(tx, wish))).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(act((tx) => endExperiment(tx, { flowId, keep: "c", now: NOW }))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await act((tx) => endExperiment(tx, { flowId, keep: "b", now: NOW }));
  const [result] = await act((tx) => experimentResults(tx, flowId));
  expect(result).toMatchObject({ keptStep: "b", definition: { experiment: { holdOut: 10 } } });
  await expect(act((tx) => endExperiment(tx, { flowId, keep: "b", now: NOW }))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  await act((tx) => startExperiment(tx, wish));
  expect(await act((tx) => experimentResults(tx, flowId))).toHaveLength(2);
});
