import { classifyMail } from "@heed/core/notice/classify";
import type { Verification } from "@heed/core/notice/notice";
import { parseMail } from "@heed/core/notice/parse-mail";
import { TAUGHT } from "@heed/core/notice/taught-sentence";
import { composeMail, type MailDraft } from "@heed/core/notice/testing/compose-mail";
import { withPlaceholders } from "@heed/core/notice/with-placeholders";
import { eq } from "drizzle-orm";
import type { Db } from "../client.ts";
import { applyNotice, type NoticeResult } from "../commands/apply-notice.ts";
import { closeMail, loadMail } from "../commands/inbound-mail.ts";
import { taughtSentences } from "../queries/taught-sentences.ts";
import { inboundMail } from "../schema/notice.ts";
import { address } from "../schema/store.ts";
import { type Access, withTenant } from "../tenant-db.ts";
import { type ReadyStore, TEST_RING } from "./demo-store.ts";
import { TEST_NOW } from "./factories.ts";

/** Somebody who is signed in, for what only a person may do. */
export function personIn({ access }: ReadyStore, userId = crypto.randomUUID()): Access {
  return { ...access, userId };
}

/** A raw mail that comes in and is read, as the worker does it; its source is kept sealed. */
export async function readMailOf(
  db: Db,
  place: ReadyStore,
  draft: MailDraft & { readonly verification?: Verification; readonly uploaded?: boolean },
): Promise<NoticeResult & { readonly inboundMailId: string }> {
  const raw = composeMail(draft);
  const parsed = await parseMail(raw);
  const now = TEST_NOW.add({ hours: 1 });
  return withTenant(db, place.access, async (tx) => {
    const [home] = await tx.sql.select({ id: address.id }).from(address).where(eq(address.kind, "notice"));
    const mail = { tenantId: tx.tenantId, addressId: home?.id ?? "", providerId: crypto.randomUUID() };
    const uploaded = draft.uploaded ?? false;
    const [row] = await tx.sql
      .insert(inboundMail)
      .values({ ...mail, uploaded, receivedAt: now, state: "received" })
      .returning({ id: inboundMail.id });
    const stored = await loadMail(tx, row?.id ?? "");
    if (stored === null) throw new Error("no mail");
    await closeMail(tx, { mail: stored, state: "read", raw, ring: TEST_RING });
    const classification = classifyMail(parsed, await taughtSentences(tx));
    const taughtBy = classification.pattern?.startsWith(TAUGHT) ? classification.pattern.slice(TAUGHT.length) : null;
    const result = await applyNotice(tx, {
      storeId: place.storeId,
      inboundMailId: stored.id,
      classification,
      verification: draft.verification ?? "verified",
      text: withPlaceholders(`${parsed.subject}\n\n${parsed.text}`),
      ...{ receivedAt: now, uploaded, taughtBy, now, ring: TEST_RING },
    });
    if (result === null) throw new Error("read before");
    return { ...result, inboundMailId: stored.id };
  });
}
