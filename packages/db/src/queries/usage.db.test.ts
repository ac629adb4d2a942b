import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ensureSubscriptionRow, keepCustomer } from "../commands/keep-customer.ts";
import { beginSync, recordStripeState } from "../commands/record-stripe-state.ts";
import { settleMessages } from "../commands/settle-messages.ts";
import { decision, message } from "../schema/message.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import {
  createMessage,
  createOrder,
  createStore,
  createTenant,
  TEST_NOW as now,
  type TestTenant,
} from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { lockAllowance, sendingAllowance } from "./sending-allowance.ts";
import { usageByStore } from "./usage.ts";

let test: TestDatabase;
let tenant: TestTenant;
let storeId: string;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());
beforeEach(async () => {
  // Its trial is over: Free, with fifty messages a month.
  tenant = await createTenant(test.db, { createdAt: now.subtract({ hours: 24 * 60 }) });
  storeId = await createStore(test.db, tenant.access, { name: "Pots" });
});

const inTenant = <T>(work: (tx: TenantDb) => Promise<T>) => withTenant(test.db, tenant.access, work);

async function createMessages(count: number, state: "sent" | "planned"): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const orderRef = await createOrder(test.db, { access: tenant.access, storeId });
    const sent = { sentAt: now, settleAt: now, claimedAt: now };
    const place = { access: tenant.access, storeId, orderRef };
    ids.push(await createMessage(test.db, place, { state, lane: "solicitation", ...(state === "sent" ? sent : {}) }));
  }
  return ids;
}

/** As the worker claims: the lock, the count, the claim, in one transaction. */
const claim = (id: string) =>
  inTenant(async (tx) => {
    await lockAllowance(tx, now);
    if ((await sendingAllowance(tx, now)) !== null) return "waits";
    await tx.sql.update(message).set({ state: "sending", claimedAt: now }).where(sql`${message.id} = ${id}`);
    return "goes";
  });

it("of two claims at the last free unit one goes and one waits", async () => {
  await createMessages(49, "sent");
  const [first = "", second = ""] = await createMessages(2, "planned");
  expect((await Promise.all([claim(first), claim(second)])).sort()).toEqual(["goes", "waits"]);
  expect(await inTenant((tx) => sendingAllowance(tx, now))).toMatchObject({ why: "used_up", used: 50, limit: 50 });
});

it("a payment pulls forward what waits for the plan, and nothing else", async () => {
  const [waiting = "", later = ""] = await createMessages(2, "planned");
  const until = now.add({ hours: 24 * 7 });
  await inTenant(async (tx) => {
    await tx.sql.update(message).set({ dueAt: until }).where(sql`${message.tenantId} = ${tx.tenantId}`);
    for (const [id, rule] of [
      [waiting, "entitlement"],
      [later, "send_hours"],
    ] as const) {
      const [row] = await tx.sql.select().from(message).where(sql`${message.id} = ${id}`);
      if (row === undefined) throw new Error("The message is gone.");
      const { tenantId, orderRef, slot, purpose } = row;
      const line = { phase: "send", verdict: "wait", rule, waitUntil: until, rulePack: "p", at: now } as const;
      await tx.sql
        .insert(decision)
        .values({ tenantId, storeId, orderRef, messageId: id, slot, purpose, reasons: [], ...line });
    }
    await ensureSubscriptionRow(tx);
    await keepCustomer(tx, { id: `cus_${tenant.slug}`, livemode: false, replaces: null });
    const number = await beginSync(tx);
    await recordStripeState(tx, { number, state: paid(tenant), now });
  });
  const due = await inTenant((tx) => tx.sql.select().from(message).where(sql`${message.tenantId} = ${tx.tenantId}`));
  const dueOf = (id: string) => due.find((row) => row.id === id)?.dueAt?.toString();
  expect([dueOf(waiting), dueOf(later)]).toEqual([now.toString(), until.toString()]);
});

const paid = ({ slug, tenantId }: TestTenant) => ({
  customerId: `cus_${slug}`,
  markedTenant: tenantId,
  livemode: false,
  customerDeleted: false,
  subscription: {
    ...({ subscriptionId: "sub_x", status: "active", plan: "growth", interval: "month" } as const),
    ...{ periodStart: now, periodEnd: now.add({ hours: 720 }), cancelAt: null, pastDueSince: null, next: null },
  },
  surplus: [],
  problem: null,
});

it("use is told by store", async () => {
  await createMessages(2, "sent");
  await settleMessages(test.db, test.system, { now, limit: 100 });
  const period = { start: now.subtract({ hours: 1 }), end: now.add({ hours: 1 }) };
  expect(await inTenant((tx) => usageByStore(tx, period))).toMatchObject([
    { storeId, store: "Pots", reached: 2, net: 2 },
  ]);
});
