import { mayCredit } from "@heed/core/billing/usage-entry";
import { effectOf, UNJUDGED } from "@heed/core/message/evidence";
import type { Classification, NoticeKind, Verification } from "@heed/core/notice/notice";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { notice } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import type { KeyRing } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendLive } from "./append-outbox.ts";
import { applyEffect, type EvidenceMessage, lockMessage, suppressBuyer } from "./apply-effect.ts";
import { noteEvidence } from "./note-evidence.ts";
import { redecideBuyer } from "./redecide-buyer.ts";

export interface JudgedNotice {
  readonly storeId: string;
  readonly inboundMailId: string;
  readonly classification: Classification;
  readonly verification: Verification;
  /** Text with placeholders for ids, addresses and numbers. */
  readonly text: string;
  readonly receivedAt: Instant;
  readonly now: Instant;
  readonly ring: KeyRing;
}

export interface NoticeResult {
  readonly noticeId: string;
  readonly effect: "applied" | "not_applied" | "needs_review";
  readonly reason: string | null;
}

/** An unverified notice counts only for a message that was sent within this span before it. */
const RECENT = { hours: 24 * 7 };

/**
 * Applies one mail, once: the message it speaks of, the buyer's suppression, what is planned for that buyer, the
 * credit and the ledger change in one transaction. A mail that was read before changes nothing.
 */
export async function applyNotice(tx: TenantDb, judged: JudgedNotice): Promise<NoticeResult | null> {
  const about = await orderOf(tx, judged);
  const found = about === null ? null : await latestMessage(tx, about.id);
  const verdict = judge(judged, { about, found });
  const [row] = await tx.sql
    .insert(notice)
    .values({
      tenantId: tx.tenantId,
      storeId: judged.storeId,
      inboundMailId: judged.inboundMailId,
      receivedAt: judged.receivedAt,
      kind: judged.classification.kind,
      verification: judged.verification,
      language: judged.classification.language,
      pattern: judged.classification.pattern,
      confidence: judged.classification.confidence.toFixed(2),
      orderRef: about?.id ?? null,
      messageId: found?.message.id ?? null,
      effect: verdict.effect,
      effectReason: verdict.reason,
      // A buyer's own words (answers, vacation replies) are nobody's evidence and may name people.
      text: judged.classification.kind === "other" ? "" : judged.text,
      facts: { status: judged.classification.status },
    })
    .onConflictDoNothing()
    .returning({ id: notice.id });
  if (row === undefined) return null;
  if (found !== null && verdict.effect !== "not_applied") {
    await applyToMessage(tx, { judged, found, noticeId: row.id, applied: verdict.effect === "applied" });
  } else if (about !== null && verdict.effect === "applied") {
    await rememberBuyer(tx, judged, { about, noticeId: row.id });
  }
  await appendLive(tx, ["notices", "messages"], judged.now);
  return { noticeId: row.id, ...verdict };
}

type Effect = Omit<NoticeResult, "noticeId">;
type Order = EvidenceMessage["order"];

interface Match {
  readonly about: Order | null;
  readonly found: EvidenceMessage | null;
}

/**
 * | kind    | verification        | message            | effect       |
 * | any     | forged              |                    | not applied  |
 * | other   |                     |                    | not applied  |
 * | unknown |                     |                    | needs review |
 * | opted_out | verified, forwarded | none, order known | applied: the buyer is remembered; somebody else wrote to them |
 * | known   |                     | none matches       | not applied for bounces and complaints, else needs review |
 * | known   | unverified          | not sent recently  | needs review |
 * | known   | verified, forwarded | matches            | applied      |
 * | known   | unverified          | sent recently      | applied, and marked by its verification |
 */
function judge(judged: JudgedNotice, match: Match): Effect {
  const { kind } = judged.classification;
  if (judged.verification === "forged") return { effect: "not_applied", reason: "forged" };
  if (kind === "other") return { effect: "not_applied", reason: "not about a message" };
  if (kind === "unknown") return { effect: "needs_review", reason: "unknown text" };
  if (match.found === null) return unmatched(judged, match.about);
  if (judged.verification !== "unverified" || isRecent(match.found, judged)) return { effect: "applied", reason: null };
  return { effect: "needs_review", reason: "unverified, and no recent message" };
}

const TRANSPORT: ReadonlySet<NoticeKind> = new Set(["hard_bounce", "soft_bounce", "complaint"]);

function unmatched({ classification: { kind }, verification }: JudgedNotice, about: Order | null): Effect {
  const reason = about === null ? "no order matches" : "no message was sent";
  const proven = verification === "verified" || verification === "forwarded";
  if (kind === "opted_out" && proven && about !== null && about.buyerKey !== null) return { effect: "applied", reason };
  return { effect: TRANSPORT.has(kind) ? "not_applied" : "needs_review", reason };
}

function isRecent({ message: row }: EvidenceMessage, { receivedAt }: JudgedNotice): boolean {
  const at = row.sentAt ?? row.claimedAt;
  return at !== null && at.add(RECENT).epochMilliseconds >= receivedAt.epochMilliseconds;
}

async function orderOf(tx: TenantDb, { storeId, classification }: JudgedNotice): Promise<Order | null> {
  if (classification.orderId === null) return null;
  const [row] = await tx.sql
    .select()
    .from(order)
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), eq(order.orderId, classification.orderId)));
  return row ?? null;
}

/** Solicitations bring no notices; of the others, the one that was called last. */
async function latestMessage(tx: TenantDb, orderRef: string): Promise<EvidenceMessage | null> {
  const [row] = await tx.sql
    .select({ id: message.id })
    .from(message)
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        eq(message.orderRef, orderRef),
        inArray(message.lane, ["email", "typed"]),
        isNotNull(message.claimedAt),
      ),
    )
    .orderBy(desc(message.claimedAt))
    .limit(1);
  return row === undefined ? null : lockMessage(tx, row.id);
}

/** The seller or another tool wrote to the buyer: nothing of ours ended, but the refusal holds for us as well. */
async function rememberBuyer(
  tx: TenantDb,
  { storeId, ring, now }: JudgedNotice,
  { about, noticeId }: { about: Order; noticeId: string },
): Promise<void> {
  await suppressBuyer(tx, { order: about, noticeId, ring, now }, "opt_out");
  if (about.buyerKey !== null) await redecideBuyer(tx, { storeId, buyerKey: about.buyerKey, now });
}

interface Application {
  readonly judged: JudgedNotice;
  readonly found: EvidenceMessage;
  readonly noticeId: string;
  /** False: a person must judge the notice first, so that only settling waits for it. */
  readonly applied: boolean;
}

async function applyToMessage(tx: TenantDb, { judged, found, noticeId, applied }: Application): Promise<void> {
  const { classification, verification, now, ring } = judged;
  const { message: row } = found;
  const effect = applied ? effectOf({ from: "notice", kind: classification.kind, verification }, row.state) : UNJUDGED;
  const creditable = mayCredit({ verification, uploaded: false, taughtPattern: false });
  await applyEffect(tx, { found, effect, rule: classification.kind, creditable, noticeId, ring, now });
  const credited = creditable && effect.state === "refused_by_buyer";
  const facts = { noticeId, verification, credited, applied };
  await noteEvidence(tx, { found, effect, rule: classification.kind, facts, now });
}
