import { Temporal } from "@heed/core/time";
import { liftRestriction } from "@heed/db/commands/store-settings";
import { listStores } from "@heed/db/queries/stores";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Accepted,
  acceptedRequests,
  asChecker,
  readLog,
  readMessages,
  type SeenMessage,
} from "../testing/read-state.ts";
import { type MainJob, START, startMainJob } from "../testing/start-main-job.ts";
import { orderIdOf, PLACES, worldBuyer, worldOrder } from "../testing/world-order.ts";

const start = Temporal.Instant.from(START);
/** Nine in the morning in Los Angeles. */
const OPEN = start.add({ hours: 9 });
const CAP = 2;
const [US, DE, JP] = [
  [1, 2, 3, 4, 5],
  [11, 12],
  [21, 22],
];

/** Settings as a person would change them; what is under test is only what they do. */
async function change(job: MainJob, place: keyof typeof PLACES, set: Readonly<Record<string, unknown>>): Promise<void> {
  const sql = postgres(job.database.urls.DATABASE_URL, { max: 1 });
  const known = job.world.stores.find(({ sellerId }) => sellerId === PLACES[place].sellerId);
  const tenantId = job.tenants.find(({ slug }) => slug === known?.tenantSlug)?.tenantId ?? "";
  await sql.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${tenantId}, true), set_config('app.system', 'on', true)`;
    const { count } = await tx`update store set ${tx(set)} where seller_id = ${PLACES[place].sellerId}`;
    expect(count).toBe(1);
  });
  await sql.end();
}

describe("the brakes", () => {
  let job: MainJob;
  let accepted: Accepted[] = [];
  let messages: SeenMessage[] = [];

  beforeAll(async () => {
    const orders = [
      ...(US ?? []).map((n) => worldOrder({ n, due: OPEN.add({ minutes: 10 }) })),
      ...(DE ?? []).map((n) => worldOrder({ n, place: "de", due: start.add({ minutes: n }) })),
      ...(JP ?? []).map((n) => worldOrder({ n, place: "jp", due: start.add({ minutes: n }) })),
    ];
    const buyers = [
      ...(US ?? []).map((n) => worldBuyer(n)),
      ...(DE ?? []).map((n) => worldBuyer(n, { place: "de" })),
      ...(JP ?? []).map((n) => worldBuyer(n, { place: "jp" })),
    ];
    job = await startMainJob({ orders: 0, put: { orders, buyers } });
    await change(job, "us", { daily_cap: CAP });
    await change(job, "de", { paused: true });
    await change(job, "jp", { dry_run: true });
    await job.run(start.add({ hours: 3 }));
    await change(job, "de", { paused: false, blackouts: [{ from: "2026-11-02", to: "2026-11-03" }] });
    await job.run(start.add({ hours: 24 * 4 }));
    accepted = acceptedRequests(await readLog(job.sandbox.logPath));
    messages = await readMessages(job.database.urls.DATABASE_CHECK_URL);
  }, 120_000);
  afterAll(() => job.stop());

  const sentAt = (numbers: readonly number[] = []) =>
    accepted
      .filter(({ orderId }) => numbers.some((n) => orderIdOf(n) === orderId))
      .map(({ at }) => Temporal.Instant.from(at))
      .toSorted(Temporal.Instant.compare);

  it("the daily cap holds although all e-mails are due at once, and each goes when a place is free", () => {
    const sent = sentAt(US);
    expect(sent).toHaveLength(5);
    for (const [index, at] of sent.entries()) {
      const earlier = sent[index - CAP];
      if (earlier !== undefined) expect(at.since(earlier).total("hours")).toBeGreaterThanOrEqual(24);
    }
  });

  it("a message that waits for the cap costs no call to Amazon", async () => {
    const calls = (await readLog(job.sandbox.logPath)).filter(
      (entry) => entry.kind === "amazon.call" && entry.operation === "GetAttributes",
    );
    // All five were read at the first look; later looks read only those whose turn it is.
    expect(calls.length).toBeLessThanOrEqual(5 + 3 * 2);
  });

  it("a pause and then a blackout make messages wait, until the day after in the marketplace's zone", () => {
    const sent = sentAt(DE);
    expect(sent).toHaveLength(2);
    for (const at of sent) expect(at.toZonedDateTimeISO("Europe/Berlin").toPlainDate().toString()).toBe("2026-11-04");
  });

  it("a dry run decides everything and sends nothing; the slot stays open", () => {
    expect(sentAt(JP)).toEqual([]);
    const dry = messages.filter(({ sellerId }) => sellerId === PLACES.jp.sellerId);
    expect(dry.map(({ state, endRule, final }) => [state, endRule, final])).toEqual([
      ["refused", "dry_run", false],
      ["refused", "dry_run", false],
    ]);
  });

  it("each wait has its line in the ledger, with its rule and its end", async () => {
    const waits = await asChecker(
      job.database.urls.DATABASE_CHECK_URL,
      (sql) => sql<{ rule: string; open: boolean }[]>`
        select distinct rule, wait_until is null as open from decision where verdict = 'wait' order by rule`,
    );
    const rules = waits.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(["blackout", "daily_cap", "store_paused"]));
    expect(waits.filter(({ open }) => open)).toEqual([]);
  });
});

/** Amazon lifts it, and a person says so. */
async function lift(job: MainJob, now: Temporal.Instant): Promise<void> {
  await job.control("POST", `/stores/${PLACES.us.sellerId}`, { restricted: false });
  const tenantId = job.tenants.find(({ slug }) => slug === "north-pier-goods")?.tenantId ?? "";
  await withTenant(job.database.db, systemAccess(tenantId), async (tx) => {
    const restricted = (await listStores(tx)).filter((store) => store.restricted);
    expect(restricted).toHaveLength(1);
    for (const { id: storeId } of restricted) await liftRestriction(tx, { storeId, now });
  });
}

describe("a restriction notice", () => {
  let job: MainJob;
  let messages: SeenMessage[] = [];
  const [BEFORE, AFTER, LIFTED] = [1, 2, 3];

  beforeAll(async () => {
    job = await startMainJob({
      orders: 0,
      put: {
        orders: [
          worldOrder({ n: BEFORE, due: OPEN.add({ minutes: 10 }) }),
          worldOrder({ n: AFTER, due: OPEN.add({ hours: 24 }) }),
          worldOrder({ n: LIFTED, due: OPEN.add({ hours: 48 }) }),
        ],
        buyers: [worldBuyer(BEFORE), worldBuyer(AFTER), worldBuyer(LIFTED)],
      },
    });
    await job.control("POST", `/stores/${PLACES.us.sellerId}`, { restricted: true });
    await job.run(OPEN.add({ hours: 30 }));
    await lift(job, OPEN.add({ hours: 30 }));
    await job.run(OPEN.add({ hours: 50 }));
    messages = await readMessages(job.database.urls.DATABASE_CHECK_URL);
  }, 120_000);
  afterAll(() => job.stop());

  const of = (n: number) => messages.filter(({ orderId }) => orderId === orderIdOf(n));

  it("ends its message without closing the slot for good", () => {
    expect(of(BEFORE)[0]).toMatchObject({ lane: "email", state: "failed", endRule: "restricted", final: false });
  });

  it("is over when a person says so: e-mails go again", () => {
    expect(of(LIFTED)).toEqual([expect.objectContaining({ lane: "email", state: "sent" })]);
  });

  it("pauses the e-mail lane: later orders go by Amazon's own request", () => {
    expect(of(AFTER)).toEqual([expect.objectContaining({ lane: "solicitation", state: "reached" })]);
  });
});
