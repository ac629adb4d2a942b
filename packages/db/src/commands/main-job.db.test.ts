import { signWebhook } from "@heed/core/notice/webhook-signature";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSendWork } from "../queries/send-work.ts";
import { flow, flowVersion } from "../schema/flow.ts";
import { decision, storeDay } from "../schema/message.ts";
import { inboundMail, notice, suppression } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import { store } from "../schema/store.ts";
import { job, outbox, usageEntry } from "../schema/work.ts";
import { withTenant } from "../tenant-db.ts";
import { createReadyStore, incomingOrder, type ReadyStore, TEST_RING } from "../testing/demo-store.ts";
import { TEST_NOW as NOW } from "../testing/factories.ts";
import { ALIAS, INTENT, OPTED_OUT, orderSteps } from "../testing/order-steps.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { claimMessage, postponeMessage } from "./claim-message.ts";
import { dispatchDue } from "./dispatch-due.ts";
import { ingestOrders } from "./ingest-orders.ts";
import { nextRowInstant } from "./next-instant.ts";
import { receiveResendWebhook } from "./receive-resend-webhook.ts";
import { recordOutcome } from "./record-outcome.ts";
import { recoverLost } from "./recover-lost.ts";
import { relayOutbox } from "./relay-outbox.ts";
import { settleMessages } from "./settle-messages.ts";

const LIMITS = { perTenant: 100, limit: 1000 };

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const { within, ingest, messageOf, sentEmail, receiveNotice } = orderSteps(() => base.db);

describe("ingestOrders", () => {
  it("stores, plans and writes the ledger in one transaction; the same page again writes nothing", async () => {
    const place = await createReadyStore(base.db);
    const page = [incomingOrder(), incomingOrder({ status: "CANCELLED" }), incomingOrder({ channel: "other" })];
    expect(await ingest(place, page)).toEqual({ inserted: 3, changed: 0, unchanged: 0, planned: 1 });
    expect(await ingest(place, page)).toEqual({ inserted: 0, changed: 0, unchanged: 3, planned: 0 });
    const lines = await within(place, (tx) => tx.sql.select().from(decision));
    expect(lines.map(({ verdict, rule }) => [verdict, rule]).toSorted()).toEqual([
      ["not_planned", "cancelled"],
      ["not_planned", "not_amazon_channel"],
      ["planned", null],
    ]);
  });

  it("supersedes the plan of an order that is cancelled, and plans no second line for the same verdict", async () => {
    const place = await createReadyStore(base.db);
    const first = incomingOrder();
    await ingest(place, [first]);
    const cancelled = { ...first, order: { ...first.order, status: "CANCELLED" as const, lastUpdatedAt: NOW } };
    expect(await ingest(place, [cancelled])).toMatchObject({ changed: 1 });
    expect(await messageOf(place, first.order.orderId)).toMatchObject({ state: "superseded" });
  });

  it("seals the alias, keeps the first one, and freezes who is a repeat buyer", async () => {
    const place = await createReadyStore(base.db);
    const one = incomingOrder({ purchasedAt: NOW.subtract({ hours: 400 }) }, ALIAS);
    const two = incomingOrder({ purchasedAt: NOW.subtract({ hours: 300 }) }, ALIAS.toUpperCase());
    await ingest(place, [two, one]);
    await ingest(place, [{ ...one, alias: "zzzzzzzzzzzzzzz@marketplace.amazon.com" }]);
    const rows = await within(place, (tx) => tx.sql.select().from(order).orderBy(order.purchasedAt));
    expect(rows.map(({ repeatBuyer }) => repeatBuyer)).toEqual([false, true]);
    expect(rows[0]?.alias).toMatch(/^v1\.k1\./);
    expect(rows[0]?.alias).not.toContain("abcdefgh");
    expect(rows[0]?.buyerKey).toEqual(rows[1]?.buyerKey);
  });

  it.each(["no-reply-amazon-iba-buyer@marketplace.amazon.it", "someone@example.com", "not an address"])(
    "keeps no alias that is not one of a buyer: %s",
    async (alias) => {
      const place = await createReadyStore(base.db);
      await ingest(place, [incomingOrder({}, alias)]);
      const [row] = await within(place, (tx) => tx.sql.select().from(order));
      expect([row?.alias, row?.aliasSource, row?.buyerKey]).toEqual([null, null, null]);
    },
  );

  it("counts new orders once, on their day in the marketplace's zone", async () => {
    const place = await createReadyStore(base.db);
    // 2026-11-10 05:00 UTC is still the 9th in Los Angeles.
    const late = incomingOrder({ purchasedAt: NOW.subtract({ hours: 13 * 24 + 4 }) });
    await ingest(place, [late]);
    await ingest(place, [{ ...late, order: { ...late.order, totalMinor: 5, lastUpdatedAt: NOW } }]);
    const counts = await within(place, (tx) => tx.sql.select().from(storeDay).where(eq(storeDay.outcome, "orders")));
    expect(counts.map(({ day, count }) => [day, count])).toEqual([["2026-11-09", 1]]);
  });
});

