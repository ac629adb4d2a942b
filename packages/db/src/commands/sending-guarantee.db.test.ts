import type { Classification, Verification } from "@heed/core/notice/notice";
import type { Instant } from "@heed/core/time";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSendWork } from "../queries/send-work.ts";
import { decision, message, storeDay } from "../schema/message.ts";
import { inboundMail, notice, suppression } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import { address, store } from "../schema/store.ts";
import { outbox } from "../schema/work.ts";
import { parseKeyRing } from "../seal.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createReadyStore, incomingOrder, type ReadyStore, TEST_RING, US } from "../testing/demo-store.ts";
import { createMessage, createOrder, TEST_NOW as NOW } from "../testing/factories.ts";
import { ALIAS, INTENT, OPTED_OUT, orderSteps } from "../testing/order-steps.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { appendLive } from "./append-outbox.ts";
import { suppressBuyer } from "./apply-effect.ts";
import { applyNotice } from "./apply-notice.ts";
import { applyTransportEvent } from "./apply-transport-event.ts";
import { claimMessage, lockFacts } from "./claim-message.ts";
import { countDays } from "./count-day.ts";
import { ingestOrders } from "./ingest-orders.ts";
import { recordDecision } from "./record-decision.ts";
import { markRepeated, recordOutcome } from "./record-outcome.ts";
import { purgeOutbox, relayOutbox } from "./relay-outbox.ts";
import { settleMessages } from "./settle-messages.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const { within, messageOf, sentEmail } = orderSteps(() => base.db);

function ingest(place: ReadyStore, incoming: ReturnType<typeof incomingOrder>[], ring = TEST_RING) {
  return within(place, (tx) => ingestOrders(tx, { storeId: place.storeId, incoming, ring, now: NOW }));
}

async function claimed(place: ReadyStore) {
  const incoming = incomingOrder({}, ALIAS);
  await ingest(place, [incoming]);
  const { id, planVersion } = await messageOf(place, incoming.order.orderId);
  await within(place, (tx) =>
    claimMessage(tx, { messageId: id, planVersion, lane: "email", intent: INTENT, now: NOW }),
  );
  return { id, orderId: incoming.order.orderId };
}

interface Mail {
  readonly classification: Classification;
  readonly verification?: Verification;
  readonly at?: Instant;
}

async function receiveIn(tx: TenantDb, place: ReadyStore, mail: Mail) {
  const { classification, verification = "verified", at = NOW } = mail;
  const [found] = await tx.sql.select({ id: address.id }).from(address).where(eq(address.kind, "notice"));
  const [row] = await tx.sql
    .insert(inboundMail)
    .values({
      tenantId: tx.tenantId,
      addressId: found?.id ?? "",
      providerId: crypto.randomUUID(),
      receivedAt: at,
      state: "read",
    })
    .returning({ id: inboundMail.id });
  const text = "Hello, I am Jane Miller.";
  const judged = { storeId: place.storeId, classification, verification, text, receivedAt: at, now: at };
  return applyNotice(tx, { ...judged, inboundMailId: row?.id ?? "", ring: TEST_RING });
}

describe("a notice that a person must judge", () => {
  it("changes nothing but that settling waits", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { orderId } = await sentEmail(place);
    const mail = {
      classification: { ...OPTED_OUT, orderId },
      verification: "unverified",
      at: NOW.add({ hours: 200 }),
    } as const;
    const result = await within(place, (tx) => receiveIn(tx, place, mail));
    expect(result).toMatchObject({ effect: "needs_review" });
    expect(await messageOf(place, orderId)).toMatchObject({ state: "sent", held: true });
    expect(await within(place, (tx) => tx.sql.select().from(suppression))).toEqual([]);
  });

  it("is kept without its words where it is a buyer's own mail", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { orderId } = await sentEmail(place);
    await within(place, (tx) => receiveIn(tx, place, { classification: { ...OPTED_OUT, kind: "other", orderId } }));
    const [row] = await within(place, (tx) => tx.sql.select().from(notice));
    expect(row).toMatchObject({ kind: "other", text: "" });
  });
});

describe("a refusal", () => {
  it("counts what it refuses of the buyer's planned messages", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { orderId } = await sentEmail(place);
    const next = incomingOrder({}, ALIAS);
    await ingest(place, [next]);
    await within(place, (tx) => receiveIn(tx, place, { classification: { ...OPTED_OUT, orderId } }));
    expect(await messageOf(place, next.order.orderId)).toMatchObject({ state: "refused", endRule: "buyer_opted_out" });
    const counts = await within(place, (tx) =>
      tx.sql.select().from(storeDay).where(eq(storeDay.outcome, "refused:buyer_opted_out")),
    );
    expect(counts).toMatchObject([{ count: 1 }]);
  });
});

