import { afterAll, beforeAll, expect, it } from "vitest";
import { senderHealth } from "../queries/sender-health.ts";
import { type Access, withTenant } from "../tenant-db.ts";
import { createMessage, createOrder, createStore, createTenant, TEST_NOW } from "../testing/factories.ts";
import { optOutBuyer } from "../testing/typed-steps.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { judgeSender, resumeSender, startSender } from "./sender-health.ts";

let test: TestDatabase;
let access: Access;
let storeId = "";
beforeAll(async () => {
  test = await cloneDatabase();
  access = (await createTenant(test.db)).access;
  storeId = await createStore(test.db, access);
});
afterAll(() => test.drop());

const within = <T>(work: Parameters<typeof withTenant<T>>[2]) => withTenant(test.db, access, work);
const health = (now = TEST_NOW) => within((tx) => senderHealth(tx, { storeId, now }));

/** E-mails that went out an hour ago, so many of which bounced. */
async function mails(all: number, bounced: number): Promise<void> {
  for (let index = 0; index < all; index += 1) {
    const orderRef = await createOrder(test.db, { access, storeId });
    const state = index < bounced ? ("bounced" as const) : ("sent" as const);
    const sentAt = TEST_NOW.subtract({ hours: 1 });
    await createMessage(test.db, { access, storeId, orderRef }, { lane: "email", state, sentAt });
  }
}

it("the ramp counts from the first mail, whatever comes after it", async () => {
  expect(await health()).toMatchObject({ startedAt: null, limit: 50, stopped: null });
  await within((tx) => startSender(tx, { storeId, now: TEST_NOW.subtract({ hours: 24 * 4 }) }));
  await within((tx) => startSender(tx, { storeId, now: TEST_NOW }));
  expect(await health()).toMatchObject({ limit: 200 });
});

it("too many bounces stop the sender, until a person goes on; then only new mails count", async () => {
  await mails(10, 2);
  await within((tx) => judgeSender(tx, { storeId, now: TEST_NOW }));
  expect(await health()).toMatchObject({ mailed: 10, stopped: null, record: { mails: 10, hardBounces: 2 } });
  await mails(1, 1);
  await within((tx) => judgeSender(tx, { storeId, now: TEST_NOW }));
  expect(await health()).toMatchObject({ stopped: { reason: "hard_bounces" } });
  await within((tx) => resumeSender(tx, { storeId, now: TEST_NOW }));
  expect(await health()).toMatchObject({ stopped: null, record: { mails: 0, hardBounces: 0, complaints: 0 } });
});

it("one complaint among the last mails stops it; an opt-out is none", async () => {
  const later = TEST_NOW.add({ hours: 2 });
  const buyer = { buyerKey: new Uint8Array(32).fill(1), buyerKeyId: "k1" };
  const orderRef = await createOrder(test.db, { access, storeId }, buyer);
  await createMessage(test.db, { access, storeId, orderRef }, { lane: "email", state: "sent", sentAt: later });
  const ring = { active: "k1", keys: new Map([["k1", new Uint8Array(32)]]) };
  await within((tx) => optOutBuyer(tx, { orderRef, ring, now: later }));
  await within((tx) => judgeSender(tx, { storeId, now: later }));
  expect(await health(later)).toMatchObject({ stopped: null, record: { mails: 1 } });
  await within((tx) => optOutBuyer(tx, { orderRef, ring, now: later, as: "complaint" }));
  await within((tx) => judgeSender(tx, { storeId, now: later }));
  expect(await health(later)).toMatchObject({ stopped: { reason: "complaints" } });
});
