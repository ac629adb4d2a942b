import { wholeRate } from "@heed/core/analytics/first-emails";
import { Temporal } from "@heed/core/time";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countCall } from "../commands/count-call.ts";
import { countDays } from "../commands/count-day.ts";
import { recountEmails } from "../commands/recount-emails.ts";
import { settleMessages } from "../commands/settle-messages.ts";
import { emailFate } from "../schema/email-count.ts";
import { message } from "../schema/message.ts";
import { address } from "../schema/store.ts";
import { withTenant } from "../tenant-db.ts";
import { createReadyStore, type ReadyStore, US } from "../testing/demo-store.ts";
import { createStore, createTenant, TEST_NOW as NOW } from "../testing/factories.ts";
import { OPTED_OUT, orderSteps } from "../testing/order-steps.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { callsPerOrder, firstEmails, laneMix, noticeDelays, sendHours } from "./insights.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const { sentEmail, receiveNotice, within } = orderSteps(() => base.db);
const span = { storeId: "all", from: NOW.subtract({ hours: 24 * 30 }), to: NOW.add({ hours: 24 * 5 }) } as const;
const prove = (place: ReadyStore, provenAt: typeof NOW | null = NOW.subtract({ hours: 1 })) =>
  within(place, (tx) => tx.sql.update(address).set({ provenAt }).where(eq(address.kind, "notice")));
const alias = (letter: string) => `${letter.repeat(8)}1234567@marketplace.amazon.com`;

/** Two buyers: one refuses the first e-mail, one gets two, and both reach him. */
async function threeEmails(place: ReadyStore) {
  const { orderId } = await sentEmail(place, alias("a"));
  await receiveNotice(place, { classification: { ...OPTED_OUT, orderId } });
  await sentEmail(place, alias("b"));
  await sentEmail(place, alias("b"));
  await settleMessages(base.db, base.system, { now: NOW.add({ hours: 80 }), limit: 100 });
}

describe("the opt-out rate's sample", () => {
  it("is buyers by the fate of their first e-mail, not messages", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    await prove(place);
    await threeEmails(place);
    const rows = await within(place, (tx) => firstEmails(tx, span));
    expect(wholeRate(rows)).toMatchObject({ refused: 1, settled: 2 });
    expect(rows.every(({ week }) => week === "2026-11-23")).toBe(true);
  });

  it("is the same however it was counted, and where a refusal comes after the window", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    await prove(place);
    await threeEmails(place);
    const late = await sentEmail(place, alias("c"));
    await settleMessages(base.db, base.system, { now: NOW.add({ hours: 80 }), limit: 100 });
    const kept = () => within(place, (tx) => firstEmails(tx, span));
    expect(wholeRate(await kept())).toMatchObject({ refused: 1, settled: 3 });
    const notice = { classification: { ...OPTED_OUT, orderId: late.orderId }, at: NOW.add({ hours: 90 }) };
    await receiveNotice(place, notice);
    const before = await kept();
    expect(wholeRate(before)).toMatchObject({ refused: 2, settled: 3 });
    await within(place, (tx) => recountEmails(tx, place.storeId));
    expect(await kept()).toEqual(before);
  });

  it("takes the first e-mail of each period: a later period begins anew", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    await prove(place, NOW.subtract({ hours: 24 * 60 }));
    const [old] = [await sentEmail(place, alias("d")), await sentEmail(place, alias("d"))];
    const moved = NOW.subtract({ hours: 24 * 40 });
    await within(place, (tx) => tx.sql.update(message).set({ sentAt: moved }).where(eq(message.id, old.id)));
    await settleMessages(base.db, base.system, { now: NOW.add({ hours: 80 }), limit: 100 });
    const settledSince = async (days: number) => {
      const from = NOW.subtract({ hours: 24 * days });
      return wholeRate(await within(place, (tx) => firstEmails(tx, { ...span, from }))).settled;
    };
    expect([await settledSince(50), await settledSince(30)]).toEqual([1, 1]);
    const counted = await within(place, (tx) => tx.sql.select().from(emailFate));
    expect(counted.map(({ day, prior }) => [day, prior]).toSorted()).toEqual([
      ["2026-10-14", "-infinity"],
      ["2026-11-23", "2026-10-14"],
    ]);
  });

  it("leaves out what was sent before the notice address was proven", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    await prove(place, NOW.add({ hours: 1 }));
    await threeEmails(place);
    expect(await within(place, (tx) => firstEmails(tx, span))).toEqual([]);
  });

  it("holds no buyer of another workspace", async () => {
    const [place, other] = [await createReadyStore(base.db), await createReadyStore(base.db)];
    await prove(other);
    await threeEmails(other);
    const seen = await withTenant(base.db, place.access, (tx) => firstEmails(tx, span));
    expect(seen).toEqual([]);
  });
});

describe("other numbers of a period", () => {
  it("tell hours in the marketplace's time, how soon notices came, and the lanes", async () => {
    const place = await createReadyStore(base.db, { emailLane: true });
    await threeEmails(place);
    const sent = {
      storeId: place.storeId,
      marketplaceId: US,
      day: Temporal.PlainDate.from("2026-11-23"),
      lane: "email",
      outcome: "sent",
      count: 3,
    };
    await within(place, (tx) => countDays(tx, [sent]));
    await within(place, (tx) => recountEmails(tx, place.storeId));
    const [hours, delays, lanes, calls] = await within(place, async (tx) => [
      await sendHours(tx, span),
      await noticeDelays(tx, span),
      await laneMix(tx, span),
      await callsPerOrder(tx, span),
    ]);
    // 2026-11-23 09:00 UTC, a Monday, is one in the morning in Los Angeles.
    expect(hours).toEqual([{ weekday: 1, hour: 1, sent: 3, refused: 1 }]);
    expect(delays).toEqual([1]);
    expect(lanes).toEqual([{ week: "2026-11-23", lane: "email", sent: 3 }]);
    expect(calls).toMatchObject({ orders: 3, operations: [] });
  });

  it("count calls to Amazon by operation, beside the orders that came in, for one store and for all", async () => {
    const { access } = await createTenant(base.db);
    const [one, two] = [await createStore(base.db, access), await createStore(base.db, access)];
    await withTenant(base.db, access, async (tx) => {
      const call = { at: NOW, throttled: false, operation: "searchOrders" };
      for (let index = 0; index < 3; index += 1) await countCall(tx, { ...call, storeId: one });
      await countCall(tx, { ...call, storeId: one, operation: "createReport", throttled: true });
      await countCall(tx, { ...call, storeId: two });
      await countCall(tx, { ...call, storeId: one, at: NOW.subtract({ hours: 300 * 24 }) });
      const day = Temporal.PlainDate.from("2026-11-20");
      const orders = { storeId: one, marketplaceId: US, day, lane: "none", outcome: "orders", count: 8 };
      await countDays(tx, [orders]);
      expect(await callsPerOrder(tx, { ...span, storeId: one })).toEqual({
        orders: 8,
        operations: [
          { operation: "searchOrders", calls: 3, throttled: 0 },
          { operation: "createReport", calls: 1, throttled: 1 },
        ],
      });
      expect(await callsPerOrder(tx, { ...span, storeId: two })).toMatchObject({
        orders: 0,
        operations: [{ calls: 1 }],
      });
    });
  });
});
