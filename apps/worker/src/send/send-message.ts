import { AppError } from "@heed/core/errors";
import type { Intent } from "@heed/core/message/intent";
import { decide } from "@heed/core/policy/decide";
import type { Verdict } from "@heed/core/policy/decision";
import { HOPED_FOR } from "@heed/core/policy/hoped-for";
import { ledgerLine } from "@heed/core/policy/ledger-line";
import { rulePack_2026_11_23 as rulePack } from "@heed/core/policy/rule-pack";
import type { Instant } from "@heed/core/time";
import { claimMessage, lockDailyCap, lockFacts, postponeMessage, refuseMessage } from "@heed/db/commands/claim-message";
import { countSend } from "@heed/db/commands/count-send";
import { recordDecision } from "@heed/db/commands/record-decision";
import { revokeStore } from "@heed/db/commands/record-sync";
import { loadSendWork, type SendWork } from "@heed/db/queries/send-work";
import { systemAccess } from "@heed/db/system-db";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";
import { callLane } from "./call-lane.ts";
import { type PreparedEmail, prepareEmail } from "./prepare-email.ts";
import { takeUpLost } from "./take-up-lost.ts";

export interface SendInput {
  readonly tenantId: string;
  readonly messageId: string;
  readonly planVersion: number;
}

export type SendResult = { readonly ended: string };

/**
 * Sends one message on fresh facts: decide → ledger → claim in one transaction, then the call, then its outcome.
 *
 * | finds     | means                                             | does                                   |
 * |-----------|---------------------------------------------------|----------------------------------------|
 * | planned   | its turn                                          | decides, claims, calls                 |
 * | sending   | an earlier attempt died between intent and outcome | treats the answer as lost              |
 * | otherwise | ended, or planned anew (another plan version)     | nothing                                |
 */
export async function sendMessage(worker: Worker, input: SendInput): Promise<SendResult> {
  const first = await load(worker, input);
  if (first === null || first.message.planVersion !== input.planVersion) return { ended: "nothing to do" };
  if (first.message.state === "sending") return takeUpLost(worker, { tenantId: input.tenantId, work: first });
  if (first.message.state !== "planned") return { ended: "nothing to do" };
  const prepared = await prepare(worker, input, first);
  if (prepared.kind === "put off") return { ended: "put off" };
  const { email } = prepared;
  worker.killPoints.pass("before_intent");
  const claimed = await decideAndClaim(worker, input, email);
  if (claimed.kind === "ended") return { ended: claimed.verdict };
  worker.killPoints.pass("after_intent");
  const call = { tenantId: input.tenantId, work: claimed.work, intent: claimed.intent, email, repeat: false };
  return callLane(worker, call);
}

function load({ db, clock }: Worker, { tenantId, messageId }: SendInput): Promise<SendWork | null> {
  return withTenant(db, systemAccess(tenantId), (tx) => loadSendWork(tx, { messageId, now: clock.now() }));
}

type Prepared = { readonly kind: "ready"; readonly email: PreparedEmail | null } | { readonly kind: "put off" };

/** Amazon refuses to tell about this order; perhaps it does tomorrow, and the window's end bounds the wait. */
const UNTIL_READABLE = { hours: 24 };

/** Asks Amazon only for an e-mail that nothing else holds up: a message that waits costs no calls. */
async function prepare(worker: Worker, input: SendInput, work: SendWork): Promise<Prepared> {
  if (!isNextAnEmail(work, worker.clock.now())) return { kind: "ready", email: null };
  const { tenantId, messageId, planVersion } = input;
  try {
    return { kind: "ready", email: await prepareEmail(worker, { tenantId, work }) };
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    worker.log.warn({ error, tenantId, messageId }, "an e-mail cannot be prepared; it is put off");
    const until = worker.clock.now().add(UNTIL_READABLE);
    await withTenant(worker.db, systemAccess(tenantId), async (tx) => {
      await postponeMessage(tx, { messageId, planVersion, until });
      if (error.details["reason"] === "revoked") await revokeStore(tx, work.message.storeId);
    });
    return { kind: "put off" };
  }
}

/** The verdict for the case that the template is clean and Amazon offers the request. */
function isNextAnEmail({ message, facts }: SendWork, now: Instant): boolean {
  if (message.lane !== "email") return false;
  const verdict = decide({ message, facts: { ...facts, ...HOPED_FOR }, rulePack, now });
  return verdict.kind === "send" ? verdict.lane === "email" : verdict.rule === "dry_run";
}

