import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { claimDelivery } from "../identity/webhook-receipts.ts";
import { inboundMail, suppression } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import { address } from "../schema/store.ts";
import { type Access, type TenantDb, withTenant } from "../tenant-db.ts";
import { createOrder, createStore, createTenant, type OrderValues, TEST_NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { eraseAliases } from "./erase-aliases.ts";
import { erasePersonalData } from "./erase-personal-data.ts";
import { eraseRawMail } from "./erase-raw-mail.ts";

let test: TestDatabase;
let place: { access: Access; storeId: string };
beforeAll(async () => {
  test = await cloneDatabase();
  const { access } = await createTenant(test.db);
  place = { access, storeId: await createStore(test.db, access) };
});
afterAll(() => test.drop());

const inTenant = <T>(fn: (tx: TenantDb) => Promise<T>) => withTenant(test.db, place.access, fn);
const daysAgo = (days: number) => TEST_NOW.subtract({ hours: 24 * days });
const withAlias = (key: number, values: OrderValues) =>
  createOrder(test.db, place, { alias: "sealed", buyerKey: new Uint8Array([key]), buyerKeyId: "k", ...values });

it("erases alias and key 30 days after delivery, and keeps the key of a buyer who refused", async () => {
  const kept = await withAlias(1, { deliveryLatest: daysAgo(29) });
  const gone = await withAlias(2, { deliveryLatest: daysAgo(30), deliveryEarliest: daysAgo(35) });
  const refused = await withAlias(3, { deliveryEarliest: daysAgo(40) });
  const waiting = await withAlias(4, { purchasedAt: daysAgo(90), lastUpdatedAt: daysAgo(1) });
  await inTenant((tx) =>
    tx.sql.insert(suppression).values({
      tenantId: tx.tenantId,
      storeId: place.storeId,
      buyerKey: new Uint8Array([3]),
      buyerKeyId: "k",
      masked: "…",
      reason: "opted_out",
      at: TEST_NOW,
    }),
  );
  expect(await inTenant((tx) => eraseAliases(tx, { now: TEST_NOW, limit: 1 }))).toBe(1);
  expect(await inTenant((tx) => eraseAliases(tx, { now: TEST_NOW, limit: 10 }))).toBe(1);
  expect(await inTenant((tx) => eraseAliases(tx, { now: TEST_NOW, limit: 10 }))).toBe(0);
  const left = async (id: string) => {
    const [row] = await inTenant((tx) => tx.sql.select().from(order).where(eq(order.id, id)));
    return { alias: row?.alias, key: row?.buyerKey?.[0] ?? null };
  };
  expect(await left(kept)).toEqual({ alias: "sealed", key: 1 });
  expect(await left(gone)).toEqual({ alias: null, key: null });
  expect(await left(refused)).toEqual({ alias: null, key: 3 });
  expect(await left(waiting)).toEqual({ alias: "sealed", key: 4 });
});

it("erases raw mail after 30 days and keeps its hash", async () => {
  await inTenant(async (tx) => {
    const { tenantId } = tx;
    const [made] = await tx.sql
      .insert(address)
      .values({ tenantId, storeId: place.storeId, marketplaceId: "ATVPDKIKX0DER", kind: "notice", localPart: "n-1" })
      .returning({ id: address.id });
    const mail = {
      tenantId,
      addressId: made?.id ?? "",
      state: "read" as const,
      raw: "sealed",
      rawHash: new Uint8Array([1]),
    };
    await tx.sql.insert(inboundMail).values([
      { ...mail, providerId: "old", receivedAt: daysAgo(30) },
      { ...mail, providerId: "new", receivedAt: daysAgo(29) },
    ]);
  });
  expect(await inTenant((tx) => eraseRawMail(tx, { now: TEST_NOW, limit: 10 }))).toBe(1);
  const rows = await inTenant((tx) => tx.sql.select().from(inboundMail).orderBy(inboundMail.receivedAt));
  expect(rows.map(({ providerId, raw, rawHash }) => [providerId, raw, rawHash?.[0]])).toEqual([
    ["old", null, 1],
    ["new", "sealed", 1],
  ]);
});

it("goes through all workspaces until nothing that is old is left", async () => {
  const { access } = await createTenant(test.db);
  const other = { access, storeId: await createStore(test.db, access) };
  for (const key of [6, 7, 8]) {
    await createOrder(test.db, other, {
      alias: "sealed",
      buyerKey: new Uint8Array([key]),
      buyerKeyId: "k",
      deliveryLatest: daysAgo(31),
    });
  }
  await inTenant(async (tx) => {
    for (const [deliveryId, days] of [
      ["a", 31],
      ["b", 31],
      ["c", 2],
    ] as const)
      await claimDelivery(tx, { source: "test", deliveryId, now: daysAgo(days) });
  });
  const input = { now: TEST_NOW, limit: 2 };
  expect(await erasePersonalData(test.db, test.system, input)).toMatchObject({ aliases: 3, deliveries: 2 });
  expect(await erasePersonalData(test.db, test.system, input)).toEqual({
    aliases: 0,
    rawMails: 0,
    typedTexts: 0,
    attachments: 0,
    deliveries: 0,
  });
});
