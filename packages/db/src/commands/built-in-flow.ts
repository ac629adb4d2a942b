import { REVIEW_REQUEST_FLOW } from "@heed/core/flow/built-in";
import { REVIEW_REQUEST } from "@heed/core/template/built-in";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { flow, flowVersion, template, templateVersion } from "../schema/flow.ts";
import type { TenantDb } from "../tenant-db.ts";

/** The flow that every workspace may begin with, active, and its text. What is there already stays as it is. */
export async function ensureBuiltInFlow(tx: TenantDb, now: Instant): Promise<void> {
  const { tenantId } = tx;
  const made = { tenantId, createdAt: now };
  const { flowKey, version } = REVIEW_REQUEST_FLOW;
  const known = await tx.sql
    .select({ id: flow.id })
    .from(flow)
    .where(and(eq(flow.tenantId, tenantId), eq(flow.flowKey, flowKey)));
  if (known.length > 0) return;
  const [flowRow] = await tx.sql
    .insert(flow)
    .values({ ...made, flowKey, state: "active", activeVersion: version })
    .returning({ flowId: flow.id });
  if (flowRow === undefined) throw new Error("The built-in flow was not stored.");
  await tx.sql.insert(flowVersion).values({ ...made, ...flowRow, version, definition: REVIEW_REQUEST_FLOW });
  await ensureTemplate(tx, now);
}

async function ensureTemplate(tx: TenantDb, now: Instant): Promise<void> {
  const made = { tenantId: tx.tenantId, createdAt: now };
  const { templateKey, version } = REVIEW_REQUEST;
  const [row] = await tx.sql
    .insert(template)
    .values({ ...made, templateKey, name: "Review request", activeVersion: version })
    .onConflictDoNothing()
    .returning({ templateId: template.id });
  if (row === undefined) return;
  await tx.sql.insert(templateVersion).values({ ...made, ...row, version, definition: REVIEW_REQUEST });
}