type Claimed =
  | { readonly kind: "ended"; readonly verdict: string }
  | { readonly kind: "claimed"; readonly work: SendWork; readonly intent: Intent };

/** Facts, verdict, ledger and claim in one transaction: what changes before it counts, what changes after it is late. */
function decideAndClaim(worker: Worker, input: SendInput, email: PreparedEmail | null): Promise<Claimed> {
  return withTenant(worker.db, systemAccess(input.tenantId), async (tx): Promise<Claimed> => {
    const now = worker.clock.now();
    if (email !== null) await lockDailyCap(tx, input.messageId);
    await lockFacts(tx, input.messageId);
    const work = await loadSendWork(tx, { messageId: input.messageId, now });
    if (work === null || !isItsTurn(work, input)) return { kind: "ended", verdict: "nothing to do" };
    const verdict = judge(work, email, now);
    if (verdict === null) return CHANGED;
    const intent = await write(tx, { work, verdict, email, now });
    return intent === null ? { kind: "ended", verdict: describe(verdict) } : { kind: "claimed", work, intent };
  });
}

function isItsTurn({ message }: SendWork, { planVersion }: SendInput): boolean {
  return message.state === "planned" && message.planVersion === planVersion;
}

/** @returns null for an e-mail that nobody prepared */
function judge({ message, facts }: SendWork, email: PreparedEmail | null, now: Instant): Verdict | null {
  const read = email === null ? HOPED_FOR : { template: email.facts, solicitationOffered: email.offered };
  const verdict = decide({ message, facts: { ...facts, ...read }, rulePack, now });
  return email === null && verdict.kind === "send" && verdict.lane === "email" ? null : verdict;
}

/** The e-mail became possible between the two looks; the sweeper's next run prepares it. */
const CHANGED: Claimed = { kind: "ended", verdict: "the facts changed" };

interface Write {
  readonly work: SendWork;
  readonly verdict: Verdict;
  readonly email: PreparedEmail | null;
  readonly now: Instant;
}

/** The row changes first: only who moved it writes the ledger's line. */
async function write(tx: TenantDb, { work, verdict, email, now }: Write): Promise<Intent | null> {
  const { id: messageId, planVersion } = work.message;
  const intent = verdict.kind === "send" ? intentOf({ lane: verdict.lane, messageId, planVersion, email, now }) : null;
  const moved = await move(tx, { verdict, intent, messageId, planVersion, now });
  if (!moved) return null;
  await recordDecision(tx, {
    storeId: work.message.storeId,
    orderRef: work.orderRef,
    messageId,
    decision: ledgerLine(work.message, verdict, rulePack.id),
    at: now,
  });
  if (verdict.kind === "refuse") await countSend(tx, { work, outcome: `refused:${verdict.rule}`, at: now });
  return intent;
}

interface Move {
  readonly verdict: Verdict;
  readonly intent: Intent | null;
  readonly messageId: string;
  readonly planVersion: number;
  readonly now: Instant;
}

function move(tx: TenantDb, { verdict, intent, messageId, planVersion, now }: Move): Promise<boolean> {
  switch (verdict.kind) {
    case "wait":
      return postponeMessage(tx, { messageId, planVersion, until: verdict.until });
    case "refuse":
      return refuseMessage(tx, { messageId, planVersion, rule: verdict.rule, final: verdict.final });
    case "send":
      return intent === null
        ? Promise.resolve(false)
        : claimMessage(tx, { messageId, planVersion, lane: verdict.lane, intent, now });
  }
}

interface IntentInput {
  readonly lane: Intent["lane"];
  readonly messageId: string;
  readonly planVersion: number;
  readonly email: PreparedEmail | null;
  readonly now: Instant;
}

function intentOf({ lane, messageId, planVersion, email, now }: IntentInput): Intent {
  const mail = lane === "email" ? email : null;
  return {
    lane,
    at: now.toString(),
    templateKey: mail?.templateKey ?? null,
    templateVersion: mail?.templateVersion ?? null,
    language: mail?.facts.language ?? null,
    payloadHash: mail?.payloadHash ?? null,
    idempotencyKey: mail === null ? null : `heed-${messageId}-${planVersion}`,
  };
}

function describe(verdict: Verdict): string {
  return verdict.kind === "send" ? "somebody was faster" : `${verdict.kind}: ${verdict.rule}`;
}