describe("the way of a message", () => {
  it("is dispatched within the hour before it is due, once, and fairly over tenants", async () => {
    const places = [await createReadyStore(base.db), await createReadyStore(base.db)];
    const [many, few] = places as [ReadyStore, ReadyStore];
    await ingest(
      many,
      Array.from({ length: 5 }, () => incomingOrder()),
    );
    await ingest(few, [incomingOrder()]);
    const at = (await messageOf(few, (await within(few, (tx) => tx.sql.select().from(order)))[0]?.orderId ?? "")).dueAt;
    await dispatchDue(base.db, base.system, { now: at, perTenant: 2, limit: 1000 });
    const events = (place: ReadyStore) =>
      within(place, (tx) => tx.sql.select().from(outbox).where(eq(outbox.name, "order/due")));
    expect([(await events(many)).length, (await events(few)).length]).toEqual([2, 1]);
    await dispatchDue(base.db, base.system, { now: at, ...LIMITS });
    await dispatchDue(base.db, base.system, { now: at, ...LIMITS });
    expect((await events(many)).length).toBe(5);
  });

  it("is claimed by one of many at the same time, and only in the plan version that was decided", async () => {
    const place = await createReadyStore(base.db);
    const incoming = incomingOrder();
    await ingest(place, [incoming]);
    const { id, planVersion } = await messageOf(place, incoming.order.orderId);
    const claim = (version: number) =>
      within(place, (tx) =>
        claimMessage(tx, { messageId: id, planVersion: version, lane: "solicitation", intent: INTENT, now: NOW }),
      );
    expect(await claim(planVersion + 1)).toBe(false);
    const won = await Promise.all(Array.from({ length: 5 }, () => claim(planVersion)));
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  it("that waits is due again later, and its old run finds nothing to claim", async () => {
    const place = await createReadyStore(base.db);
    const incoming = incomingOrder();
    await ingest(place, [incoming]);
    const { id, planVersion } = await messageOf(place, incoming.order.orderId);
    await within(place, (tx) => postponeMessage(tx, { messageId: id, planVersion, until: NOW.add({ hours: 9 }) }));
    const row = await messageOf(place, incoming.order.orderId);
    expect([row.state, row.planVersion, row.dueAt.toString(), row.dispatchedAt]).toEqual([
      "planned",
      planVersion + 1,
      "2026-11-23T18:00:00Z",
      null,
    ]);
  });

  it("becomes reached when its notice window is over, and is billed once", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { id, orderId } = await sentEmail(place);
    expect(await settleMessages(base.db, base.system, { now: NOW.add({ hours: 71 }), limit: 100 })).toBe(0);
    await settleMessages(base.db, base.system, { now: NOW.add({ hours: 72 }), limit: 100 });
    await settleMessages(base.db, base.system, { now: NOW.add({ hours: 90 }), limit: 100 });
    expect(await messageOf(place, orderId)).toMatchObject({ state: "reached" });
    const entries = await within(place, (tx) => tx.sql.select().from(usageEntry).where(eq(usageEntry.messageId, id)));
    expect(entries).toMatchObject([{ kind: "reached", units: 1, reason: null }]);
  });

  it("that was dispatched and forgotten is dispatched again; one that was claimed and forgotten is taken up", async () => {
    const place = await createReadyStore(base.db);
    const [lost, stuck] = [incomingOrder(), incomingOrder()];
    await ingest(place, [lost, stuck]);
    const dueAt = (await messageOf(place, lost.order.orderId)).dueAt;
    await dispatchDue(base.db, base.system, { now: dueAt, ...LIMITS });
    const { id, planVersion } = await messageOf(place, stuck.order.orderId);
    await within(place, (tx) =>
      claimMessage(tx, { messageId: id, planVersion, lane: "solicitation", intent: INTENT, now: dueAt }),
    );
    expect(await recoverLost(base.db, base.system, { now: dueAt.add({ minutes: 9 }), limit: 100 })).toEqual({
      lost: 0,
      stuck: 0,
      jobs: 0,
      mails: 0,
    });
    const found = await recoverLost(base.db, base.system, { now: dueAt.add({ minutes: 16 }), limit: 100 });
    expect(found.stuck).toBe(1);
    expect(found.lost).toBeGreaterThanOrEqual(1);
    const events = await within(place, (tx) => tx.sql.select().from(outbox).where(eq(outbox.name, "order/due")));
    expect(events).toHaveLength(4);
  });

  it("whose answer was lost gets one job that reads the actions, however often it is taken up", async () => {
    const place = await createReadyStore(base.db);
    const incoming = incomingOrder();
    await ingest(place, [incoming]);
    const { id, planVersion } = await messageOf(place, incoming.order.orderId);
    await within(place, (tx) =>
      claimMessage(tx, { messageId: id, planVersion, lane: "solicitation", intent: INTENT, now: NOW }),
    );
    const outcome = { kind: "lost", readAt: NOW.add({ minutes: 10 }) } as const;
    for (const _ of [1, 2]) await within(place, (tx) => recordOutcome(tx, { messageId: id, outcome, now: NOW }));
    expect(await within(place, (tx) => tx.sql.select().from(job))).toHaveLength(1);
    expect(await messageOf(place, incoming.order.orderId)).toMatchObject({ state: "sending" });
  });
});

describe("applyNotice", () => {
  it("makes the message refused, remembers the buyer, refuses what is planned for that buyer, and credits", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { id, orderId } = await sentEmail(place);
    const next = incomingOrder({}, ALIAS);
    const stranger = incomingOrder({}, "strangerstrange@marketplace.amazon.com");
    await ingest(place, [next, stranger]);
    expect(await receiveNotice(place, { classification: { ...OPTED_OUT, orderId } })).toMatchObject({
      effect: "applied",
    });
    expect(await messageOf(place, orderId)).toMatchObject({ state: "refused_by_buyer" });
    expect(await messageOf(place, next.order.orderId)).toMatchObject({
      state: "refused",
      endRule: "buyer_opted_out",
      final: false,
    });
    expect(await messageOf(place, stranger.order.orderId)).toMatchObject({ state: "planned" });
    const remembered = await within(place, (tx) => tx.sql.select().from(suppression));
    expect(remembered).toMatchObject([
      { reason: "opted_out", masked: expect.stringContaining("@marketplace.amazon.com") },
    ]);
    expect(remembered[0]?.masked).not.toContain("abcdefgh1234567");
    const entries = await within(place, (tx) => tx.sql.select().from(usageEntry).where(eq(usageEntry.messageId, id)));
    expect(entries).toMatchObject([{ kind: "refused", units: 0 }]);
    await settleMessages(base.db, base.system, { now: NOW.add({ hours: 100 }), limit: 100 });
    expect(await messageOf(place, orderId)).toMatchObject({ state: "refused_by_buyer" });
  });

  it("takes back what was billed when the notice comes after the settling", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { id, orderId } = await sentEmail(place);
    await settleMessages(base.db, base.system, { now: NOW.add({ hours: 72 }), limit: 100 });
    await receiveNotice(place, { classification: { ...OPTED_OUT, orderId }, at: NOW.add({ hours: 200 }) });
    const entries = await within(place, (tx) =>
      tx.sql.select().from(usageEntry).where(eq(usageEntry.messageId, id)).orderBy(usageEntry.kind),
    );
    expect(entries.map(({ kind, units }) => [kind, units])).toEqual([
      ["credit", -1],
      ["reached", 1],
    ]);
  });

  it("applies an unverified notice to a recent send, without credit: settling bills it", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { id, orderId } = await sentEmail(place);
    await receiveNotice(place, { classification: { ...OPTED_OUT, orderId }, verification: "unverified" });
    expect(await messageOf(place, orderId)).toMatchObject({ state: "refused_by_buyer" });
    await settleMessages(base.db, base.system, { now: NOW.add({ hours: 72 }), limit: 100 });
    const entries = await within(place, (tx) => tx.sql.select().from(usageEntry).where(eq(usageEntry.messageId, id)));
    expect(entries).toMatchObject([{ kind: "reached", units: 1, reason: "not_credited" }]);
  });

  it("never applies a forged notice", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { orderId } = await sentEmail(place);
    const result = await receiveNotice(place, { classification: { ...OPTED_OUT, orderId }, verification: "forged" });
    expect(result).toMatchObject({ effect: "not_applied", reason: "forged" });
    expect(await messageOf(place, orderId)).toMatchObject({ state: "sent" });
    expect(await within(place, (tx) => tx.sql.select().from(suppression))).toEqual([]);
  });

  it("that overtakes our own record of the send wins: the late outcome changes nothing", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const incoming = incomingOrder({}, ALIAS);
    await ingest(place, [incoming]);
    const { id, planVersion } = await messageOf(place, incoming.order.orderId);
    await within(place, (tx) =>
      claimMessage(tx, { messageId: id, planVersion, lane: "email", intent: INTENT, now: NOW }),
    );
    await receiveNotice(place, { classification: { ...OPTED_OUT, orderId: incoming.order.orderId } });
    const late = { kind: "sent", providerId: "e1", settleAt: NOW.add({ hours: 72 }) } as const;
    expect(await within(place, (tx) => recordOutcome(tx, { messageId: id, outcome: late, now: NOW }))).toBe(false);
    expect(await messageOf(place, incoming.order.orderId)).toMatchObject({ state: "refused_by_buyer" });
  });

  it("with an unknown text holds settling until a person has judged it", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { orderId } = await sentEmail(place);
    const result = await receiveNotice(place, {
      classification: { ...OPTED_OUT, kind: "unknown", pattern: null, orderId },
    });
    expect(result).toMatchObject({ effect: "needs_review" });
    await settleMessages(base.db, base.system, { now: NOW.add({ hours: 100 }), limit: 100 });
    expect(await messageOf(place, orderId)).toMatchObject({ state: "sent", held: true });
  });

  it("of a restriction pauses the e-mail lane of the store", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { orderId } = await sentEmail(place);
    await receiveNotice(place, { classification: { ...OPTED_OUT, kind: "restricted", orderId } });
    expect(await messageOf(place, orderId)).toMatchObject({ state: "failed", final: false });
    const [row] = await within(place, (tx) => tx.sql.select().from(store));
    expect(row?.restrictedAt).not.toBeNull();
  });

  it("never touches another tenant that has the same order id", async () => {
    const [one, other] = [
      await createReadyStore(base.db, { emailLane: true }),
      await createReadyStore(base.db, { emailLane: true }),
    ];
    const { orderId } = await sentEmail(one);
    const result = await receiveNotice(other, { classification: { ...OPTED_OUT, orderId } });
    expect(result).toMatchObject({ effect: "needs_review", reason: "no order matches" });
    expect(await messageOf(one, orderId)).toMatchObject({ state: "sent" });
  });
});

