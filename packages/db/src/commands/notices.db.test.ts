import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSendWork } from "../queries/send-work.ts";
import { message } from "../schema/message.ts";
import { notice, noticePattern, suppression } from "../schema/notice.ts";
import { auditEntry } from "../schema/tenant.ts";
import { usageEntry } from "../schema/work.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createReadyStore, incomingOrder, type ReadyStore, TEST_RING } from "../testing/demo-store.ts";
import { TEST_NOW as NOW } from "../testing/factories.ts";
import { personIn, readMailOf } from "../testing/notice-steps.ts";
import { ALIAS, orderSteps } from "../testing/order-steps.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { judgeNotice } from "./judge-notice.ts";
import { removeSentence } from "./remove-sentence.ts";
import { reverifyNotice } from "./reverify-notice.ts";
import { settleMessages } from "./settle-messages.ts";
import { setProbe } from "./store-settings.ts";
import { previewLesson, teachSentence } from "./teach-sentence.ts";

let base: TestDatabase;
beforeAll(async () => {
  base = await cloneDatabase();
});
afterAll(() => base.drop());

const { ingest, messageOf, sentEmail } = orderSteps(() => base.db);
const later = NOW.add({ hours: 2 });
const settled = NOW.add({ hours: 80 });

const place = () => createReadyStore(base.db, { emailLane: true });
const asPerson = <T>(where: ReadyStore, fn: (tx: TenantDb) => Promise<T>) => withTenant(base.db, personIn(where), fn);
const all = <T>(where: ReadyStore, read: (tx: TenantDb) => Promise<T>) => withTenant(base.db, where.access, read);
const suppressions = (where: ReadyStore) => all(where, (tx) => tx.sql.select().from(suppression));
const entries = (where: ReadyStore) => all(where, (tx) => tx.sql.select().from(usageEntry));
const noticeOf = async (where: ReadyStore, id: string) =>
  (await all(where, (tx) => tx.sql.select().from(notice).where(eq(notice.id, id))))[0];
const messageById = async (where: ReadyStore, id: string) =>
  (await all(where, (tx) => tx.sql.select().from(message).where(eq(message.id, id))))[0];

/** Amazon's words in a language that no pattern knows. */
const MARKED = (order: string) =>
  `Viestisi tilauksesta ${order} jäi toimittamatta: ostaja on kieltänyt myyjien viestit.`;
const unknownMail = (order: string) => ({
  subject: "Your message to a buyer",
  // The English line tells that it is about a message of ours; what happened stays open.
  text: `Your message could not be processed as sent: it was not delivered.\n\n${MARKED(order)}`,
});

