import type { Intent } from "@heed/core/message/intent";
import type { Lane } from "@heed/core/message/message";
import { isBlocked } from "@heed/core/policy/finding";
import { type Instant, Temporal } from "@heed/core/time";
import { appendLive } from "@heed/db/commands/append-outbox";
import { countSend } from "@heed/db/commands/count-send";
import { type Outcome, recordOutcome } from "@heed/db/commands/record-outcome";
import { revokeStore } from "@heed/db/commands/record-sync";
import { startSender } from "@heed/db/commands/sender-health";
import type { SendWork } from "@heed/db/queries/send-work";
import { systemAccess } from "@heed/db/system-db";
import { type TenantDb, withTenant } from "@heed/db/tenant-db";
import { emailLane } from "../lanes/email.ts";
import { solicitationLane } from "../lanes/solicitation.ts";
import { typedLane } from "../lanes/typed.ts";
import type { Worker } from "../worker.ts";
import type { PreparedEmail } from "./prepare-email.ts";
import type { PreparedTyped } from "./prepare-typed.ts";

export interface LaneCall {
  readonly tenantId: string;
  readonly work: SendWork;
  readonly intent: Intent;
  readonly email: PreparedEmail | null;
  readonly typed: PreparedTyped | null;
  /** An earlier call for the same claim may have been taken: only the same call may be made again. */
  readonly repeat: boolean;
}

/** What a lane answers: the outcome of the message, and whether the store's authorisation turned out to be gone. */
export interface LaneAnswer {
  readonly outcome: Outcome;
  readonly revoked: boolean;
}

/** Calls the lane of a claimed message and writes what became of it. The intent is committed before, the outcome after. */
export async function callLane(worker: Worker, call: LaneCall): Promise<{ readonly ended: string }> {
  worker.killPoints.pass("before_call");
  const answer = isForbidden(call) ? FORBIDDEN : await LANES[call.intent.lane](worker, call);
  worker.killPoints.pass("after_call");
  await writeOutcome(worker, call, answer);
  worker.wakeRelay();
  return { ended: answer.outcome.kind };
}

const FORBIDDEN: LaneAnswer = { outcome: { kind: "failed", rule: "template_blocked", final: false }, revoked: false };

/**
 * The last look before the call, whoever decided: what the rules block does not go. A call that is made again is not
 * looked at: what it repeats may be with the buyer already.
 */
export function isForbidden({ email, typed, repeat }: Pick<LaneCall, "email" | "typed" | "repeat">): boolean {
  return !repeat && isBlocked([...(email?.facts.findings ?? []), ...(typed?.findings ?? [])]);
}

const LANES: Readonly<Record<Lane, (worker: Worker, call: LaneCall) => Promise<LaneAnswer>>> = {
  solicitation: solicitationLane,
  typed: typedLane,
  email: emailLane,
};

type Written = Pick<LaneCall, "tenantId" | "work" | "intent">;

export async function writeOutcome(worker: Worker, call: Written, answer: LaneAnswer): Promise<void> {
  worker.killPoints.pass("before_outcome");
  await withTenant(worker.db, systemAccess(call.tenantId), async (tx) => {
    await writeOutcomeIn(tx, call, { ...answer, now: worker.clock.now() });
    worker.killPoints.pass("after_outcome");
  });
  worker.killPoints.pass("after_ledger");
  report(worker, call, answer.outcome);
}

/** In the caller's transaction, for those that change more than the message with it. */
export async function writeOutcomeIn(
  tx: TenantDb,
  { work, intent }: Pick<LaneCall, "work" | "intent">,
  { outcome, revoked, now }: LaneAnswer & { readonly now: Instant },
): Promise<void> {
  const open = await recordOutcome(tx, { messageId: work.message.id, outcome, now });
  if (revoked) await revokeStore(tx, { storeId: work.message.storeId, now });
  if (outcome.kind === "sent" && intent.lane === "email") await startSender(tx, { storeId: work.message.storeId, now });
  const counted = countedAs(outcome);
  const sent = { ...work, message: { ...work.message, lane: intent.lane } };
  // Evidence takes an `unknown` back on the day of its call (apply-effect.ts).
  const at = outcome.kind === "unknown" ? Temporal.Instant.from(intent.at) : now;
  if (open && counted !== null) await countSend(tx, { work: sent, outcome: counted, at });
  await appendLive(tx, ["messages"], now);
}

/** What did not simply work is told to the operator, once. */
function report({ log }: Worker, { tenantId, work, intent }: Written, outcome: Outcome): void {
  if (outcome.kind === "sent") return;
  const rule = outcome.kind === "failed" ? outcome.rule : undefined;
  log.warn(
    { tenantId, messageId: work.message.id, lane: intent.lane, outcome: outcome.kind, rule },
    "a message was not sent at once",
  );
}

function countedAs(outcome: Outcome): string | null {
  switch (outcome.kind) {
    case "sent":
      return "sent";
    case "failed":
      return `failed:${outcome.rule}`;
    case "unknown":
      return "unknown";
    case "again":
    case "lost":
      return null;
  }
}
