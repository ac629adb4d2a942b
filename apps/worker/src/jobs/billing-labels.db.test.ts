import { createClient, labelClient, placeStore } from "@heed/db/commands/clients";
import { withTenant } from "@heed/db/tenant-db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type BilledTenant, BillingWorld } from "../testing/billing-world.ts";

let world: BillingWorld;
beforeAll(async () => {
  world = await BillingWorld.start();
});
afterAll(() => world.stop());

async function labelled(tenant: BilledTenant, storeId: string): Promise<void> {
  await withTenant(world.database.db, tenant.access, async (tx) => {
    const { id } = await createClient(tx, { name: "Tea House", now: world.now() });
    await placeStore(tx, { storeId, storeTenantId: tenant.tenantId, clientId: id, now: world.now() });
    await labelClient(tx, { id, label: "CC-104", now: world.now() });
  });
}

interface Bill {
  readonly status: string;
  readonly billing_reason: string;
  readonly description: string | null;
  readonly metadata: Readonly<Record<string, string>>;
}

/** As Stripe has them, newest first. */
async function billsOf({ customerId }: BilledTenant): Promise<readonly Bill[]> {
  const { stripeUrl, settings } = world.stripe.sandbox.running;
  const headers = { authorization: `Bearer ${settings.stripeKey}` };
  const answer = await fetch(`${stripeUrl}/v1/invoices?customer=${customerId}`, { headers });
  return ((await answer.json()) as { readonly data: readonly Bill[] }).data;
}

/** Into the hour in which the bill of the period is a draft. */
async function toTheDraft(tenant: BilledTenant): Promise<void> {
  const { periodEnd } = await world.row(tenant);
  const hours = (periodEnd?.since(world.now()).total({ unit: "hours" }) ?? 0) + 0.25;
  await world.pass(hours / 24);
  await world.runMeter(tenant);
}

it("an agency's clients stand on its bill by their labels, on the invoice and in its metadata", async () => {
  const tenant = await world.subscribed("agency");
  const storeId = await world.send(tenant, 3);
  await world.send(tenant, 1);
  await labelled(tenant, storeId);
  await world.settle();
  await toTheDraft(tenant);
  await world.requeue(tenant);
  await world.runMeter(tenant);
  const memo = "Reached messages by client\nCC-104 · Tea House: 3\nStores of no client: 1";
  const metadata = { heed_client_1: "CC-104 · Tea House: 3", heed_client_2: "Stores of no client: 1" };
  expect((await billsOf(tenant))[0]).toMatchObject({ status: "draft", description: memo, metadata });
  await world.pass(1);
  expect((await billsOf(tenant))[0]).toMatchObject({ status: "paid", description: memo, metadata });
});

it("nothing is written on the bill of a plan without labels", async () => {
  const tenant = await world.subscribed("growth");
  await world.send(tenant, 1);
  await world.settle();
  await toTheDraft(tenant);
  expect((await billsOf(tenant))[0]).toMatchObject({ status: "draft", description: null, metadata: {} });
});