describe("ingestOrders", () => {
  const ringOf = (active: string, ...ids: string[]) =>
    parseKeyRing(
      JSON.stringify({
        active,
        keys: Object.fromEntries(ids.map((id) => [id, Buffer.alloc(32, id).toString("base64")])),
      }),
    );

  it("knows a buyer who refused under a key that was retired since", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const [old, rotated] = [ringOf("a", "a"), ringOf("b", "b", "a")];
    const first = incomingOrder({}, ALIAS);
    await ingest(place, [first], old);
    const before = await within(place, (tx) => tx.sql.select().from(order));
    await within(place, async (tx) => {
      const [refused] = before;
      if (refused === undefined) throw new Error("no order");
      await suppressBuyer(tx, { order: refused, noticeId: null, ring: old, now: NOW }, "opt_out");
    });
    const next = incomingOrder({}, ALIAS);
    const stranger = incomingOrder({}, "zzzzzzzz1234567@marketplace.amazon.com");
    await ingest(place, [next, stranger], rotated);
    const { id } = await messageOf(place, next.order.orderId);
    const work = await within(place, (tx) => loadSendWork(tx, { messageId: id, now: NOW }));
    expect(work?.facts.buyer).toMatchObject({ optedOut: { noticeId: null }, repeatBuyer: true });
    const rows = await within(place, (tx) => tx.sql.select().from(order).orderBy(order.orderId));
    expect(rows.map(({ buyerKeyId }) => buyerKeyId)).toEqual(["a", "a", "b"]);
  });

  it("takes a page on which an order stands twice, and two pages at once with the same new order", async () => {
    const place = await createReadyStore(base.db);
    const early = incomingOrder({ status: "UNSHIPPED", shippedAt: null });
    const late = { ...early, order: { ...early.order, status: "SHIPPED" as const, lastUpdatedAt: NOW } };
    const both = await Promise.all([ingest(place, [late, early]), ingest(place, [early, late])]);
    expect(both.map(({ inserted }) => inserted).toSorted()).toEqual([0, 1]);
    const rows = await within(place, (tx) => tx.sql.select().from(order));
    expect(rows.map(({ status }) => status)).toEqual(["SHIPPED"]);
  });

  it("remembers a buyer whose refusal came before the alias was known", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const first = incomingOrder();
    await ingest(place, [first]);
    const { orderId } = first.order;
    const result = await within(place, (tx) => receiveIn(tx, place, { classification: { ...OPTED_OUT, orderId } }));
    expect(result).toMatchObject({ effect: "needs_review" });
    await ingest(place, [{ ...first, alias: ALIAS, aliasSource: "shipments_report" }]);
    const [row] = await within(place, (tx) => tx.sql.select().from(suppression));
    expect(row).toMatchObject({ reason: "opted_out", noticeId: result?.noticeId });
    // Whom a person has allowed again since, a later page must not refuse.
    await within(place, (tx) => tx.sql.update(suppression).set({ liftedAt: NOW }));
    const later = { ...first.order, totalMinor: 7, lastUpdatedAt: NOW };
    await ingest(place, [{ order: later, alias: ALIAS, aliasSource: "search_orders" }]);
    expect(await within(place, (tx) => tx.sql.select().from(suppression))).toMatchObject([{ liftedAt: NOW }]);
  });

  it("stores no alias that would have been erased by now", async () => {
    const place = await createReadyStore(base.db);
    const latest = NOW.subtract({ hours: 24 * 30 });
    const delivery = { earliest: latest, latest, estimated: false };
    await ingest(place, [incomingOrder({ delivery }, ALIAS)]);
    const [row] = await within(place, (tx) => tx.sql.select().from(order));
    expect([row?.alias, row?.aliasSource, row?.buyerKey]).toEqual([null, null, null]);
  });
});

