import { AppError } from "@heed/core/errors";
import type { TemplateVersion } from "@heed/core/template/template";
import { and, eq } from "drizzle-orm";
import { template, templateVersion } from "../schema/flow.ts";
import type { TenantDb } from "../tenant-db.ts";

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
