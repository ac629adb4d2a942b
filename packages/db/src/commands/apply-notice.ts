import type { EvidenceSource } from "@heed/core/billing/usage-entry";
import type { Classification, NoticeKind, Verification } from "@heed/core/notice/notice";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { notice } from "../schema/notice.ts";
import { order } from "../schema/order.ts";
import type { KeyRing } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendLive } from "./append-outbox.ts";
import { type EvidenceMessage, lockMessage } from "./apply-effect.ts";
import { effectOnMessage, rememberBuyer } from "./notice-effect.ts";

export interface JudgedNotice {
  readonly storeId: string;
  /** Null: a line of a list of past notices, which has no mail. */
  readonly inboundMailId: string | null;
  readonly classification: Classification;
  readonly verification: Verification;
  /** Text with placeholders for ids, addresses and numbers. */
  readonly text: string;
  readonly receivedAt: Instant;
  /** A member handed it in: it suppresses and never credits. */
  readonly uploaded?: boolean;
  /** The taught sentence that decided, if none of ours did. */
  readonly taughtBy?: string | null;
  /** More that the mail told, such as the code that confirms a forwarding. */
  readonly facts?: Readonly<Record<string, string>>;
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
  const about = await orderOf(tx, { storeId: judged.storeId, orderId: judged.classification.orderId });
  const found = about === null ? null : await latestMessage(tx, about.id);
  const verdict = judge(judged, { about, found });
  const row = await insertNotice(tx, judged, { about, found, ...verdict });
  if (row === undefined) return null;
  const effect = { ...judged, noticeId: row.id, kind: judged.classification.kind, source: sourceOf(judged) };
  if (found !== null && verdict.effect !== "not_applied") {
    await effectOnMessage(tx, found, { ...effect, applied: verdict.effect === "applied" });
  } else if (about !== null && verdict.effect === "applied") {
    await rememberBuyer(tx, about, effect);
  }
  await appendLive(tx, ["notices", "messages"], judged.now);
  return { noticeId: row.id, ...verdict };
}

async function insertNotice(tx: TenantDb, judged: JudgedNotice, verdict: Match & Effect) {
  const { classification, about: _about, ...how } = { ...judged, ...verdict };
  const { kind, language, pattern, confidence, status } = classification;
  const [row] = await tx.sql
    .insert(notice)
    .values({
      tenantId: tx.tenantId,
      storeId: how.storeId,
      inboundMailId: how.inboundMailId,
      receivedAt: how.receivedAt,
      ...{ kind, language, pattern },
      verification: how.verification,
      confidence: confidence.toFixed(2),
      orderRef: verdict.about?.id ?? null,
      messageId: how.found?.message.id ?? null,
      effect: how.effect,
      effectReason: how.reason,
      uploaded: how.uploaded ?? false,
      taughtBy: how.taughtBy ?? null,
      // A buyer's own words (answers, vacation replies) are nobody's evidence and may name people.
      text: kind === "other" ? "" : how.text,
      facts: { status, ...how.facts },
    })
    .onConflictDoNothing()
    .returning({ id: notice.id });
  return row;
}

function sourceOf({ verification, uploaded = false, taughtBy = null }: JudgedNotice): EvidenceSource {
  return { verification, uploaded, taughtPattern: taughtBy !== null };
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
 * An upload counts as proven here (a member vouches for it) and never credits.
 */
function judge(judged: JudgedNotice, match: Match): Effect {
  const { kind } = judged.classification;
  if (judged.verification === "forged") return { effect: "not_applied", reason: "forged" };
  if (kind === "other") return { effect: "not_applied", reason: "not about a message" };
  if (kind === "unknown") return { effect: "needs_review", reason: "unknown text" };
  if (match.found === null) return unmatched(judged, match.about);
  if (isProven(judged) || isRecent(match.found, judged)) return { effect: "applied", reason: null };
  return { effect: "needs_review", reason: "unverified, and no recent message" };
}

const TRANSPORT: ReadonlySet<NoticeKind> = new Set(["hard_bounce", "soft_bounce", "complaint"]);

function isProven({ verification, uploaded = false }: JudgedNotice): boolean {
  return uploaded || verification !== "unverified";
}

function unmatched(judged: JudgedNotice, about: Order | null): Effect {
  const { kind } = judged.classification;
  const reason = about === null ? "no order matches" : "no message was sent";
  if (kind === "opted_out" && isProven(judged) && about !== null && about.buyerKey !== null)
    return { effect: "applied", reason };
  return { effect: TRANSPORT.has(kind) ? "not_applied" : "needs_review", reason };
}

function isRecent({ message: row }: EvidenceMessage, { receivedAt }: JudgedNotice): boolean {
  const at = row.sentAt ?? row.claimedAt;
  return at !== null && at.add(RECENT).epochMilliseconds >= receivedAt.epochMilliseconds;
}

export async function orderOf(
  tx: TenantDb,
  { storeId, orderId }: { readonly storeId: string; readonly orderId: string | null },
): Promise<Order | null> {
  if (orderId === null) return null;
  const [row] = await tx.sql
    .select()
    .from(order)
    .where(and(eq(order.tenantId, tx.tenantId), eq(order.storeId, storeId), eq(order.orderId, orderId)));
  return row ?? null;
}

/** Solicitations bring no notices; of the others, the one that was called last. */
export async function latestMessage(tx: TenantDb, orderRef: string): Promise<EvidenceMessage | null> {
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