describe("the outcome of a call", () => {
  const AGAIN = { kind: "again", at: NOW.add({ hours: 1 }) } as const;

  it("never plans anew what somebody repeats: the repeat may be taken", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { id, orderId } = await claimed(place);
    expect(await within(place, (tx) => markRepeated(tx, id))).toBe(true);
    expect(await within(place, (tx) => recordOutcome(tx, { messageId: id, outcome: AGAIN, now: NOW }))).toBe(false);
    expect(await messageOf(place, orderId)).toMatchObject({ state: "sending", intent: { idempotencyKey: "k" } });
  });

  it("that comes after the message was given up to unknown, and is none, changes nothing", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { id, orderId } = await claimed(place);
    const unknown = { messageId: id, outcome: { kind: "unknown" }, now: NOW } as const;
    expect(await within(place, (tx) => recordOutcome(tx, unknown))).toBe(true);
    expect(await within(place, (tx) => recordOutcome(tx, unknown))).toBe(false);
    expect(await within(place, (tx) => recordOutcome(tx, { messageId: id, outcome: AGAIN, now: NOW }))).toBe(false);
    expect(await within(place, (tx) => markRepeated(tx, id))).toBe(false);
    expect(await messageOf(place, orderId)).toMatchObject({ state: "unknown" });
  });

  it("that was unknown and turns out a refusal counts as sent and refused", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { id, orderId } = await claimed(place);
    await within(place, async (tx) => {
      await recordOutcome(tx, { messageId: id, outcome: { kind: "unknown" }, now: NOW });
      const day = NOW.toZonedDateTimeISO("America/Los_Angeles").toPlainDate();
      const at = { storeId: place.storeId, marketplaceId: US, day, lane: "email" };
      await countDays(tx, [{ ...at, outcome: "unknown", count: 1 }]);
      await receiveIn(tx, place, { classification: { ...OPTED_OUT, orderId }, at: NOW.add({ hours: 30 }) });
    });
    const counts = await within(place, (tx) => tx.sql.select().from(storeDay).where(eq(storeDay.lane, "email")));
    const by = Object.fromEntries(counts.map(({ outcome, count }) => [outcome, count]));
    expect(by).toMatchObject({ unknown: 0, sent: 1, refused_by_buyer: 1 });
  });
});

describe("the ledger", () => {
  it("tells of a wait once, however often it is looked at", async () => {
    const place = await createReadyStore(base.db);
    const orderRef = await createOrder(base.db, place);
    const wait = (rule: "store_paused" | "daily_cap", hours: number) =>
      within(place, (tx) =>
        recordDecision(tx, {
          ...{ storeId: place.storeId, orderRef, messageId: null, at: NOW.add({ hours }) },
          decision: {
            ...{ phase: "send", verdict: "wait", slot: "proactive", purpose: "review_request", lane: "email" },
            ...{ rule, rulePack: "p", waitUntil: NOW.add({ hours: hours + 6 }), reasons: [] },
          },
        }),
      );
    for (const hours of [0, 6, 12]) await wait("store_paused", hours);
    await wait("daily_cap", 18);
    await wait("store_paused", 24);
    const lines = await within(place, (tx) => tx.sql.select().from(decision).orderBy(decision.id));
    expect(lines.map(({ rule }) => rule)).toEqual(["store_paused", "daily_cap", "store_paused"]);
  });
});

describe("a message that is superseded", () => {
  it("has its sleeping run cancelled, if one was dispatched", async () => {
    const place = await createReadyStore(base.db);
    const [dispatched, waiting] = [incomingOrder(), incomingOrder()];
    await ingest(place, [dispatched, waiting]);
    const { id } = await messageOf(place, dispatched.order.orderId);
    await within(place, (tx) => tx.sql.update(message).set({ dispatchedAt: NOW }).where(eq(message.id, id)));
    const cancel = ({ order: known, ...rest }: ReturnType<typeof incomingOrder>) => ({
      ...rest,
      order: { ...known, status: "CANCELLED" as const, lastUpdatedAt: NOW },
    });
    await ingest(place, [cancel(dispatched), cancel(waiting)]);
    const events = await within(place, (tx) =>
      tx.sql.select().from(outbox).where(eq(outbox.name, "message/cancelled")),
    );
    expect(events.map(({ data }) => data)).toEqual([{ tenantId: place.access.tenantId, messageId: id }]);
  });
});

describe("the daily cap", () => {
  it("counts an e-mail whose answer is unknown: it may have gone", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { id } = await claimed(place);
    await within(place, (tx) => recordOutcome(tx, { messageId: id, outcome: { kind: "unknown" }, now: NOW }));
    const work = await within(place, (tx) => loadSendWork(tx, { messageId: id, now: NOW.add({ hours: 1 }) }));
    expect(work?.facts.sentLastDay).toBe(1);
  });
});

