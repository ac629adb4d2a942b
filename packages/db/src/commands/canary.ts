import { CANARY_WAIT } from "@heed/core/lane/canary";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { address, storeMarketplace } from "../schema/store.ts";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { closeJob, type Job, lockJob } from "./job.ts";

interface Claimed {
  readonly storeId: string;
  readonly marketplaceId: string;
  readonly messageId: string;
  readonly now: Instant;
}

/** A claimed e-mail becomes the canary where one is due; in the transaction of the claim, under the lock of the cap. */
export async function noteCanary(tx: TenantDb, { storeId, marketplaceId, messageId, now }: Claimed): Promise<void> {
  const rows = await tx.sql
    .update(storeMarketplace)
    .set({ canary: "sent", canaryMessageId: messageId, canaryAt: now })
    .where(
      and(
        eq(storeMarketplace.tenantId, tx.tenantId),
        eq(storeMarketplace.storeId, storeId),
        eq(storeMarketplace.marketplaceId, marketplaceId),
        eq(storeMarketplace.canary, "due"),
      ),
    )
    .returning({ storeId: storeMarketplace.storeId });
  if (rows.length === 0) return;
  await tx.sql
    .insert(job)
    .values({ tenantId: tx.tenantId, kind: "end_canary", subject: messageId, runAt: now.add(CANARY_WAIT) })
    .onConflictDoNothing();
  await appendLive(tx, ["stores"], now);
}

/** What became of the canary's message decides. */
const VERDICTS: Readonly<Partial<Record<string, "passed" | "wait">>> = {
  sent: "passed",
  reached: "passed",
  refused_by_buyer: "passed",
  sending: "wait",
  unknown: "wait",
};

/** Two hours after the claim. @returns what the canary has come to */
export async function endCanary(
  tx: TenantDb,
  { job: given, now }: { readonly job: Job; readonly now: Instant },
): Promise<"passed" | "wait" | "again" | "nothing to do"> {
  if (!(await lockJob(tx, { jobId: given.id, attempt: given.attempt }))) return "nothing to do";
  const here = and(
    eq(storeMarketplace.tenantId, tx.tenantId),
    eq(storeMarketplace.canaryMessageId, given.subject),
    eq(storeMarketplace.canary, "sent"),
  );
  const [place] = await tx.sql.select().from(storeMarketplace).where(here).for("update");
  const verdict = place === undefined ? null : (VERDICTS[await stateOf(tx, given.subject)] ?? "again");
  await closeJob(tx, { jobId: given.id, runAgainAt: verdict === "wait" ? now.add(CANARY_WAIT) : null });
  if (place === undefined || verdict === null) return "nothing to do";
  if (verdict === "wait") return verdict;
  const passed = verdict === "passed";
  await tx.sql
    .update(storeMarketplace)
    .set(passed ? { canary: "passed", senderState: "proven" } : { canary: "due", canaryMessageId: null })
    .where(here);
  if (passed) await proveSender(tx, place.storeId, now);
  await appendLive(tx, ["stores"], now);
  return verdict;
}

async function stateOf(tx: TenantDb, messageId: string): Promise<string> {
  const [row] = await tx.sql
    .select({ state: message.state })
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.id, messageId)));
  return row?.state ?? "gone";
}

async function proveSender(tx: TenantDb, storeId: string, provenAt: Instant | null): Promise<void> {
  await tx.sql
    .update(address)
    .set({ provenAt })
    .where(and(eq(address.tenantId, tx.tenantId), eq(address.storeId, storeId), eq(address.kind, "sender")));
}

/** Amazon says that the sender is not approved: e-mails stop until the lane is switched on anew, and a canary flies again. */
export async function rejectSender(
  tx: TenantDb,
  { storeId, now }: { readonly storeId: string; readonly now: Instant },
): Promise<void> {
  const rows = await tx.sql
    .update(storeMarketplace)
    .set({ canary: "rejected", senderState: "receiving" })
    .where(
      and(
        eq(storeMarketplace.tenantId, tx.tenantId),
        eq(storeMarketplace.storeId, storeId),
        eq(storeMarketplace.emailLane, true),
      ),
    )
    .returning({ marketplaceId: storeMarketplace.marketplaceId });
  if (rows.length === 0) return;
  await proveSender(tx, storeId, null);
  const after = { marketplaces: rows.map(({ marketplaceId }) => marketplaceId) };
  await appendAudit(tx, { now, act: "store.sender_rejected", subject: `store:${storeId}`, after });
  await appendLive(tx, ["stores"], now);
}
