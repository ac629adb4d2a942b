import type { MessageState } from "@heed/core/message/message";
import type { Instant } from "@heed/core/time";
import { and, eq, inArray, not, sql } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

/** What became of a call to a lane; written after it, in a transaction of its own. */
export type Outcome =
  | { readonly kind: "sent"; readonly providerId: string | null; readonly settleAt: Instant }
  /** Amazon or Resend said no: the call was not accepted. */
  | { readonly kind: "failed"; readonly rule: string; readonly final: boolean }
  /** Not accepted, and worth another try at that instant. */
  | { readonly kind: "again"; readonly at: Instant }
  /** The answer was lost; the actions are read at that instant (DESIGN §6). */
  | { readonly kind: "lost"; readonly readAt: Instant }
  | { readonly kind: "unknown" };

export interface OutcomeInput {
  readonly messageId: string;
  readonly outcome: Outcome;
  readonly now: Instant;
}

/** An answer ends `unknown` as well; what is no answer does not (message/state.ts). */
const OPEN: Readonly<Record<Exclude<Outcome["kind"], "lost">, MessageState[]>> = {
  sent: ["sending", "unknown"],
  failed: ["sending", "unknown"],
  again: ["sending"],
  unknown: ["sending"],
};

const isRepeated = sql`coalesce((${message.intent}->>'repeated')::boolean, false)`;

/** @returns whether the message was still open; false means that evidence (a notice, a person) was faster */
export async function recordOutcome(tx: TenantDb, { messageId, outcome, now }: OutcomeInput): Promise<boolean> {
  if (outcome.kind === "lost") return scheduleRead(tx, messageId, outcome.readAt);
  const rows = await tx.sql
    .update(message)
    .set(changes(outcome, now))
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        eq(message.id, messageId),
        inArray(message.state, OPEN[outcome.kind]),
        // Planned anew it would get a new key, while a repeat with the old one may be under way.
        outcome.kind === "again" ? not(isRepeated) : undefined,
      ),
    )
    .returning({ id: message.id });
  return rows.length === 1;
}

/** Before a call is repeated with its key. @returns false when its outcome has come meanwhile */
export async function markRepeated(tx: TenantDb, messageId: string): Promise<boolean> {
  const rows = await tx.sql
    .update(message)
    .set({ intent: sql`${message.intent} || '{"repeated": true}'` })
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, messageId), eq(message.state, "sending")))
    .returning({ id: message.id });
  return rows.length === 1;
}

function changes(outcome: Exclude<Outcome, { kind: "lost" }>, now: Instant) {
  switch (outcome.kind) {
    case "sent":
      return { state: "sent" as const, sentAt: now, settleAt: outcome.settleAt, providerId: outcome.providerId };
    case "failed":
      return { state: "failed" as const, endRule: outcome.rule, final: outcome.final };
    case "again":
      return {
        state: "planned" as const,
        dueAt: outcome.at,
        dispatchedAt: null,
        intent: null,
        claimedAt: null,
        planVersion: sql`${message.planVersion} + 1`,
      };
    case "unknown":
      return { state: "unknown" as const };
  }
}

async function scheduleRead(tx: TenantDb, messageId: string, runAt: Instant): Promise<boolean> {
  await tx.sql
    .insert(job)
    .values({ tenantId: tx.tenantId, kind: "read_actions", subject: messageId, runAt })
    .onConflictDoNothing();
  return true;
}