describe("receiveResendWebhook", () => {
  const secret = `whsec_${Buffer.from("a secret of the tests, 32 bytes!").toString("base64")}`;

  function delivery(body: object | string, id: string, at = NOW) {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const timestamp = Math.floor(at.epochMilliseconds / 1000);
    const headers: Record<string, string> = {
      "svix-id": id,
      "svix-timestamp": String(timestamp),
      "svix-signature": signWebhook({ secret, id, timestamp, body: text }),
    };
    return { header: (name: string) => headers[name], body: text, receivedAt: NOW, now: NOW };
  }
  const ports = () => ({ db: base.db, system: base.system, ring: TEST_RING, secret });
  const received = (to: string) => ({
    type: "email.received",
    created_at: NOW.toString(),
    data: { email_id: crypto.randomUUID(), to: [to] },
  });

  it("stores a mail for the tenant of its address and announces it, once, however often it is delivered", async () => {
    const place = await createReadyStore(base.db);
    const mail = delivery(received(`Notices <${place.noticeAddress.toUpperCase()}@in.heed.localhost>`), "msg_1");
    const answers = await Promise.all([1, 2, 3].map(() => receiveResendWebhook(ports(), mail)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await within(place, (tx) => tx.sql.select().from(inboundMail))).toHaveLength(1);
    const events = await within(place, (tx) => tx.sql.select().from(outbox).where(eq(outbox.name, "notice/received")));
    expect(events).toHaveLength(1);
  });

  it.each([
    ["a wrong signature", { change: { "svix-signature": "v1,AAAA" } }, 401],
    ["an old time stamp", { at: NOW.subtract({ minutes: 6 }) }, 401],
    ["a body that is not JSON", { body: "hello" }, 400],
    ["an event without its fields", { body: { type: "email.received", data: {} } }, 400],
    ["a type that says nothing about delivery", { body: { type: "email.opened", data: {} } }, 200],
    ["an address that nobody has", {}, 200],
  ] as const)("answers %s and writes nothing", async (_name, how, status) => {
    const base_ = delivery(
      "body" in how ? how.body : received("n-nobody@in.heed.localhost"),
      `msg_${_name}`,
      "at" in how ? how.at : NOW,
    );
    const changed =
      "change" in how
        ? {
            ...base_,
            header: (name: string) => (name === "svix-signature" ? how.change["svix-signature"] : base_.header(name)),
          }
        : base_;
    expect((await receiveResendWebhook(ports(), changed)).status).toBe(status);
  });

  it("takes a hard bounce as the end of the message and of the alias", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { id, orderId } = await sentEmail(place);
    const tags = { tenant_id: place.access.tenantId, message_id: id };
    const event = {
      type: "email.bounced",
      data: {
        email_id: "e1",
        tags,
        bounce: { type: "Permanent", subType: "NoEmail", message: "", diagnosticCode: [] },
      },
    };
    expect(await receiveResendWebhook(ports(), delivery(event, "msg_bounce"))).toEqual({
      status: 200,
      reason: "applied",
    });
    expect(await receiveResendWebhook(ports(), delivery(event, "msg_bounce"))).toEqual({
      status: 200,
      reason: "repeated",
    });
    expect(await messageOf(place, orderId)).toMatchObject({ state: "bounced" });
    expect(await within(place, (tx) => tx.sql.select().from(suppression))).toMatchObject([{ reason: "hard_bounce" }]);
  });
});

