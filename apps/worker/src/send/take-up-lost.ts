import type { Intent } from "@heed/core/message/intent";
import { Temporal } from "@heed/core/time";
import { markRepeated } from "@heed/db/commands/record-outcome";
import type { SendWork } from "@heed/db/queries/send-work";
import { loadStoreWork } from "@heed/db/queries/store-work";
import { loadTemplate } from "@heed/db/queries/template-version";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";
import { callLane, writeOutcome } from "./call-lane.ts";
import { type PreparedEmail, renderEmail } from "./prepare-email.ts";
import { FIRST_READ } from "./read-schedule.ts";

/** Resend keeps idempotency keys for 24 h; an hour is left for clocks and slow calls. */
const REPEATABLE_FOR = { hours: 23 };

export interface LostInput {
  readonly tenantId: string;
  readonly work: SendWork;
}

/**
 * Somebody claimed the message and left no outcome: the answer counts as lost.
 *
 * | lane         | does                                                                                       |
 * |--------------|--------------------------------------------------------------------------------------------|
 * | email        | repeats with the same key if the content is the same and the intent younger than 23 h, else unknown |
 * | solicitation | has Amazon's actions read later (run-job.ts); the claim stays                              |
 * | typed        | unknown: never repeated by us                                                              |
 */
export async function takeUpLost(worker: Worker, { tenantId, work }: LostInput): Promise<{ readonly ended: string }> {
  const { intent } = work.message;
  if (intent === null) return unknown(worker, { tenantId, work, intent: missingIntent(work) });
  if (intent.lane === "email") return repeatEmail(worker, { tenantId, work, intent });
  if (intent.lane === "typed") return unknown(worker, { tenantId, work, intent });
  const readAt = worker.clock.now().add(FIRST_READ);
  await writeOutcome(worker, { tenantId, work, intent }, { outcome: { kind: "lost", readAt }, revoked: false });
  return { ended: "lost" };
}

interface Intended extends LostInput {
  readonly intent: Intent;
}

async function repeatEmail(worker: Worker, input: Intended): Promise<{ readonly ended: string }> {
  const { tenantId, work, intent } = input;
  const late = Temporal.Instant.compare(Temporal.Instant.from(intent.at).add(REPEATABLE_FOR), worker.clock.now()) <= 0;
  // Nothing is read for one that is late: a store or a template that is gone must not keep it open.
  const email = late ? null : await renderAgain(worker, input);
  if (email === null || email.payloadHash !== intent.payloadHash) return unknown(worker, input);
  const open = await withTenant(worker.db, systemAccess(tenantId), (tx) => markRepeated(tx, work.message.id));
  if (!open) return { ended: "nothing to do" };
  return callLane(worker, { tenantId, work, intent, email, typed: null, repeat: true });
}

async function renderAgain(worker: Worker, { tenantId, work, intent }: Intended): Promise<PreparedEmail | null> {
  const { templateKey, templateVersion, language } = intent;
  if (templateKey === null || templateVersion === null || language === null) return null;
  const { template, store } = await withTenant(worker.db, systemAccess(tenantId), async (tx) => ({
    template: await loadTemplate(tx, { templateKey, version: templateVersion }),
    store: await loadStoreWork(tx, { storeId: work.message.storeId, ring: worker.ring }),
  }));
  return { offered: null, ...renderEmail({ template, wanted: language, work, storeName: store.name }) };
}

async function unknown(worker: Worker, { tenantId, work, intent }: Intended): Promise<{ readonly ended: string }> {
  await writeOutcome(worker, { tenantId, work, intent }, { outcome: { kind: "unknown" }, revoked: false });
  return { ended: "unknown" };
}

/** Rows claimed before intents were written cannot exist; should one turn up, nothing about it can be repeated. */
function missingIntent({ message }: SendWork): Intent {
  const { lane, dueAt } = message;
  return {
    lane,
    at: dueAt.toString(),
    templateKey: null,
    templateVersion: null,
    language: null,
    payloadHash: null,
    idempotencyKey: null,
  };
}
