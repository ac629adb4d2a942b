import { PLANS, TRIAL } from "@heed/core/billing/plans";
import { Temporal } from "@heed/core/time";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptedRequests, asChecker, readLog, readMessages, type SeenMessage } from "../testing/read-state.ts";
import { type MainJob, START, startMainJob } from "../testing/start-main-job.ts";
import { orderIdOf, PLACES, worldBuyer, worldOrder } from "../testing/world-order.ts";

const start = Temporal.Instant.from(START);
/** Nine in the morning in Los Angeles. */
const OPEN = start.add({ hours: 9 });
/** Ten in the morning in Tokyo, five in the afternoon in Los Angeles. */
const SEEN = OPEN.add({ hours: 8 });
const LEFT = 2;

/** A workspace on Free whose messages are e-mails, and one in its trial whose messages are solicitations. */
const CASES = [
  { name: "Free", place: "us", limit: PLANS.free.included, madeBefore: 60, due: OPEN.add({ minutes: 10 }), first: 1 },
  { name: "a trial", place: "jp", limit: TRIAL.messages, madeBefore: 1, due: start.add({ minutes: 30 }), first: 21 },
] as const;
type Case = (typeof CASES)[number];

const atOnce = ({ first }: Case) => [0, 1, 2, 3, 4, 5].map((n) => first + n);
/** Shipped after sending has stopped, so planned after it. */
const later = ({ first }: Case) => first + 9;
const allOf = (one: Case) => [...atOnce(one), later(one)];

let job: MainJob;
let messages: SeenMessage[] = [];

/** As the workspace of that store; what is under test is only what the worker does with it. */
async function asSeller(
  place: Case["place"],
  work: (tx: postgres.TransactionSql, tenantId: string) => Promise<unknown>,
) {
  const sql = postgres(job.database.urls.DATABASE_URL, { max: 1 });
  const known = job.world.stores.find(({ sellerId }) => sellerId === PLACES[place].sellerId);
  const tenantId = job.tenants.find(({ slug }) => slug === known?.tenantSlug)?.tenantId ?? "";
  try {
    await sql.begin(async (tx) => {
      await tx`select set_config('app.tenant_id', ${tenantId}, true), set_config('app.system', 'on', true)`;
      await work(tx, tenantId);
    });
  } finally {
    await sql.end();
  }
}

/** All places but two are taken: by lost answers, and by messages that have not settled yet. */
function prepare({ place, limit, madeBefore }: Case): Promise<void> {
  const { sellerId, marketplaceId } = PLACES[place];
  const [at, settles] = [start.toString(), start.add({ hours: 24 * 20 }).toString()];
  return asSeller(place, async (tx, tenantId) => {
    await tx`update subscription set complimentary = null where tenant_id = ${tenantId}`;
    const made = start.subtract({ hours: 24 * madeBefore }).toString();
    await tx`update tenant set created_at = ${made} where id = ${tenantId}`;
    await tx`
      insert into "order" (tenant_id, store_id, order_id, marketplace_id, channel, fulfilled_by, status, purchased_at,
        last_updated_at, source, created_at)
      select ${tenantId}, s.id, '114-' || lpad(n::text, 7, '0') || '-0000001', ${marketplaceId}, 'amazon', 'amazon',
        'SHIPPED', ${at}, ${at}, 'sync', ${at} from store s, generate_series(1, ${limit - LEFT}) n where s.seller_id = ${sellerId}`;
    await tx`
      insert into message (tenant_id, store_id, order_ref, slot, purpose, lane, state, flow_key, flow_version, step_key,
        due_at, created_at, claimed_at, sent_at, settle_at)
      select o.tenant_id, o.store_id, o.id, 'proactive', 'review_request', 'solicitation',
        case when row_number() over (order by o.order_id) <= 3 then 'unknown' else 'sent' end, 'review-request', 1,
        'ask', ${at}, ${at}, ${at}, ${at}, ${settles} from "order" o where o.order_id like '114-%-0000001'`;
  });
}

beforeAll(async () => {
  const orders = CASES.flatMap((one) => [
    ...atOnce(one).map((n) => worldOrder({ n, place: one.place, due: one.due })),
    worldOrder({ n: later(one), place: one.place, due: one.due.add({ hours: 24 * 11 + 4 }) }),
  ]);
  const buyers = CASES.flatMap((one) => allOf(one).map((n) => worldBuyer(n, { place: one.place })));
  job = await startMainJob({ orders: 0, put: { orders, buyers } });
  for (const one of CASES) await prepare(one);
  await job.run(SEEN);
  messages = await readMessages(job.database.urls.DATABASE_CHECK_URL);
}, 240_000);
afterAll(() => job.stop());

async function acceptedOf(one: Case): Promise<number> {
  const ids = new Set(allOf(one).map(orderIdOf));
  return acceptedRequests(await readLog(job.sandbox.logPath)).filter(({ orderId }) => ids.has(orderId ?? "")).length;
}

const statesOf = (numbers: readonly number[]) => {
  const ids = new Set(numbers.map(orderIdOf));
  return messages.filter(({ orderId }) => ids.has(orderId)).map(({ state }) => state);
};

describe.each(CASES)("the allowance of $name at the moment of sending", (one) => {
  it("counts what is sent and what is unknown: of six that are due at once two go", async () => {
    expect(await acceptedOf(one)).toBe(LEFT);
    expect(statesOf(atOnce(one)).filter((state) => state === "planned")).toHaveLength(6 - LEFT);
  });

  it("stops sending and not planning: an order that ships afterwards is planned", () => {
    expect(statesOf([later(one)])).toEqual(["planned"]);
  });
});

it("each that waits for its plan has a line in the ledger, with what is used", async () => {
  const lines = await asChecker(
    job.database.urls.DATABASE_CHECK_URL,
    (sql) => sql<{ facts: unknown }[]>`
      select distinct (r->'facts') - 'until' as facts from decision d, jsonb_array_elements(d.reasons) r
      where d.verdict = 'wait' and d.rule = 'entitlement' and r->>'rule' = 'entitlement' order by 1`,
  );
  expect(lines.map(({ facts }) => facts)).toEqual(CASES.map(({ limit }) => ({ why: "used_up", used: limit, limit })));
});

it("a larger plan lets all of them go at once", { timeout: 240_000 }, async () => {
  for (const { place } of CASES) {
    await asSeller(
      place,
      (tx, tenantId) => tx`update subscription set complimentary = 'agency' where tenant_id = ${tenantId}`,
    );
    await asSeller(place, resume);
  }
  await job.run(SEEN.add({ hours: 1 }));
  for (const one of CASES) expect(await acceptedOf(one)).toBe(6);
});

/** As `resumeWaiting` does when Stripe's state is written; its own test stands beside it. */
function resume(tx: postgres.TransactionSql) {
  return tx`
    update message m set due_at = ${SEEN.toString()}, dispatched_at = null, plan_version = plan_version + 1
    where state = 'planned' and exists (
      select from decision d where d.message_id = m.id and d.rule = 'entitlement' and d.wait_until = m.due_at)`;
}
