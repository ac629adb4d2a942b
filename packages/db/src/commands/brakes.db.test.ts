import { decide } from "@heed/core/policy/decide";
import type { Verdict } from "@heed/core/policy/decision";
import { HOPED_FOR } from "@heed/core/policy/hoped-for";
import { rulePack_2026_11_23 as rulePack } from "@heed/core/policy/rule-pack";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countHeld } from "../queries/count-stopped.ts";
import { loadSendWork } from "../queries/send-work.ts";
import { message } from "../schema/message.ts";
import { client, clientStore } from "../schema/tenant.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { createMessage, createOrder, createStore, createTenant, givePlan, TEST_NOW } from "../testing/factories.ts";
import { cloneDatabase, type TestDatabase } from "../testing.ts";
import { setBrake } from "./brakes.ts";
import { ensureBuiltInFlow } from "./built-in-flow.ts";
import { claimMessage, lockFacts } from "./claim-message.ts";

/** Within the send hours of the order's marketplace. */
const NOW = TEST_NOW.add({ hours: 10 });
let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

/** A message whose turn has come, and nothing is in its way. */
async function due() {
  const tenant = await createTenant(test.db);
  await givePlan(test.db, tenant);
  const { access } = tenant;
  const act = <T>(work: (tx: TenantDb) => Promise<T>) => withTenant(test.db, access, work);
  await act((tx) => ensureBuiltInFlow(tx, NOW));
  const storeId = await createStore(test.db, access);
  const [earliest, latest] = [NOW.subtract({ hours: 24 * 9 }), NOW.subtract({ hours: 24 * 8 })];
  const orderRef = await createOrder(
    test.db,
    { access, storeId },
    { deliveryEarliest: earliest, deliveryLatest: latest, shippedAt: earliest, purchasedAt: earliest },
  );
  const pin = { flowKey: "review-request", stepKey: "request", dueAt: NOW.subtract({ hours: 1 }) };
  const messageId = await createMessage(test.db, { access, storeId, orderRef }, pin);
  return { act, storeId, messageId };
}

/** As the worker does it: facts held, verdict on fresh facts, then the claim; `between` runs right before the claim. */
async function decideAndClaim(tx: TenantDb, messageId: string, between: () => Promise<void> = async () => undefined) {
  await lockFacts(tx, messageId);
  const work = await loadSendWork(tx, { messageId, now: NOW });
  if (work === null) throw new Error("The message is gone.");
  const verdict: Verdict = decide({
    message: work.message,
    facts: { ...work.facts, ...HOPED_FOR },
    rulePack,
    now: NOW,
  });
  await between();
  if (verdict.kind !== "send") return verdict.kind === "wait" ? verdict.rule : verdict.kind;
  const { planVersion } = work.message;
  const none = { templateKey: null, templateVersion: null, language: null, payloadHash: null, idempotencyKey: null };
  const intent = { ...none, lane: verdict.lane, at: NOW.toString() };
  const claimed = await claimMessage(tx, { messageId, planVersion, lane: verdict.lane, intent, now: NOW });
  return claimed ? "claimed" : "lost";
}

const PAUSE = { kind: "pause", reason: "A recall", storeId: null } as const;

describe("a brake and a claim take turns", () => {
  it("pulled between the decision and the claim, it waits for that claim and holds every later one", async () => {
    const { act, messageId, storeId } = await due();
    const events: string[] = [];
    let brake: Promise<unknown> = Promise.resolve();
    const first = await act((tx) =>
      decideAndClaim(tx, messageId, async () => {
        brake = act((other) => setBrake(other, PAUSE, NOW)).then(() => events.push("brake"));
        // A round trip on another connection: whatever could go by would have gone by.
        await act((other) => countHeld(other, { storeId, item: null }));
        events.push("claim");
      }),
    );
    await brake;
    expect([first, ...events]).toEqual(["claimed", "claim", "brake"]);
    await act((tx) => tx.sql.update(message).set({ state: "planned" }).where(eq(message.id, messageId)));
    expect(await act((tx) => decideAndClaim(tx, messageId))).toBe("store_paused");
  });

  it("pulled before the facts are held, it stops the message although its worker was on its way", async () => {
    const { act, messageId } = await due();
    let second: Promise<string> = Promise.resolve("");
    await act(async (tx) => {
      await setBrake(tx, PAUSE, NOW);
      second = act((other) => decideAndClaim(other, messageId));
    });
    expect(await second).toBe("store_paused");
  });
});

it("what a brake would hold is counted for all stores, one store or a client, and by item", async () => {
  const { act, storeId } = await due();
  const clientId = await act(async (tx) => {
    const [made] = await tx.sql
      .insert(client)
      .values({ tenantId: tx.tenantId, name: "Acme", createdAt: NOW })
      .returning();
    return made?.id ?? "";
  });
  const count = (given: Partial<Parameters<typeof countHeld>[1]>) =>
    act((tx) => countHeld(tx, { storeId: "all", item: null, ...given }));
  expect(await count({})).toEqual({ planned: 1, held: 1 });
  expect(await count({ clientId })).toEqual({ planned: 0, held: 0 });
  await act((tx) =>
    tx.sql.insert(clientStore).values({ tenantId: tx.tenantId, clientId, storeTenantId: tx.tenantId, storeId }),
  );
  expect(await count({ clientId, item: { sku: "SKU-1" } })).toEqual({ planned: 1, held: 1 });
  expect(await count({ storeId, item: { asin: "B000000009" } })).toEqual({ planned: 1, held: 0 });
});
