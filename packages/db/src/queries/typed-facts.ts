import { PURPOSES } from "@heed/core/message/message";
import { PURPOSE_MEANINGS } from "@heed/core/message/purpose";
import type { SendFacts } from "@heed/core/policy/facts";
import type { Instant } from "@heed/core/time";
import { and, count, eq, gte, inArray } from "drizzle-orm";
import { message } from "../schema/message.ts";
import { tenant } from "../schema/tenant.ts";
import { approval } from "../schema/typed.ts";
import type { TenantDb } from "../tenant-db.ts";

const QUOTA_SPAN = { hours: 24 };
const CRITICAL = PURPOSES.filter((purpose) => PURPOSE_MEANINGS[purpose].critical);

type TypedSendFacts = Required<Pick<SendFacts, "approval" | "criticalQuota">>;

/** What only a typed message is judged by: a second member's consent, and the workspace's quota of critical ones. */
export async function typedFacts(
  tx: TenantDb,
  { messageId, now }: { readonly messageId: string; readonly now: Instant },
): Promise<TypedSendFacts> {
  return { approval: await approvalOf(tx, messageId), criticalQuota: await criticalQuota(tx, now) };
}

async function approvalOf(tx: TenantDb, messageId: string): Promise<TypedSendFacts["approval"]> {
  const [row] = await tx.sql
    .select({ approved: approval.approved })
    .from(approval)
    .where(and(eq(approval.tenantId, tx.tenantId), eq(approval.messageId, messageId)));
  if (row === undefined) return "not_needed";
  return row.approved === true ? "given" : "missing";
}

/** Critical messages that were claimed in the last 24 hours, whatever became of them, over all stores. */
export async function criticalQuota(tx: TenantDb, now: Instant): Promise<TypedSendFacts["criticalQuota"]> {
  const [setting] = await tx.sql.select({ quota: tenant.criticalQuota }).from(tenant).where(eq(tenant.id, tx.tenantId));
  const [used] = await tx.sql
    .select({ n: count() })
    .from(message)
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        eq(message.lane, "typed"),
        gte(message.claimedAt, now.subtract(QUOTA_SPAN)),
        inArray(message.purpose, CRITICAL),
      ),
    );
  return { sent: used?.n ?? 0, quota: setting?.quota ?? 0 };
}
