import type { RulePack } from "@heed/core/policy/finding";
import { rulePack_2026_11_23 } from "@heed/core/policy/rule-pack";
import { judgeTemplate } from "@heed/core/template/judge-template";
import { changesSince } from "@heed/core/template/recheck";
import type { Instant } from "@heed/core/time";
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import { IS_SERVING } from "../queries/template-version.ts";
import { template, templateVersion } from "../schema/flow.ts";
import { auditEntry, tenant } from "../schema/tenant.ts";
import { type SystemDb, systemAccess } from "../system-db.ts";
import { type TenantDb, withTenant } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { eachTenant } from "./each-tenant.ts";

const RECHECKED = "template.rechecked";

/**
 * Judges what serves in every workspace by this program's rules, where it was judged by an older pack: once for each
 * version and pack, however many workers start. What the rules say otherwise stands in the audit log.
 * @returns how many templates were judged
 */
export async function recheckTemplates(db: Db, system: SystemDb, now: Instant): Promise<number> {
  const tenants = await system.sql.select({ id: tenant.id }).from(tenant);
  let judged = 0;
  await eachTenant(
    tenants.map(({ id }) => [id, id] as const),
    async (tenantId) => {
      judged += await withTenant(db, systemAccess(tenantId), (tx) => recheckWorkspace(tx, now));
    },
  );
  return judged;
}

export async function recheckWorkspace(
  tx: TenantDb,
  now: Instant,
  pack: RulePack = rulePack_2026_11_23,
): Promise<number> {
  const stale = await staleTemplates(tx, pack.id);
  for (const { id, version, definition, judged } of stale) {
    const changes = changesSince(judged?.rules ?? {}, judgeTemplate(definition, pack));
    const after = { rulePack: pack.id, version, changes };
    const before = { rulePack: judged?.rulePack ?? null };
    await appendAudit(tx, { now, act: RECHECKED, subject: `template:${id}`, before, after });
  }
  if (stale.length > 0) await appendLive(tx, ["flows"], now);
  return stale.length;
}

/** Another worker that starts at the same time waits for the row, and then finds the line. */
async function staleTemplates(tx: TenantDb, packId: string) {
  const rows = await tx.sql
    .select({
      id: template.id,
      version: templateVersion.version,
      definition: templateVersion.definition,
      judged: templateVersion.judged,
    })
    .from(template)
    .innerJoin(templateVersion, IS_SERVING)
    .where(and(eq(template.tenantId, tx.tenantId), sql`${templateVersion.judged} ->> 'rulePack' <> ${packId}`))
    .for("update", { of: template });
  if (rows.length === 0) return [];
  const told = await tx.sql
    .select({ subject: auditEntry.subject, details: auditEntry.details })
    .from(auditEntry)
    .where(and(eq(auditEntry.tenantId, tx.tenantId), eq(auditEntry.act, RECHECKED)));
  const known = new Set(told.map(({ subject, details }) => lineKey(subject, details.after)));
  return rows.filter(({ id, version }) => !known.has(lineKey(`template:${id}`, { rulePack: packId, version })));
}

function lineKey(subject: string, after: unknown): string {
  const { rulePack, version } = (after ?? {}) as { readonly rulePack?: unknown; readonly version?: unknown };
  return `${subject} ${String(version)} ${String(rulePack)}`;
}
