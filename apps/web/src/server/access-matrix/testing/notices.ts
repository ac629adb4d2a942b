import type { Db } from "@heed/db/client";
import { notice, noticePattern } from "@heed/db/schema/notice";
import { type Access, withTenant } from "@heed/db/tenant-db";
import { TEST_NOW } from "@heed/db/testing/factories";

export const UNKNOWN_TEXT = "Viestisi jäi toimittamatta, sillä ostaja on kieltänyt myyjien viestit.";

/** A notice in unknown words, and a sentence that was taught before. */
export function createWaitingNotice(
  db: Db,
  { access, storeId }: { readonly access: Access; readonly storeId: string },
) {
  return withTenant(db, access, async (tx) => {
    const { tenantId } = tx;
    const [waiting] = await tx.sql
      .insert(notice)
      .values({
        ...{ tenantId, storeId, receivedAt: TEST_NOW, kind: "unknown", verification: "verified" },
        ...{ confidence: "0.5", effect: "needs_review", text: UNKNOWN_TEXT },
      })
      .returning({ id: notice.id });
    const waitingNoticeId = waiting?.id ?? "";
    const [taught] = await tx.sql
      .insert(noticePattern)
      .values({
        ...{ tenantId, kind: "opted_out", sentence: "Another sentence that was taught.", noticeId: waitingNoticeId },
        ...{ taughtBy: waitingNoticeId, taughtAt: TEST_NOW },
      })
      .returning({ id: noticePattern.id });
    return { waitingNoticeId, taughtId: taught?.id ?? "" };
  });
}
