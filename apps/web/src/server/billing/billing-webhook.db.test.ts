import { type Instant, Temporal } from "@heed/core/time";
import { ensureSubscriptionRow, keepCustomer } from "@heed/db/commands/keep-customer";
import { closeSystemDb, openSystemDb } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createTenant, type TestTenant } from "@heed/db/testing/factories";
import { signDelivery } from "@heed/stripe/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeStripeWebhook, type WebhookParts } from "./stripe-webhook.ts";

const SECRET = "whsec_test";
const NOW = Temporal.Instant.from("2026-11-25T12:00:00Z");
let database: TestDatabase;
let tenant: TestTenant;
let said: { readonly level: string; readonly words: string; readonly facts: unknown }[];

beforeAll(async () => {
  database = await cloneDatabase();
  tenant = await createTenant(database.db);
  await withTenant(database.db, tenant.access, async (tx) => {
    await ensureSubscriptionRow(tx);
    await keepCustomer(tx, { id: "cus_ours", livemode: false, replaces: null });
  });
});
afterAll(() => database.drop());
beforeEach(() => {
  said = [];
});

let count = 0;
function event(changes: Readonly<Record<string, unknown>> = {}): string {
  count += 1;
  const data = { object: { id: "sub_1", customer: "cus_ours" } };
  const about = { type: "customer.subscription.updated", livemode: false, api_version: "2019-12-03", data };
  return JSON.stringify({ id: `evt_${count}`, object: "event", created: 1, ...about, ...changes });
}

interface Delivery {
  readonly body: string;
  readonly signedAt?: Instant;
  readonly signature?: string;
  readonly parts?: Partial<WebhookParts>;
}

async function deliver({ body, signedAt = NOW, signature, parts = {} }: Delivery) {
  const tell = (level: string) => (facts: unknown, words: string) => void said.push({ level, facts, words });
  const log = { info: tell("info"), warn: tell("warn"), error: tell("error") } as WebhookParts["log"];
  const { db, system } = database;
  const whole = { db, system, log, secret: SECRET, live: false, receivedAt: NOW, now: NOW, ...parts };
  const timestamp = Math.floor(signedAt.epochMilliseconds / 1_000);
  const signed = signature ?? signDelivery(body, { secret: SECRET, timestamp });
  const request = new Request("http://x/", { method: "POST", body, headers: { "stripe-signature": signed } });
  const answer = await takeStripeWebhook(whole, request);
  return {
    status: answer.status,
    said: (await answer.json()) as { readonly status?: string; readonly error?: string },
  };
}

describe("a delivery of Stripe", () => {
  it("is kept once, and a repeat of it changes nothing", async () => {
    const body = event();
    expect(await deliver({ body })).toEqual({ status: 200, said: { status: "received" } });
    expect(await deliver({ body })).toEqual({ status: 200, said: { status: "repeated" } });
  });

  it("of another environment is refused in words, in the log too, and is taken where it belongs", async () => {
    const body = event({ livemode: true });
    const refused = await deliver({ body });
    expect(refused).toMatchObject({ status: 401, said: { error: expect.stringContaining("an event of live mode") } });
    expect(said).toMatchObject([{ level: "warn", facts: { reason: expect.stringContaining("live mode") } }]);
    // Nothing of it was claimed: the instance whose key it is takes the same event.
    expect(await deliver({ body, parts: { live: true } })).toMatchObject({ status: 200, said: { status: "received" } });
  });

  it.each([
    ["ahead", -24, "24.0 h ago"],
    ["behind", 24, "24.0 h ahead"],
  ])(
    "at a clock that is a day %s is refused in words; Stripe's repeat is taken when it is right again",
    async (_name, hours, words) => {
      const body = event();
      const signedAt = NOW.add({ hours });
      const refused = await deliver({ body, signedAt });
      expect(refused).toMatchObject({ status: 401, said: { error: expect.stringContaining(words) } });
      expect(refused.said.error).toContain("clock of this machine");
      const repeated = await deliver({ body, signedAt, parts: { receivedAt: signedAt } });
      expect(repeated).toMatchObject({ status: 200, said: { status: "received" } });
    },
  );

  it("that is forged is refused, of an unknown type ignored, about somebody else answered", async () => {
    expect((await deliver({ body: event(), signature: "t=1,v1=00" })).status).toBe(401);
    expect(await deliver({ body: event({ type: "charge.succeeded" }) })).toEqual({
      status: 200,
      said: { status: "ignored" },
    });
    expect(said.at(-1)).toMatchObject({ level: "info", facts: { type: "charge.succeeded" } });
    const foreign = event({ data: { object: { id: "sub_2", customer: "cus_foreign" } } });
    expect(await deliver({ body: foreign })).toEqual({ status: 200, said: { status: "not ours" } });
    expect((await deliver({ body: "{}" })).status).toBe(400);
    expect((await deliver({ body: "x".repeat(1_100_000) })).status).toBe(413);
  });

  it("that cannot be kept is asked for again, and nothing of it is half kept", async () => {
    const body = event();
    const gone = openSystemDb("postgres://nobody:x@127.0.0.1:9/none");
    expect((await deliver({ body, parts: { system: gone } })).status).toBe(503);
    await closeSystemDb(gone);
    expect(await deliver({ body })).toMatchObject({ said: { status: "received" } });
  });
});
