import { rm } from "node:fs/promises";
import { startEmbeddedDatabase } from "@heed/bin/stack/database";
import { loadSecrets } from "@heed/bin/stack/secrets";
import { makeThrowAwayFolder } from "@heed/bin/stack/throw-away-folder";
import { PAID_PLANS } from "@heed/core/billing/plans";
import { Temporal } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { receiveStripeEvent, type StripePorts } from "@heed/db/commands/receive-stripe-event";
import { syncBilling } from "@heed/db/commands/sync-billing";
import { closeSystemDb, openSystemDb } from "@heed/db/system-db";
import { createTenant } from "@heed/db/testing/factories";
import { TEST_NOW } from "@heed/sandbox/testing";
import { EVENT_RULES } from "@heed/stripe/event-rules";
import { CARDS, type StripeWorld, startStripeWorld } from "@heed/stripe/testing";
import { readWebhook } from "@heed/stripe/webhook";
import { seededRandom } from "../random.ts";
import { eachAtOnce, repeated, shuffled } from "./shuffle.ts";
import { type Billed, rowsOf, spoilRows } from "./stripe-rows.ts";
import { signedHeader } from "./stripe-signed.ts";

export interface StripeStormInput {
  readonly events: number;
  readonly repeats: number;
  readonly seed: number;
}

export interface StripeStormResult {
  readonly deliveries: number;
  readonly failures: readonly string[];
}

/** All kinds of events come to each workspace before there are more workspaces. */
const MOST_WORKSPACES = 12;
const NOW = Temporal.Instant.from(TEST_NOW);
const SECRET = "whsec_storm";

interface Scene extends StripePorts {
  readonly stripe: StripeWorld;
  readonly workspaces: readonly Billed[];
  readonly url: string;
}

/**
 * Delivers each event once in order and keeps the rows; makes them wrong; then delivers events of the same kinds again
 * and again, shuffled, many at once, each new one followed by its reading of Stripe. The rows must be the same.
 */
export async function stormOfStripe({ events, repeats, seed }: StripeStormInput): Promise<StripeStormResult> {
  return withScene(events, async (scene) => {
    for (const event of eventsOf(scene, events, "ordered")) await deliver(scene, event);
    const expected = await rowsOf(scene);
    await spoilRows(scene);
    let received = 0;
    const storm = shuffled(repeated(eventsOf(scene, events, "storm"), repeats), seededRandom(seed));
    await eachAtOnce(storm, async (event) => {
      const isNew = await deliver(scene, event);
      if (isNew) received += 1;
    });
    const wrong = (await rowsOf(scene)).flatMap((row, index) =>
      row === expected[index] ? [] : [`a workspace ended as ${row} instead of ${expected[index]}`],
    );
    const counted = received === events ? [] : [`${received} of ${events} events were taken`];
    return { deliveries: storm.length, failures: [...wrong, ...counted] };
  });
}

async function withScene<T>(events: number, work: (scene: Scene) => Promise<T>): Promise<T> {
  const folder = await makeThrowAwayFolder("heed-stripe-storm");
  const database = await startEmbeddedDatabase({ folder, secrets: await loadSecrets(folder), fsync: false });
  const { DATABASE_URL: url, DATABASE_SYSTEM_URL: systemUrl } = database.urls;
  const [db, system, stripe] = [openDb(url), openSystemDb(systemUrl), await startStripeWorld()];
  try {
    const workspaces: Billed[] = [];
    for (let index = 0; index < Math.min(MOST_WORKSPACES, events); index += 1) {
      const { tenantId } = await createTenant(db);
      const plan = PAID_PLANS[index % PAID_PLANS.length] ?? "starter";
      const { customerId, subscriptionId } = await stripe.subscribe({ tenantId, plan, card: CARDS.pays });
      if (index % 3 === 0) await stripe.gateway.cancel({ subscriptionId, reason: "unused", comment: null });
      workspaces.push({ tenantId, customerId });
    }
    return await work({ db, system, stripe, workspaces, url });
  } finally {
    await Promise.all([closeDb(db), closeSystemDb(system), stripe.stop()]);
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every kind that we know, to every workspace in turn; old versions of the API among them. */
function eventsOf({ workspaces }: Scene, count: number, prefix: string): string[] {
  const types = [...EVENT_RULES.keys()];
  return Array.from({ length: count }, (_, index) => {
    const { tenantId, customerId } = workspaces[index % workspaces.length] ?? { tenantId: "", customerId: "" };
    const type = types[Math.floor(index / workspaces.length) % types.length] ?? "invoice.paid";
    const itself = type === "customer.updated" || type === "customer.deleted";
    const mark = { client_reference_id: tenantId, metadata: { heed_tenant: tenantId } };
    const object = {
      id: itself ? customerId : "obj_1",
      customer: index % 2 === 0 ? customerId : { id: customerId },
      ...mark,
    };
    const version = index % 3 === 0 ? "2019-12-03" : "2026-10-28.endive";
    const about = { type, livemode: false, api_version: version, data: { object } };
    return JSON.stringify({ id: `evt_${prefix}_${index}`, object: "event", created: 1_700_000_000 + index, ...about });
  });
}

/** As the route and then the worker do. @returns whether it was new */
async function deliver(scene: Scene, body: string): Promise<boolean> {
  const receivedAt = Temporal.Now.instant();
  const reading = readWebhook({ secret: SECRET, signature: signedHeader(SECRET, body), body, receivedAt, live: false });
  if (reading.kind !== "event") throw new Error(`A delivery was ${reading.kind}.`);
  if ((await receiveStripeEvent(scene, { ...reading, now: NOW })) !== "received") return false;
  const tenantId = scene.workspaces.find(({ customerId }) => customerId === reading.customerId)?.tenantId ?? "";
  const named = { tenantId, customerId: reading.customerId, now: NOW };
  await syncBilling({ db: scene.db, stripe: scene.stripe.gateway }, named);
  return true;
}
