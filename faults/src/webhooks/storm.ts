import { rm } from "node:fs/promises";
import { startEmbeddedDatabase } from "@heed/bin/stack/database";
import { seedDemoData } from "@heed/bin/stack/demo-data";
import { MAIL_DOMAIN } from "@heed/bin/stack/part-environment";
import { loadKeys, loadSecrets, type Secrets } from "@heed/bin/stack/secrets";
import { makeThrowAwayFolder } from "@heed/bin/stack/throw-away-folder";
import { Temporal } from "@heed/core/time";
import { closeDb, openDb } from "@heed/db/client";
import { receiveResendWebhook, type WebhookPorts } from "@heed/db/commands/receive-resend-webhook";
import { parseKeyRing } from "@heed/db/seal";
import { closeSystemDb, openSystemDb } from "@heed/db/system-db";
import { DEMO_STORES } from "@heed/sandbox/demo/stores";
import postgres from "postgres";
import { seededRandom } from "../random.ts";
import { asOwner } from "../sabotage.ts";
import { sign } from "./oracle.ts";
import { eachAtOnce, repeated, shuffled } from "./shuffle.ts";

export interface StormInput {
  readonly events: number;
  readonly repeats: number;
  readonly seed: number;
  /** Statements that plant a bug, run by the owner before the storm. */
  readonly sabotage: readonly string[];
}

export interface StormResult {
  readonly deliveries: number;
  /** Mails kept, and events handed on, beyond one for each that was sent, or missing from it. */
  readonly deviations: number;
}

const NOW = Temporal.Instant.from("2026-03-02T00:00:00Z");

/** Delivers each event again and again, shuffled, many at once; what is kept must be as after one delivery of each. */
export async function stormOfMails({ events, repeats, seed, sabotage }: StormInput): Promise<StormResult> {
  const folder = await makeThrowAwayFolder("heed-storm");
  const [keys, secrets] = [await loadKeys(folder), await loadSecrets(folder)];
  const database = await startEmbeddedDatabase({ folder, secrets, fsync: false });
  const { urls: databases } = database;
  const stack = { inherited: {}, databases, keys, secrets, ports: { engine: 0, worker: 0, web: null } };
  const db = openDb(databases.DATABASE_URL);
  const system = openSystemDb(databases.DATABASE_SYSTEM_URL);
  try {
    await seedDemoData({ ...stack, now: NOW });
    await asOwner(databases.DATABASE_MIGRATE_URL, sabotage);
    const ports = { db, system, ring: parseKeyRing(keys), secret: secrets.webhookSecret };
    const bodies = Array.from({ length: events }, (_, index) => receivedMail(index));
    const storm = shuffled(repeated(bodies, repeats), seededRandom(seed));
    await eachAtOnce(storm, (body) => deliverOne(ports, body, secrets));
    const kept = await countKept(databases.DATABASE_CHECK_URL ?? "");
    const deviations = Math.abs(kept.mails - events) + Math.abs(kept.events - events);
    return { deliveries: events * repeats, deviations };
  } finally {
    await closeDb(db);
    await closeSystemDb(system);
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Body {
  readonly id: string;
  readonly text: string;
}

function receivedMail(index: number): Body {
  const [store] = DEMO_STORES;
  const to = `n-${store.marketplaces[0]?.noticeToken ?? ""}@in.${MAIL_DOMAIN}`;
  const data = { email_id: `storm-${index}`, to: [to], cc: [], bcc: [] };
  return { id: `msg_${index}`, text: JSON.stringify({ type: "email.received", data }) };
}

async function deliverOne(ports: WebhookPorts, { id, text: body }: Body, { webhookSecret }: Secrets): Promise<void> {
  const receivedAt = Temporal.Now.instant();
  const stamp = String(Math.floor(receivedAt.epochMilliseconds / 1000));
  const headers: Readonly<Record<string, string>> = {
    "svix-id": id,
    "svix-timestamp": stamp,
    "svix-signature": sign(webhookSecret, { id, stamp, body }),
  };
  await receiveResendWebhook(ports, { header: (name) => headers[name], body, receivedAt, now: NOW });
}

async function countKept(checkUrl: string): Promise<{ mails: number; events: number }> {
  const sql = postgres(checkUrl, { max: 1, onnotice: () => undefined });
  try {
    const [kept] = await sql<{ mails: number; events: number }[]>`
      select (select count(*)::int from inbound_mail) as mails,
        (select count(*)::int from outbox where name = 'notice/received') as events`;
    return kept ?? { mails: 0, events: 0 };
  } finally {
    await sql.end();
  }
}