describe("a notice that waits for a person", () => {
  it("holds its message, and a judgement that it is something else lets it settle", async () => {
    const where = await place();
    const { id, orderId } = await sentEmail(where);
    const { noticeId, effect } = await readMailOf(base.db, where, unknownMail(orderId));
    expect([effect, (await messageById(where, id))?.held]).toEqual(["needs_review", true]);
    await settleMessages(base.db, base.system, { now: settled, limit: 100 });
    expect((await messageById(where, id))?.state).toBe("sent");

    await asPerson(where, (tx) =>
      judgeNotice(tx, { noticeId, kind: "other", orderId: null, now: later, ring: TEST_RING }),
    );
    await settleMessages(base.db, base.system, { now: settled, limit: 100 });
    expect(await messageById(where, id)).toMatchObject({ state: "reached", held: false });
    expect(await suppressions(where)).toEqual([]);
    const [audit] = await all(where, (tx) =>
      tx.sql.select().from(auditEntry).where(eq(auditEntry.act, "notice.judged")),
    );
    expect(audit?.subject).toBe(`notice:${noticeId}`);
  });

  it("judged a refusal, suppresses the buyer and credits nothing", async () => {
    const where = await place();
    const { id, orderId } = await sentEmail(where);
    const { noticeId } = await readMailOf(base.db, where, unknownMail(orderId));
    await asPerson(where, (tx) =>
      judgeNotice(tx, { noticeId, kind: "opted_out", orderId: null, now: later, ring: TEST_RING }),
    );
    expect((await messageById(where, id))?.state).toBe("refused_by_buyer");
    expect((await suppressions(where)).map(({ reason }) => reason)).toEqual(["opted_out"]);
    await settleMessages(base.db, base.system, { now: settled, limit: 100 });
    expect((await entries(where)).map(({ kind, units, reason }) => [kind, units, reason])).toEqual([
      ["reached", 1, "not_credited"],
    ]);
  });

  it("is judged once", async () => {
    const where = await place();
    const { orderId } = await sentEmail(where);
    const { noticeId } = await readMailOf(base.db, where, unknownMail(orderId));
    const judge = () =>
      asPerson(where, (tx) => judgeNotice(tx, { noticeId, kind: "other", orderId: null, now: later, ring: TEST_RING }));
    await judge();
    await expect(judge()).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("takes no order of another workspace", async () => {
    const [where, elsewhere] = [await place(), await place()];
    const { orderId } = await sentEmail(elsewhere);
    const { noticeId, effect } = await readMailOf(base.db, where, unknownMail(orderId));
    expect(effect).toBe("needs_review");
    const judged = asPerson(where, (tx) =>
      judgeNotice(tx, { noticeId, kind: "opted_out", orderId, now: later, ring: TEST_RING }),
    );
    await expect(judged).rejects.toMatchObject({ code: "INVALID" });
    expect(await suppressions(elsewhere)).toEqual([]);
  });
});

describe("teaching a sentence", () => {
  it("shows what would change, decides what waits and what comes, and can be taken back", async () => {
    const where = await place();
    const first = await sentEmail(where);
    const second = await sentEmail(where, "bcdefghi1234567@marketplace.amazon.com");
    const { noticeId } = await readMailOf(base.db, where, unknownMail(first.orderId));
    const other = await readMailOf(base.db, where, unknownMail(second.orderId));
    const lesson = { noticeId, kind: "opted_out", marked: MARKED(first.orderId), ring: TEST_RING } as const;

    const preview = await asPerson(where, (tx) => previewLesson(tx, lesson));
    expect(preview).toMatchObject({ fault: null, tried: 2 });
    expect(preview.changes.map((change) => change.noticeId).toSorted()).toEqual([noticeId, other.noticeId].toSorted());
    expect(preview.sentence).not.toContain(first.orderId);

    const { id, decided } = await asPerson(where, (tx) => teachSentence(tx, { ...lesson, now: later, propose: false }));
    expect(decided).toBe(2);
    expect((await suppressions(where)).filter(({ liftedAt }) => liftedAt === null)).toHaveLength(2);
    const third = await sentEmail(where, "cdefghij1234567@marketplace.amazon.com");
    const next = await readMailOf(base.db, where, unknownMail(third.orderId));
    expect(next.effect).toBe("applied");
    expect(await noticeOf(where, next.noticeId)).toMatchObject({ kind: "opted_out", taughtBy: id });
    expect(await entries(where)).toEqual([]);

    expect(await asPerson(where, (tx) => removeSentence(tx, { id, now: later }))).toEqual({ lifted: 3 });
    expect((await suppressions(where)).filter(({ liftedAt }) => liftedAt === null)).toEqual([]);
    expect(await noticeOf(where, next.noticeId)).toMatchObject({ kind: "unknown", effect: "needs_review" });
    await expect(asPerson(where, (tx) => removeSentence(tx, { id, now: later }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("plans the buyer's next order again once the sentence is gone", async () => {
    const where = await place();
    const { orderId } = await sentEmail(where);
    const next = incomingOrder({}, ALIAS);
    await ingest(where, [next]);
    const { noticeId } = await readMailOf(base.db, where, unknownMail(orderId));
    const lesson = { noticeId, kind: "opted_out", marked: MARKED(orderId), ring: TEST_RING, now: later } as const;
    const { id } = await asPerson(where, (tx) => teachSentence(tx, { ...lesson, propose: false }));
    expect(await messageOf(where, next.order.orderId)).toMatchObject({ state: "refused", endRule: "buyer_opted_out" });
    await asPerson(where, (tx) => removeSentence(tx, { id, now: later }));
    const states = await all(where, (tx) =>
      tx.sql.select({ state: message.state }).from(message).where(eq(message.endRule, "buyer_opted_out")),
    );
    expect(states).toEqual([{ state: "refused" }]);
    const planned = await all(where, (tx) => tx.sql.select().from(message).where(eq(message.state, "planned")));
    expect(planned).toHaveLength(1);
  });

  it("refuses a sentence that stands in mails of another kind, and writes nothing", async () => {
    const where = await place();
    const { orderId } = await sentEmail(where);
    const shared = "Please see the page about messages to buyers in your account for more of this.";
    await readMailOf(base.db, where, {
      subject: "Message",
      text: `Your message for order ${orderId} was blocked because it violates our Communication Guidelines.\n\n${shared}`,
    });
    const mail = unknownMail(orderId);
    const { noticeId } = await readMailOf(base.db, where, { ...mail, text: `${mail.text}\n\n${shared}` });
    const lesson = { noticeId, kind: "opted_out", marked: shared, ring: TEST_RING } as const;
    expect(await asPerson(where, (tx) => previewLesson(tx, lesson))).toMatchObject({ fault: "known_kind" });
    await expect(
      asPerson(where, (tx) => teachSentence(tx, { ...lesson, now: later, propose: false })),
    ).rejects.toMatchObject({ code: "INVALID" });
    expect(await all(where, (tx) => tx.sql.select().from(noticePattern))).toEqual([]);
  });
});

const REFUSAL = (order: string) => ({
  subject: "Your message to a buyer could not be delivered",
  text: `We were unable to deliver the message you sent for order ${order} because the buyer has chosen to opt out of receiving unsolicited messages from sellers.`,
});

describe("where a notice came from", () => {
  it("an upload suppresses and never credits", async () => {
    const where = await place();
    const { id, orderId } = await sentEmail(where);
    await readMailOf(base.db, where, { ...REFUSAL(orderId), uploaded: true });
    expect((await messageById(where, id))?.state).toBe("refused_by_buyer");
    expect(await suppressions(where)).toHaveLength(1);
    await settleMessages(base.db, base.system, { now: settled, limit: 100 });
    expect((await entries(where)).map(({ reason }) => reason)).toEqual(["not_credited"]);
  });

  it("forged, it changes nothing", async () => {
    const where = await place();
    const { id, orderId } = await sentEmail(where);
    const forged = await readMailOf(base.db, where, { ...REFUSAL(orderId), verification: "forged" });
    expect(forged).toMatchObject({ effect: "not_applied", reason: "forged" });
    expect((await messageById(where, id))?.state).toBe("sent");
    expect(await suppressions(where)).toEqual([]);
  });

  it("verified only later, it is credited then", async () => {
    const where = await place();
    const { orderId } = await sentEmail(where);
    const { inboundMailId, noticeId } = await readMailOf(base.db, where, {
      ...REFUSAL(orderId),
      verification: "unverified",
    });
    expect(await entries(where)).toEqual([]);
    const again = () =>
      all(where, (tx) => reverifyNotice(tx, { inboundMailId, verification: "verified", now: later, ring: TEST_RING }));
    expect([await again(), await again()]).toEqual([true, false]);
    expect((await noticeOf(where, noticeId))?.verification).toBe("verified");
    expect((await entries(where)).map(({ kind, units }) => [kind, units])).toEqual([["refused", 0]]);
  });

  it("found to be forged later, its suppression is lifted", async () => {
    const where = await place();
    const { orderId } = await sentEmail(where);
    const { inboundMailId } = await readMailOf(base.db, where, { ...REFUSAL(orderId), verification: "unverified" });
    await all(where, (tx) =>
      reverifyNotice(tx, { inboundMailId, verification: "forged", now: later, ring: TEST_RING }),
    );
    expect((await suppressions(where)).map(({ liftedAt }) => liftedAt !== null)).toEqual([true]);
  });
});

describe("a buyer who refused long ago", () => {
  const seen = async (where: ReadyStore, hours: number) => {
    const next = incomingOrder({}, ALIAS);
    await ingest(where, [next]);
    const { id } = await messageOf(where, next.order.orderId);
    const work = await all(where, (tx) => loadSendWork(tx, { messageId: id, now: NOW.add({ hours }) }));
    return work?.facts.buyer.optedOut ?? null;
  };

  it("is left alone by default, and may get one e-mail where the store chose so", async () => {
    const where = await place();
    const { orderId } = await sentEmail(where);
    await readMailOf(base.db, where, REFUSAL(orderId));
    expect(await seen(where, 24 * 400)).not.toBeNull();
    await all(where, (tx) => setProbe(tx, { storeId: where.storeId, afterDays: 365, now: NOW }));
    expect(await seen(where, 24 * 364)).not.toBeNull();
    expect(await seen(where, 24 * 400)).toBeNull();
    await all(where, (tx) => setProbe(tx, { storeId: where.storeId, afterDays: null, now: NOW }));
    expect(await seen(where, 24 * 400)).not.toBeNull();
    const kept = await all(where, (tx) =>
      tx.sql.select().from(auditEntry).where(eq(auditEntry.act, "store.probe_set")).orderBy(auditEntry.id),
    );
    expect(kept.map(({ details }) => details)).toMatchObject([
      { before: { afterDays: null }, after: { afterDays: 365 } },
      { before: { afterDays: 365 }, after: { afterDays: null } },
    ]);
  });
});