describe("relayOutbox", () => {
  it("marks rows after the executor took them, and keeps all of them when it did not", async () => {
    const own = await cloneDatabase();
    try {
      const place = await createReadyStore(own.db);
      await withTenant(own.db, place.access, (tx) =>
        ingestOrders(tx, { storeId: place.storeId, incoming: [incomingOrder()], ring: TEST_RING, now: NOW }),
      );
      await dispatchDue(own.db, own.system, { now: NOW.add({ hours: 24 }), ...LIMITS });
      const relay = (send: () => Promise<void>) => relayOutbox(own.system, { limit: 100, now: NOW, send });
      await expect(relay(() => Promise.reject(new Error("down")))).rejects.toThrow();
      expect((await nextRowInstant(own.system, NOW)).busy).toBe(true);
      const { rows, topics } = await relay(async () => undefined);
      expect(rows).toBeGreaterThan(0);
      expect(topics.map(({ topic }) => topic).toSorted()).toEqual(["messages", "orders"]);
      expect(await relay(async () => undefined)).toEqual({ rows: 0, topics: [] });
      expect((await nextRowInstant(own.system, NOW)).busy).toBe(false);
    } finally {
      await own.drop();
    }
  });
});

describe("the facts at the moment of sending", () => {
  it("count the proactive e-mails of the last 24 hours, and say when the oldest leaves", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    await sentEmail(place, "onebuyeronebuye@marketplace.amazon.com");
    const incoming = incomingOrder({}, ALIAS);
    await ingest(place, [incoming]);
    const { id } = await messageOf(place, incoming.order.orderId);
    const work = await within(place, (tx) => loadSendWork(tx, { messageId: id, now: NOW.add({ hours: 2 }) }));
    expect(work?.facts.sentLastDay).toBe(1);
    expect(work?.facts.capFreesAt?.toString()).toBe("2026-11-24T09:00:00Z");
    const later = await within(place, (tx) => loadSendWork(tx, { messageId: id, now: NOW.add({ hours: 25 }) }));
    expect(later?.facts.sentLastDay).toBe(0);
  });

  it("name the buyer's refusal with its notice", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { orderId } = await sentEmail(place);
    await receiveNotice(place, { classification: { ...OPTED_OUT, orderId } });
    const later = incomingOrder({}, ALIAS);
    await ingest(place, [later]);
    const { id } = await messageOf(place, later.order.orderId);
    const work = await within(place, (tx) => loadSendWork(tx, { messageId: id, now: NOW }));
    const [row] = await within(place, (tx) => tx.sql.select().from(notice));
    expect(work?.facts.buyer.optedOut?.noticeId).toBe(row?.id);
  });
});

describe("a new version of a flow", () => {
  it("takes new orders; a planned message finishes on the version that it pins", async () => {
    const place = await createReadyStore(base.db);
    const [planned, fresh] = [incomingOrder(), incomingOrder()];
    await ingest(place, [planned]);
    await within(place, async (tx) => {
      const [row] = await tx.sql.select().from(flowVersion);
      if (row === undefined) throw new Error("no flow");
      const definition = { ...row.definition, version: 2 };
      await tx.sql.insert(flowVersion).values({ ...row, version: 2, definition });
      await tx.sql.update(flow).set({ activeVersion: 2 }).where(eq(flow.tenantId, tx.tenantId));
    });
    await ingest(place, [{ ...planned, order: { ...planned.order, totalMinor: 1, lastUpdatedAt: NOW } }, fresh]);
    expect(await messageOf(place, planned.order.orderId)).toMatchObject({ state: "planned", flowVersion: 1 });
    expect(await messageOf(place, fresh.order.orderId)).toMatchObject({ state: "planned", flowVersion: 2 });
  });
});
