import type { NoticeKind } from "@heed/core/notice/notice";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, isNotNull, lt, sql } from "drizzle-orm";
import { inboundMail, notice } from "../schema/notice.ts";
import { type KeyRing, openBytes } from "../seal.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface RecentMail {
  readonly noticeId: string;
  readonly at: Instant;
  readonly kind: NoticeKind;
  readonly effect: "applied" | "not_applied" | "needs_review";
  /** With placeholders; empty for mails about nothing of ours. */
  readonly text: string;
  readonly raw: () => Uint8Array;
}

/** Mails above this size are no notices. */
const LARGEST_SEALED = 400_000;
const AT_ONCE = 100;

/** The workspace's last mails that are still kept, newest first, some at a time: each may be large. */
export async function* recentMails(
  tx: TenantDb,
  { ring, limit }: { readonly ring: KeyRing; readonly limit: number },
): AsyncGenerator<RecentMail> {
  let before: string | null = null;
  for (let seen = 0; seen < limit; seen += AT_ONCE) {
    const rows = await tx.sql
      .select({ notice, mailId: inboundMail.id, raw: inboundMail.raw })
      .from(notice)
      .innerJoin(inboundMail, and(eq(inboundMail.tenantId, notice.tenantId), eq(inboundMail.id, notice.inboundMailId)))
      .where(
        and(
          eq(notice.tenantId, tx.tenantId),
          isNotNull(inboundMail.raw),
          sql`length(${inboundMail.raw}) < ${LARGEST_SEALED}`,
          before === null ? undefined : lt(notice.id, before),
        ),
      )
      .orderBy(desc(notice.id))
      .limit(Math.min(AT_ONCE, limit - seen));
    for (const { notice: row, mailId, raw } of rows) {
      const context = { table: "inbound_mail", column: "raw", tenantId: tx.tenantId, rowId: mailId };
      yield {
        noticeId: row.id,
        at: row.receivedAt,
        kind: row.kind,
        effect: row.effect,
        text: row.text,
        raw: () => openBytes(ring, context, raw ?? ""),
      };
    }
    before = rows.at(-1)?.notice.id ?? null;
    if (rows.length < AT_ONCE) return;
  }
}
