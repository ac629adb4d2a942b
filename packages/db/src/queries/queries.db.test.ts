import type { MessageState } from "@heed/core/message/message";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countDays } from "../commands/count-day.ts";
import { decision, message } from "../schema/message.ts";
import { inboundMail, notice, suppression } from "../schema/notice.ts";
import { address, store, syncCursor } from "../schema/store.ts";
import { approval, task } from "../schema/typed.ts";
import { type Access, type TenantDb, withTenant } from "../tenant-db.ts";
import { createMessage, createOrder, createStore, createTenant, TEST_NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { needsYou } from "./needs-you.ts";
import { getNotice, listNotices } from "./notices.ts";
import { listOptOuts } from "./opt-outs.ts";
import { getOrder, listOrders, orderCounts } from "./orders.ts";
import { overview } from "./overview.ts";
import { listStores } from "./stores.ts";
import { systemState } from "./system.ts";

const US = "ATVPDKIKX0DER";
const day = (n: number) => TEST_NOW.subtract({ hours: 24 * n });

let test: TestDatabase;
let own: { access: Access; storeId: string };
let secondStore: string;
let foreign: Access;
const refs: string[] = [];
let noticeId = "";

beforeAll(async () => {
  test = await cloneDatabase();
  const { access } = await createTenant(test.db);
  own = { access, storeId: await createStore(test.db, access, { name: "Main" }) };
  secondStore = await createStore(test.db, access, { name: "Second" });
  foreign = (await createTenant(test.db)).access;
  const states: (MessageState | null)[] = [
    "planned",
    "sent",
    "reached",
    "refused_by_buyer",
    "unknown",
    "refused",
    "superseded",
    null,
  ];
  for (const [index, state] of states.entries()) await seedOrder(index, state);
  await inTenant(seedEvidence);
});
afterAll(() => test.drop());

const inTenant = <T>(fn: (tx: TenantDb) => Promise<T>, access: Access = own.access) => withTenant(test.db, access, fn);
const ref = (index: number): string => refs[index] ?? "";

/** Order `n` was bought n + 1 days ago; even ones in the main store. */
async function seedOrder(index: number, state: MessageState | null): Promise<void> {
  const storeId = index % 2 === 0 ? own.storeId : secondStore;
  const orderRef = await createOrder(
    test.db,
    { access: own.access, storeId },
    {
      orderId: `111-000000${index}-0000000`,
      purchasedAt: day(index + 1),
      buyerKey: new Uint8Array([index]),
      buyerKeyId: "k1",
    },
  );
  refs.push(orderRef);
  if (state === null) return;
  const lane = state === "refused_by_buyer" || state === "unknown" ? "email" : "solicitation";
  const place = { access: own.access, storeId, orderRef };
  const endRule = state === "refused" ? "buyer_opted_out" : null;
  await createMessage(test.db, place, { state, lane, endRule, sentAt: state === "sent" ? day(0) : null });
}

/** In the second store: an approval and a task that are open, one of each that is not, and a sender that stopped. */
async function seedWaiting(tx: TenantDb): Promise<void> {
  const { tenantId } = tx;
  const asked = { tenantId, askedBy: tenantId, askedAt: TEST_NOW };
  const typed = {
    ...{ tenantId, storeId: secondStore, orderRef: ref(7), createdAt: TEST_NOW, dueAt: TEST_NOW },
    lane: "typed",
    purpose: "address_issue",
    state: "awaiting_approval",
    ...{ flowKey: "by_hand", flowVersion: 1, stepKey: "unexpectedProblem" },
  } as const;
  const rows = await tx.sql
    .insert(message)
    .values([
      { ...typed, slot: "typed:unexpectedProblem" },
      { ...typed, slot: "typed:unexpectedProblem:2" },
    ])
    .returning({ id: message.id });
  await tx.sql
    .insert(approval)
    .values(rows.map(({ id }, index) => ({ ...asked, messageId: id, answeredAt: index === 0 ? null : TEST_NOW })));
  const made = { tenantId, storeId: secondStore, orderRef: ref(7), createdBy: tenantId, createdAt: TEST_NOW };
  await tx.sql.insert(task).values([
    { ...made, purpose: "address_issue" },
    { ...made, purpose: "invoice", state: "done" },
  ]);
  await tx.sql.update(store).set({ senderStoppedAt: TEST_NOW }).where(eq(store.id, secondStore));
}

/** The buyer of order 3 refused, order 7 was not planned, one mail needs review. */
async function seedEvidence(tx: TenantDb): Promise<void> {
  const { tenantId } = tx;
  const base = {
    tenantId,
    storeId: secondStore,
    receivedAt: day(0),
    verification: "verified" as const,
    confidence: "0.95",
    text: "t",
  };
  const [made] = await tx.sql
    .insert(notice)
    .values([
      { ...base, kind: "opted_out", effect: "applied", orderRef: ref(3), language: "de" },
      { ...base, kind: "unknown", effect: "needs_review" },
    ])
    .returning({ id: notice.id });
  noticeId = made?.id ?? "";
  await tx.sql.insert(suppression).values({
    ...{
      tenantId,
      storeId: secondStore,
      buyerKey: new Uint8Array([3]),
      buyerKeyId: "k1",
      masked: "a1…9z@marketplace.amazon.de",
    },
    ...{ reason: "opted_out", at: day(0), noticeId, orderRef: ref(3) },
  });
  const line = {
    tenantId,
    phase: "plan" as const,
    slot: "proactive" as const,
    purpose: "review_request" as const,
    rulePack: "p",
    reasons: [],
  };
  await tx.sql.insert(decision).values({
    ...line,
    storeId: secondStore,
    orderRef: ref(7),
    at: day(1),
    verdict: "not_planned",
    rule: "window_over",
    orderedAt: day(7),
  });
  const today = day(0).toZonedDateTimeISO("UTC").toPlainDate();
  const count = (lane: string, outcome: string, n: number) => ({
    storeId: own.storeId,
    marketplaceId: US,
    day: today,
    lane,
    outcome,
    count: n,
  });
  await countDays(tx, [
    ...[count("none", "orders", 10), count("none", "not_planned:window_over", 2), count("solicitation", "planned", 7)],
    ...[
      count("none", "not_planned:lane_off", 1),
      count("solicitation", "sent", 4),
      count("email", "sent", 2),
      count("email", "refused_by_buyer", 1),
    ],
    ...[count("solicitation", "reached", 3), count("solicitation", "refused:store_paused", 1)],
    ...[
      count("email", "refused:daily_cap", 1),
      count("solicitation", "failed:daily_cap", 1),
      count("email", "unknown", 1),
    ],
  ]);
  await tx.sql
    .update(store)
    .set({ restrictedAt: day(0) })
    .where(sql`id = ${secondStore}`);
  await tx.sql
    .insert(syncCursor)
    .values({ tenantId, storeId: own.storeId, lastUpdatedAfter: day(1), lastSyncAt: day(0) });
}

describe("listOrders", () => {
  const ids = async (
    input: Omit<Parameters<typeof listOrders>[1], "limit" | "storeId"> & { storeId?: string; limit?: number },
  ) =>
    (await inTenant((tx) => listOrders(tx, { storeId: "all", limit: 50, ...input }))).orders.map((row) =>
      refs.indexOf(row.ref),
    );

  it("lists newest bought first, with the newest message or the rule that planned none", async () => {
    const { orders } = await inTenant((tx) => listOrders(tx, { storeId: "all", limit: 50 }));
    expect(orders.map((row) => row.message?.state ?? row.verdictRule)).toEqual([
      ...["planned", "sent", "reached", "refused_by_buyer", "unknown", "refused", "superseded", "window_over"],
    ]);
    expect(orders[0]).toMatchObject({ orderId: "111-0000000-0000000", storeName: "Main", delivery: null });
  });

  it("pages in both directions without a gap or a repeat", async () => {
    const page = (input: object) => inTenant((tx) => listOrders(tx, { storeId: "all", limit: 3, ...input }));
    const first = await page({});
    expect(first.newer).toBeNull();
    const second = await page({ after: first.older });
    const third = await page({ after: second.older });
    expect([first, second, third].flatMap(({ orders }) => orders.map((row) => row.ref))).toEqual(refs);
    expect(third.older).toBeNull();
    const back = await page({ before: third.newer });
    expect(back.orders).toEqual(second.orders);
    const start = await page({ before: back.newer });
    expect(start.orders).toEqual(first.orders);
    expect(start.newer).toBeNull();
  });

  it.each([
    ["waiting", [0]],
    ["sent", [1]],
    ["reached", [2]],
    ["refused", [3, 5]],
    ["needs_you", [4]],
  ] as const)("filters by %s", async (state, expected) => {
    expect(await ids({ state })).toEqual(expected);
  });

  it("filters by the rule that kept an order out, at planning or at sending", async () => {
    expect(await ids({ rule: "window_over" })).toEqual([7]);
    expect(await ids({ rule: "buyer_opted_out" })).toEqual([5]);
    expect(await ids({ rule: "cancelled" })).toEqual([]);
  });

  it("filters by store, lane and the beginning of an order id, also together", async () => {
    expect(await ids({ storeId: own.storeId })).toEqual([0, 2, 4, 6]);
    expect(await ids({ lane: "email" })).toEqual([3, 4]);
    expect(await ids({ lane: "email", state: "refused" })).toEqual([3]);
    expect(await ids({ q: "111-000000" })).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(await ids({ q: "111-0000004" })).toEqual([4]);
    expect(await ids({ q: "111", state: "sent" })).toEqual([1]);
    expect(await ids({ q: "%" })).toEqual([]);
    expect(await ids({ limit: 2, state: "refused" })).toEqual([3, 5]);
  });

  it("shows an order once, by its newest message", async () => {
    const place = { access: own.access, storeId: own.storeId, orderRef: ref(6) };
    await createMessage(test.db, place, { state: "stopped" });
    expect((await ids({})).filter((index) => index === 6)).toHaveLength(1);
    expect(await ids({ q: "111-0000006" })).toEqual([6]);
  });

  it("keeps an order in its list when a second message of the same slot is refused by the database", async () => {
    const place = { access: own.access, storeId: own.storeId, orderRef: ref(0) };
    await inTenant(async (tx) => {
      const [row] = await tx.sql
        .select()
        .from(message)
        .where(eq(message.orderRef, ref(0)));
      if (row === undefined) throw new Error("no message");
      const { id: _id, bucket: _bucket, ...copy } = row;
      await tx.sql.insert(message).values(copy).onConflictDoNothing();
    });
    await expect(createMessage(test.db, place)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await ids({ state: "waiting" })).toEqual([0]);
  });

  it("counts what it lists", async () => {
    const counts = await inTenant((tx) => orderCounts(tx, { storeId: "all" }));
    expect(counts).toEqual({ all: 8, waiting: 1, sent: 1, reached: 1, refused: 2, needs_you: 1 });
    expect(await inTenant((tx) => orderCounts(tx, { storeId: own.storeId }))).toMatchObject({ all: 4, refused: 0 });
  });
});

describe("getOrder", () => {
  it("tells what happened to an order", async () => {
    const order = await inTenant((tx) => getOrder(tx, { storeId: "all", ref: ref(3) }));
    expect(order).toMatchObject({
      row: { ref: ref(3), message: { state: "refused_by_buyer" } },
      items: [{ sku: "SKU-1" }],
      messages: [{ lane: "email", flowName: "review" }],
      notices: [{ id: noticeId, kind: "opted_out", confidence: 0.95 }],
    });
    const byAmazonsId = await inTenant((tx) => getOrder(tx, { storeId: secondStore, orderId: "111-0000007-0000000" }));
    expect(byAmazonsId?.decisions).toMatchObject([{ verdict: "not_planned", rule: "window_over" }]);
  });

  it("knows no order of another store or tenant", async () => {
    expect(await inTenant((tx) => getOrder(tx, { storeId: own.storeId, ref: ref(3) }))).toBeNull();
    expect(await inTenant((tx) => getOrder(tx, { storeId: "all", ref: ref(3) }), foreign)).toBeNull();
    const limited: Access = { ...own.access, stores: [own.storeId] };
    expect(await inTenant((tx) => getOrder(tx, { storeId: "all", ref: ref(3) }), limited)).toBeNull();
  });
});

describe("opt-outs and notices", () => {
  it("lists who refused, with the evidence", async () => {
    const page = await inTenant((tx) => listOptOuts(tx, { storeId: "all", limit: 10 }));
    expect(page).toMatchObject({
      optOuts: [
        { masked: "a1…9z@marketplace.amazon.de", order: { ref: ref(3) }, notice: { id: noticeId, language: "de" } },
      ],
      newer: null,
      older: null,
    });
    expect((await inTenant((tx) => listOptOuts(tx, { storeId: own.storeId, limit: 10 }))).optOuts).toEqual([]);
  });

  it("shows a notice with the masked buyer, to its own tenant only", async () => {
    const found = await inTenant((tx) => getNotice(tx, { id: noticeId }));
    expect(found).toMatchObject({
      text: "t",
      masked: "a1…9z@marketplace.amazon.de",
      order: { orderId: "111-0000003-0000000" },
    });
    expect(await inTenant((tx) => getNotice(tx, { id: noticeId }), foreign)).toBeNull();
    const review = await inTenant((tx) => listNotices(tx, { storeId: "all", effect: "needs_review", limit: 5 }));
    expect(review.map(({ kind }) => kind)).toEqual(["unknown"]);
  });
});

describe("overview", () => {
  it("sums the path, the day and what needs a person", async () => {
    const result = await inTenant((tx) => overview(tx, { storeId: "all", now: TEST_NOW }));
    expect(result.today).toEqual({ sent: 1, waiting: 1, refusedByBuyer: 1, needsYou: 3 });
    expect(result.path).toEqual({
      ...{ orders: 10, eligible: 8, planned: 7, sent: 6, reached: 3 },
      fallout: [
        { stage: "eligible", rule: "window_over", count: 2 },
        { stage: "planned", rule: "lane_off", count: 1 },
        { stage: "sent", rule: "daily_cap", count: 2 },
        { stage: "sent", rule: "store_paused", count: 1 },
        { stage: "sent", rule: "unknown", count: 1 },
        { stage: "reached", rule: "refused_by_buyer", count: 1 },
      ],
    });
    expect(result.nextSends).toMatchObject([{ ref: ref(0), storeName: "Main", lane: "solicitation" }]);
    expect(result.needsYou).toEqual([
      { kind: "store_restricted", storeId: secondStore, storeName: "Second" },
      { kind: "notice_review", count: 1 },
      { kind: "message_unknown", count: 1 },
    ]);
  });

  it("names what waits elsewhere: approvals and tasks that are open, a sender that stopped", async () => {
    const found = await inTenant(async (tx) => {
      await seedWaiting(tx);
      return {
        second: await needsYou(tx, { storeId: secondStore, now: TEST_NOW }),
        main: await needsYou(tx, { storeId: own.storeId, now: TEST_NOW }),
      };
    });
    expect(found.second).toEqual([
      { kind: "store_restricted", storeId: secondStore, storeName: "Second" },
      { kind: "sender_stopped", storeId: secondStore, storeName: "Second" },
      { kind: "notice_review", count: 1 },
      { kind: "approval_waiting", count: 1 },
      { kind: "task_open", count: 1 },
    ]);
    expect(found.main).toEqual([{ kind: "message_unknown", count: 1 }]);
    expect(await inTenant((tx) => needsYou(tx, { storeId: "all", now: TEST_NOW }), foreign)).toEqual([]);
  });

  it("is empty for a tenant without anything", async () => {
    const result = await inTenant((tx) => overview(tx, { storeId: "all", now: TEST_NOW }), foreign);
    expect(result).toMatchObject({
      today: { sent: 0, waiting: 0 },
      nextSends: [],
      needsYou: [],
      path: { orders: 0, fallout: [] },
    });
  });
});

describe("stores and system", () => {
  it("lists the stores by name", async () => {
    expect(await inTenant(listStores)).toMatchObject([
      { name: "Main", restricted: false, marketplaces: [{ marketplaceId: US, emailLane: false }] },
      { name: "Second", restricted: true, lastSyncAt: null },
    ]);
    expect(await inTenant(listStores, foreign)).toEqual([]);
  });

  it("tells mail that nobody reads", async () => {
    expect(await inTenant((tx) => systemState(tx, { now: TEST_NOW }))).toMatchObject({
      amazon: { state: "ok" },
      mail: { state: "unknown", unread: 0 },
      engine: { state: "unknown", unsent: 0 },
    });
    await inTenant(async (tx) => {
      const { tenantId } = tx;
      const [made] = await tx.sql
        .insert(address)
        .values({
          tenantId,
          storeId: own.storeId,
          marketplaceId: US,
          kind: "notice",
          localPart: "n-x",
          lastMailAt: day(1),
        })
        .returning({ id: address.id });
      await tx.sql
        .insert(inboundMail)
        .values({ tenantId, addressId: made?.id ?? "", providerId: "p", receivedAt: day(1), state: "received" });
    });
    expect((await inTenant((tx) => systemState(tx, { now: TEST_NOW }))).mail).toMatchObject({
      state: "trouble",
      unread: 1,
    });
  });
});
