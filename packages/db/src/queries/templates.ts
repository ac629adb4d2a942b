import { AppError } from "@heed/core/errors";
import type { Purpose } from "@heed/core/message/message";
import { type JudgedText, judgeTemplate, mayServe } from "@heed/core/template/judge-template";
import { changesSince, type TextChange } from "@heed/core/template/recheck";
import type { TemplateVersion } from "@heed/core/template/template";
import type { Instant } from "@heed/core/time";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { template, templateApproval, templateVersion } from "../schema/flow.ts";
import type { TenantDb } from "../tenant-db.ts";
import { IS_SERVING } from "./template-version.ts";

export interface TemplateRow {
  readonly id: string;
  readonly templateKey: string;
  readonly name: string;
  readonly purpose: Purpose;
  readonly activeVersion: number;
  readonly latestVersion: number;
  readonly needsApproval: boolean;
  /** By language: the verdict of the rules of today on the version that serves. */
  readonly languages: readonly { readonly language: string; readonly verdict: JudgedText["verdict"] }[];
  /** By text: rules that find something now and did not when it was saved, or the other way round. */
  readonly changes: readonly TextChange[];
}

/** All templates of the workspace, judged by today's rules. There are a few dozen at most. */
export async function listTemplates(tx: TenantDb): Promise<TemplateRow[]> {
  const rows = await tx.sql
    .select({
      row: template,
      definition: templateVersion.definition,
      judged: templateVersion.judged,
      latest: sql<number>`(select max(v.version) from ${templateVersion} v where v.tenant_id = ${tx.tenantId} and v.template_id = ${template.id})`,
    })
    .from(template)
    .innerJoin(templateVersion, IS_SERVING)
    .where(eq(template.tenantId, tx.tenantId))
    .orderBy(asc(template.name), asc(template.id));
  return rows.map(({ row, definition, judged, latest }) => {
    const now = judgeTemplate(definition);
    const changes = judged === null ? [] : changesSince(judged.rules, now);
    const { id, templateKey, name, activeVersion, needsApproval } = row;
    const languages = now.map(({ language, verdict }) => ({ language, verdict }));
    return {
      id,
      templateKey,
      name,
      purpose: definition.purpose,
      activeVersion,
      latestVersion: latest,
      needsApproval,
      languages,
      changes,
    };
  });
}

export interface TemplateDetail {
  readonly id: string;
  readonly name: string;
  readonly templateKey: string;
  readonly activeVersion: number;
  /** Whether the rules of today keep the active version from serving. */
  readonly blocked: boolean;
  readonly needsApproval: boolean;
  /** The newest first. */
  readonly versions: readonly {
    readonly version: number;
    readonly at: Instant;
    readonly definition: TemplateVersion;
    readonly approval: { readonly answer: "given" | "refused" | null; readonly note: string | null } | null;
  }[];
}

const MOST_VERSIONS = 50;

/** @throws AppError NOT_FOUND */
export async function getTemplate(
  tx: TenantDb,
  { templateId }: { readonly templateId: string },
): Promise<TemplateDetail> {
  const [row] = await tx.sql
    .select()
    .from(template)
    .where(and(eq(template.tenantId, tx.tenantId), eq(template.id, templateId)));
  if (row === undefined) throw new AppError("NOT_FOUND", "This template does not exist here.");
  const versions = await tx.sql
    .select({ version: templateVersion, approval: templateApproval })
    .from(templateVersion)
    .leftJoin(
      templateApproval,
      and(
        eq(templateApproval.tenantId, templateVersion.tenantId),
        eq(templateApproval.templateId, templateVersion.templateId),
        eq(templateApproval.version, templateVersion.version),
      ),
    )
    .where(and(eq(templateVersion.tenantId, tx.tenantId), eq(templateVersion.templateId, templateId)))
    .orderBy(desc(templateVersion.version))
    .limit(MOST_VERSIONS);
  const { id, name, templateKey, activeVersion, needsApproval } = row;
  const active = versions.find(({ version: { version } }) => version === activeVersion)?.version;
  return {
    id,
    name,
    templateKey,
    activeVersion,
    blocked: active !== undefined && !mayServe(judgeTemplate(active.definition)),
    needsApproval,
    versions: versions.map(({ version, approval }) => ({
      version: version.version,
      at: version.createdAt,
      definition: version.definition,
      approval: approval === null ? null : { answer: approval.answer, note: approval.note },
    })),
  };
}
