import { AppError } from "@heed/core/errors";
import type { TemplateVersion } from "@heed/core/template/template";
import { and, eq, inArray } from "drizzle-orm";
import { template, templateApproval, templateVersion } from "../schema/flow.ts";
import type { TenantDb } from "../tenant-db.ts";

/** Joins a template with the version that serves. */
export const IS_SERVING = and(
  eq(templateVersion.tenantId, template.tenantId),
  eq(templateVersion.templateId, template.id),
  eq(templateVersion.version, template.activeVersion),
);

/**
 * A version of a template; null asks for the active one.
 * @throws AppError NOT_FOUND
 */
export async function loadTemplate(
  tx: TenantDb,
  { templateKey, version }: { templateKey: string; version: number | null },
): Promise<TemplateVersion> {
  const [row] = await tx.sql
    .select({ definition: templateVersion.definition })
    .from(template)
    .innerJoin(
      templateVersion,
      and(eq(templateVersion.tenantId, template.tenantId), eq(templateVersion.templateId, template.id)),
    )
    .where(
      and(
        eq(template.tenantId, tx.tenantId),
        eq(template.templateKey, templateKey),
        eq(templateVersion.version, version ?? template.activeVersion),
      ),
    );
  if (row === undefined) throw new AppError("NOT_FOUND", "There is no such template.");
  return row.definition;
}

export interface ServingTemplate {
  readonly definition: TemplateVersion;
  /** Of the version that serves; absent where nobody has to agree. */
  readonly approval?: "missing" | "given";
}

/**
 * What a template says now, and whether it may: a version that nobody has agreed to goes to no buyer.
 * @throws AppError NOT_FOUND
 */
export async function servingTemplate(tx: TenantDb, templateKey: string): Promise<ServingTemplate> {
  const serving = (await servingTemplates(tx, [templateKey])).get(templateKey);
  if (serving === undefined) throw new AppError("NOT_FOUND", "There is no such template.");
  return serving;
}

export async function servingTemplates(tx: TenantDb, keys: readonly string[]): Promise<Map<string, ServingTemplate>> {
  if (keys.length === 0) return new Map();
  const rows = await tx.sql
    .select({
      key: template.templateKey,
      definition: templateVersion.definition,
      needed: template.needsApproval,
      answer: templateApproval.answer,
    })
    .from(template)
    .innerJoin(templateVersion, IS_SERVING)
    .leftJoin(
      templateApproval,
      and(
        eq(templateApproval.tenantId, template.tenantId),
        eq(templateApproval.templateId, template.id),
        eq(templateApproval.version, template.activeVersion),
      ),
    )
    .where(and(eq(template.tenantId, tx.tenantId), inArray(template.templateKey, [...keys])));
  return new Map(
    rows.map(({ key, definition, needed, answer }) => {
      const approval = answer === "given" ? ("given" as const) : ("missing" as const);
      return [key, needed ? { definition, approval } : { definition }];
    }),
  );
}
