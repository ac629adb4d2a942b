import type { Intent } from "@heed/core/message/intent";
import { decide } from "@heed/core/policy/decide";
import type { Verdict } from "@heed/core/policy/decision";
import { ledgerLine } from "@heed/core/policy/ledger-line";
import { rulePack_2026_11_23 as rulePack } from "@heed/core/policy/rule-pack";
import type { Instant } from "@heed/core/time";
import { noteCanary } from "@heed/db/commands/canary";
import {
  claimMessage,
  lockCriticalQuota,
  lockDailyCap,
  lockFacts,
  postponeMessage,
  refuseMessage,
} from "@heed/db/commands/claim-message";
import { countSend } from "@heed/db/commands/count-send";
import { noteUsageAlerts } from "@heed/db/commands/note-usage-alerts";
import { recordDecision } from "@heed/db/commands/record-decision";
import { loadSendWork, type SendWork } from "@heed/db/queries/send-work";
import { lockAllowance } from "@heed/db/queries/sending-allowance";
import { systemAccess } from "@heed/db/system-db";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";
import { callLane } from "./call-lane.ts";
import { isReady, type Prepared, prepareMessage, readFacts } from "./prepare-message.ts";
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
  const prepared = await prepareMessage(worker, input, first);
  if (prepared === null) return { ended: "put off" };
  worker.killPoints.pass("before_intent");
  const claimed = await decideAndClaim(worker, input, prepared);
  if (claimed.kind === "ended") return { ended: claimed.verdict };
  worker.killPoints.pass("after_intent");
  const call = { tenantId: input.tenantId, work: claimed.work, intent: claimed.intent, ...prepared, repeat: false };
  return callLane(worker, call);
}

function load({ db, clock }: Worker, { tenantId, messageId }: SendInput): Promise<SendWork | null> {
  return withTenant(db, systemAccess(tenantId), (tx) => loadSendWork(tx, { messageId, now: clock.now() }));
}

type Claimed =
  | { readonly kind: "ended"; readonly verdict: string }
  | { readonly kind: "claimed"; readonly work: SendWork; readonly intent: Intent };

/** Facts, verdict, ledger and claim in one transaction: what changes before it counts, what changes after it is late. */
function decideAndClaim(worker: Worker, input: SendInput, prepared: Prepared): Promise<Claimed> {
  return withTenant(worker.db, systemAccess(input.tenantId), async (tx): Promise<Claimed> => {
    const now = worker.clock.now();
    await lockPlaces(tx, input.messageId, prepared);
    await lockAllowance(tx, now);
    await lockFacts(tx, input.messageId);
    const work = await loadSendWork(tx, { messageId: input.messageId, now });
    if (work === null || !isItsTurn(work, input)) return { kind: "ended", verdict: "nothing to do" };
    const { message, facts } = work;
    const verdict = decide({ message, facts: { ...facts, ...readFacts(prepared) }, rulePack, now });
    if (!isReady(prepared, verdict)) return CHANGED;
    const intent = await write(tx, { work, verdict, prepared, now });
    return intent === null ? { kind: "ended", verdict: describe(verdict) } : { kind: "claimed", work, intent };
  });
}

/** Two calls at once cannot take the last place under the store's cap or the workspace's quota. */
async function lockPlaces(tx: TenantDb, messageId: string, { email, typed }: Prepared): Promise<void> {
  if (email !== null || typed !== null) await lockDailyCap(tx, messageId);
  if (typed !== null) await lockCriticalQuota(tx);
}

function isItsTurn({ message }: SendWork, { planVersion }: SendInput): boolean {
  return message.state === "planned" && message.planVersion === planVersion;
}

/** A lane became possible between the two looks; the sweeper's next run prepares it. */
const CHANGED: Claimed = { kind: "ended", verdict: "the facts changed" };

interface Write {
  readonly work: SendWork;
  readonly verdict: Verdict;
  readonly prepared: Prepared;
  readonly now: Instant;
}

/** The row changes first: only who moved it writes the ledger's line. */
async function write(tx: TenantDb, { work, verdict, prepared, now }: Write): Promise<Intent | null> {
  const { id: messageId, planVersion } = work.message;
  const intent =
    verdict.kind === "send" ? intentOf({ lane: verdict.lane, messageId, planVersion, prepared, now }) : null;
  const moved = await move(tx, { verdict, intent, messageId, planVersion, now });
  if (!moved) return null;
  if (intent?.lane === "email") {
    const { storeId } = work.message;
    await noteCanary(tx, { storeId, marketplaceId: work.facts.order.marketplaceId, messageId, now });
  }
  await recordDecision(tx, {
    storeId: work.message.storeId,
    orderRef: work.orderRef,
    messageId,
    decision: ledgerLine(work.message, verdict, rulePack.id),
    at: now,
  });
  // What settles tells of it days later: the owners hear of it when sending stops.
  if (verdict.kind === "wait" && verdict.rule === "entitlement") await noteUsageAlerts(tx, now);
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
  readonly prepared: Prepared;
  readonly now: Instant;
}

function intentOf({ lane, messageId, planVersion, prepared, now }: IntentInput): Intent {
  const mail = lane === "email" ? prepared.email : null;
  const typed = lane === "typed" ? prepared.typed : null;
  return {
    lane,
    at: now.toString(),
    templateKey: mail?.templateKey ?? null,
    templateVersion: mail?.templateVersion ?? null,
    language: mail?.facts.language ?? typed?.language ?? null,
    payloadHash: mail?.payloadHash ?? typed?.payloadHash ?? null,
    idempotencyKey: mail === null ? null : `heed-${messageId}-${planVersion}`,
  };
}

function describe(verdict: Verdict): string {
  return verdict.kind === "send" ? "somebody was faster" : `${verdict.kind}: ${verdict.rule}`;
}
