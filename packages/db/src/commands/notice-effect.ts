import { type EvidenceSource, mayCredit } from "@heed/core/billing/usage-entry";
import { effectOf, UNJUDGED } from "@heed/core/message/evidence";
import type { NoticeKind } from "@heed/core/notice/notice";
import type { Instant } from "@heed/core/time";
import { and, eq, ne, sql } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { notice } from "../schema/notice.ts";
import type { KeyRing } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";
import { applyEffect, type EvidenceMessage, suppressBuyer } from "./apply-effect.ts";
import { noteEvidence } from "./note-evidence.ts";
import { redecideBuyer } from "./redecide-buyer.ts";

export interface NoticeEffect {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly source: EvidenceSource;
  /** False: a person must judge the notice first, so that only settling waits for it. */
  readonly applied: boolean;
  readonly now: Instant;
  readonly ring: KeyRing;
}

/** What a notice does to the message it speaks of: state, suppression, credit, ledger. */
export async function effectOnMessage(tx: TenantDb, found: EvidenceMessage, input: NoticeEffect): Promise<void> {
  const { noticeId, kind, source, applied, now, ring } = input;
  const { state: before } = found.message;
  const effect = applied ? effectOf({ from: "notice", kind, verification: source.verification }, before) : UNJUDGED;
  const creditable = mayCredit(source);
  await applyEffect(tx, { found, effect, rule: kind, creditable, noticeId, ring, now });
  const credited = creditable && effect.state === "refused_by_buyer";
  const facts = { noticeId, verification: source.verification, credited, applied };
  await noteEvidence(tx, { found, effect, rule: kind, facts, now });
}

/** The seller or another tool wrote to the buyer: nothing of ours ended, but the refusal holds for us as well. */
export async function rememberBuyer(
  tx: TenantDb,
  about: EvidenceMessage["order"],
  { noticeId, ring, now }: Pick<NoticeEffect, "noticeId" | "ring" | "now">,
): Promise<void> {
  await suppressBuyer(tx, { order: about, noticeId, ring, now }, "opt_out");
  if (about.buyerKey === null) return;
  await redecideBuyer(tx, { storeId: about.storeId, buyerKey: about.buyerKey, now });
}

/** Settling goes on once no other notice about the message waits for a person. */
export async function releaseHold(tx: TenantDb, messageId: string, judgedNotice: string): Promise<void> {
  const waiting = tx.sql
    .select({ one: sql`1` })
    .from(notice)
    .where(
      and(
        eq(notice.tenantId, tx.tenantId),
        eq(notice.messageId, messageId),
        eq(notice.effect, "needs_review"),
        ne(notice.id, judgedNotice),
      ),
    );
  await tx.sql
    .update(message)
    .set({ held: false })
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        eq(message.id, messageId),
        eq(message.held, true),
        sql`not exists ${waiting}`,
      ),
    );
}
