import type { UsageAlertFacts } from "@heed/core/billing/allowance";
import type { Standing } from "@heed/core/billing/standing";
import type { Instant } from "@heed/core/time";
import { and, eq, sql } from "drizzle-orm";
import { job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";

/** Asks for one mail to the owners about an alert that was just noted: the alert's row makes it once in its period. */
export async function askUsageMail(tx: TenantDb, alert: UsageAlertFacts, now: Instant): Promise<void> {
  await tx.sql.insert(job).values({
    tenantId: tx.tenantId,
    kind: "tell_usage",
    subject: sql`uuidv7()`,
    runAt: now,
    progress: { done: 0, total: null, bad: 0, alert },
  });
}

interface Change {
  readonly before: Standing;
  readonly after: Standing;
  readonly now: Instant;
}

/**
 * Asks for the mails of an unpaid bill; each looks again when its turn comes, and tells nothing that is over by then.
 *
 * | from                | to            | mails                                                       |
 * | all is well         | grace         | a payment failed, now; sending pauses, on the day it does    |
 * | all is well, grace  | paused        | sending pauses, now: Stripe has given up earlier             |
 * | paused              | paid          | sending goes on                                              |
 */
export async function askPaymentMails(tx: TenantDb, { before, after, now }: Change): Promise<void> {
  if (after.kind === "grace" && before.kind !== "grace") {
    if (before.kind !== "paused") await ask(tx, "tell_payment", now);
    await ask(tx, "tell_paused", after.pausesAt);
  }
  if (after.kind === "paused" && before.kind !== "paused") {
    await ask(tx, "tell_paused", now);
    await tx.sql
      .update(job)
      .set({ runAt: now })
      .where(and(eq(job.tenantId, tx.tenantId), eq(job.kind, "tell_paused"), eq(job.state, "waiting")));
  }
  if (after.kind === "paid" && before.kind === "paused") await ask(tx, "tell_resumed", now);
}

async function ask(tx: TenantDb, kind: "tell_payment" | "tell_paused" | "tell_resumed", runAt: Instant): Promise<void> {
  await tx.sql.insert(job).values({ tenantId: tx.tenantId, kind, subject: tx.tenantId, runAt }).onConflictDoNothing();
}