describe("what Resend reports", () => {
  const event = (type: "email.complained" | "email.delivered") => ({ type, data: { email_id: "e1" } });

  it("of a complaint stands in the ledger, and refuses what is planned for the buyer", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { id } = await sentEmail(place);
    const next = incomingOrder({}, ALIAS);
    await ingest(place, [next]);
    await within(place, (tx) =>
      applyTransportEvent(tx, { messageId: id, event: event("email.complained"), ring: TEST_RING, now: NOW }),
    );
    expect(await messageOf(place, next.order.orderId)).toMatchObject({ state: "refused", endRule: "alias_suppressed" });
    const lines = await within(place, (tx) => tx.sql.select().from(decision).where(eq(decision.messageId, id)));
    expect(lines).toContainEqual(expect.objectContaining({ verdict: "outcome", rule: "complained" }));
  });

  it("of a delivery tells what became of an unknown message, and nothing else", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { id, orderId } = await claimed(place);
    const delivered = () =>
      within(place, (tx) =>
        applyTransportEvent(tx, { messageId: id, event: event("email.delivered"), ring: TEST_RING, now: NOW }),
      );
    await delivered();
    expect(await messageOf(place, orderId)).toMatchObject({ state: "sending" });
    await within(place, (tx) => recordOutcome(tx, { messageId: id, outcome: { kind: "unknown" }, now: NOW }));
    await delivered();
    expect(await messageOf(place, orderId)).toMatchObject({ state: "sent", settledAt: null });
  });
});

describe("settling", () => {
  it("goes on behind a batch in which nothing became reached", async () => {
    const own = await cloneDatabase();
    try {
      const place = await createReadyStore(own.db);
      const at = { ...place, orderRef: await createOrder(own.db, place) };
      const settle = { settleAt: NOW, sentAt: NOW, lane: "email" as const };
      await createMessage(own.db, at, { ...settle, state: "refused_by_buyer", slot: "typed:warranty" });
      await createMessage(own.db, at, { ...settle, state: "sent", settleAt: NOW.add({ minutes: 1 }) });
      expect(await settleMessages(own.db, own.system, { now: NOW.add({ hours: 1 }), limit: 1 })).toBe(1);
    } finally {
      await own.drop();
    }
  });
});

describe("purgeOutbox", () => {
  it("removes everything that is old, however much it is", async () => {
    const own = await cloneDatabase();
    try {
      const place = await createReadyStore(own.db);
      await withTenant(own.db, place.access, async (tx) => {
        for (const topic of ["orders", "messages", "notices"] as const) await appendLive(tx, [topic], NOW);
      });
      await relayOutbox(own.system, { limit: 100, now: NOW, send: async () => undefined });
      expect(await purgeOutbox(own.system, { sentBefore: NOW.add({ hours: 1 }), limit: 2 })).toBe(3);
    } finally {
      await own.drop();
    }
  });
});

describe("what a verdict rests on", () => {
  it("cannot change between the facts and the claim: a refusal under way is waited for and seen", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    const { orderId } = await sentEmail(place);
    const next = incomingOrder({}, ALIAS);
    await ingest(place, [next]);
    const { id } = await messageOf(place, next.order.orderId);
    const decided = await within(place, async (tx) => {
      await receiveIn(tx, place, { classification: { ...OPTED_OUT, orderId } });
      const other = within(place, async (second) => {
        await lockFacts(second, id);
        return loadSendWork(second, { messageId: id, now: NOW });
      });
      const first = await Promise.race([other, new Promise((resolve) => setTimeout(() => resolve("waits"), 150))]);
      expect(first).toBe("waits");
      return { other };
    });
    const work = await decided.other;
    expect(work?.facts.buyer.optedOut).not.toBeNull();
    expect(work?.message.state).toBe("refused");
  });

  it("holds a pause back until the claim is decided", async () => {
    const place = await createReadyStore(base.db);
    const incoming = incomingOrder();
    await ingest(place, [incoming]);
    const { id } = await messageOf(place, incoming.order.orderId);
    const order: string[] = [];
    const paused = await within(place, async (tx) => {
      await lockFacts(tx, id);
      const pause = within(place, (second) =>
        second.sql.update(store).set({ paused: true }).where(eq(store.tenantId, second.tenantId)),
      ).then(() => order.push("paused"));
      await new Promise((resolve) => setTimeout(resolve, 100));
      order.push("decided");
      return { pause };
    });
    await paused.pause;
    expect(order).toEqual(["decided", "paused"]);
  });
});
