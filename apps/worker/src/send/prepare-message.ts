import { AppError } from "@heed/core/errors";
import type { Lane } from "@heed/core/message/message";
import { decide } from "@heed/core/policy/decide";
import type { Verdict } from "@heed/core/policy/decision";
import type { SendFacts } from "@heed/core/policy/facts";
import { HOPED_FOR } from "@heed/core/policy/hoped-for";
import { rulePack_2026_11_23 as rulePack } from "@heed/core/policy/rule-pack";
import type { Instant } from "@heed/core/time";
import { postponeMessage } from "@heed/db/commands/claim-message";
import { revokeStore } from "@heed/db/commands/record-sync";
import type { SendWork } from "@heed/db/queries/send-work";
import { systemAccess } from "@heed/db/system-db";
import { withTenant } from "@heed/db/tenant-db";
import type { Worker } from "../worker.ts";
import { type PreparedEmail, prepareEmail } from "./prepare-email.ts";
import { type PreparedTyped, prepareTyped } from "./prepare-typed.ts";

/** What was read and rendered before the decision; a solicitation needs neither. */
export interface Prepared {
  readonly email: PreparedEmail | null;
  readonly typed: PreparedTyped | null;
}

const NOTHING: Prepared = { email: null, typed: null };

/** Amazon refuses to tell about this order; perhaps it does tomorrow, and the window's end bounds the wait. */
const UNTIL_READABLE = { hours: 24 };

export interface PrepareInput {
  readonly tenantId: string;
  readonly messageId: string;
  readonly planVersion: number;
}

/**
 * Asks Amazon only for what nothing else holds up: a message that waits costs no calls.
 * @returns null when it is put off
 */
export async function prepareMessage(worker: Worker, input: PrepareInput, work: SendWork): Promise<Prepared | null> {
  const { tenantId, messageId, planVersion } = input;
  const next = hopedFor(work, worker.clock.now());
  try {
    if (next.lane === "email") return { ...NOTHING, email: await prepareEmail(worker, { tenantId, work }) };
    if (next.lane === "typed")
      return { ...NOTHING, typed: await prepareTyped(worker, { tenantId, work, upload: next.goes }) };
    return NOTHING;
  } catch (error) {
    if (!(error instanceof AppError) || error.retryable) throw error;
    worker.log.warn({ error, tenantId, messageId }, "a message cannot be prepared; it is put off");
    const until = worker.clock.now().add(UNTIL_READABLE);
    await withTenant(worker.db, systemAccess(tenantId), async (tx) => {
      await postponeMessage(tx, { messageId, planVersion, until });
      if (error.details["reason"] === "revoked")
        await revokeStore(tx, { storeId: work.message.storeId, now: worker.clock.now() });
    });
    return null;
  }
}

/** The lane to prepare for, by the verdict for the case that the text is clean and Amazon offers it. */
function hopedFor({ message, facts }: SendWork, now: Instant): { readonly lane: Lane | null; readonly goes: boolean } {
  if (message.lane === "solicitation") return { lane: null, goes: false };
  const verdict = decide({ message, facts: { ...facts, ...HOPED_FOR }, rulePack, now });
  if (verdict.kind === "send") return { lane: verdict.lane, goes: true };
  // A dry run decides everything, on what was really read.
  return { lane: verdict.rule === "dry_run" ? message.lane : null, goes: false };
}

/** What the decision sees of it. */
export function readFacts({
  email,
  typed,
}: Prepared): Pick<SendFacts, "template" | "solicitationOffered" | "typed" | "actionOffered"> {
  const read = email === null ? HOPED_FOR : { template: email.facts, solicitationOffered: email.offered };
  return { ...read, typed: typed && { findings: typed.findings }, actionOffered: typed?.offered ?? null };
}

/** Whether what the verdict sends is there; it may have become possible between the two looks. */
export function isReady({ email, typed }: Prepared, verdict: Verdict): boolean {
  if (verdict.kind !== "send") return true;
  if (verdict.lane === "email") return email !== null;
  return verdict.lane === "solicitation" || typed !== null;
}
