import { AppError } from "@heed/core/errors";
import type { Purpose } from "@heed/core/message/message";
import { rulePack_2026_11_23 as rulePack } from "@heed/core/policy/rule-pack";
import { type JudgedText, judgeTemplate, mayServe } from "@heed/core/template/judge-template";
import { rulesFound } from "@heed/core/template/recheck";
import type { TemplateText, TemplateVersion } from "@heed/core/template/template";
import type { Instant } from "@heed/core/time";
import { and, eq, max } from "drizzle-orm";
import { type TemplateJudgement, template, templateApproval, templateVersion } from "../schema/flow.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";

export interface NewTemplate {
  readonly name: string;
  /** Absent: a review request. Stays what it is for all versions. */
  readonly purpose?: Purpose;
  readonly texts: readonly TemplateText[];
  readonly now: Instant;
}

export interface SavedTemplate {
  readonly id: string;
  readonly version: number;
  /** Whether the version serves already. */
  readonly active: boolean;
  readonly judged: readonly JudgedText[];
}

/**
 * Keeps a template with its first version; a blocked one serves nobody until a version passes.
 * @throws AppError INVALID for a text that cannot be rendered; nothing is saved then
 */
export async function createTemplate(
  tx: TenantDb,
  { name, texts, now, ...given }: NewTemplate,
): Promise<SavedTemplate> {
  const { purpose = "review_request" } = given;
  const templateKey = await freeKey(tx, name);
  const definition: TemplateVersion = { templateKey, version: 1, purpose, texts };
  const judged = judge(definition);
  const [row] = await tx.sql
    .insert(template)
    .values({ tenantId: tx.tenantId, templateKey, name, activeVersion: 1, createdAt: now })
    .returning({ id: template.id });
  const id = row?.id ?? "";
  await insertVersion(tx, { id, definition, judged, now });
  await appendAudit(tx, { now, act: "template.created", subject: `template:${id}`, after: { name, purpose } });
  return { id, version: 1, active: mayServe(judged), judged };
}

export interface TemplateEdit {
  readonly templateId: string;
  readonly base: number;
  readonly texts: readonly TemplateText[];
  readonly now: Instant;
}

/**
 * Keeps an edit as a new version. It serves at once when the rules let it pass and nobody has to agree first; a blocked
 * text is kept, but the version before goes on.
 * @throws AppError INVALID, CONFLICT
 */
export async function saveTemplateVersion(
  tx: TenantDb,
  { templateId, base, texts, now }: TemplateEdit,
): Promise<SavedTemplate> {
  const row = await lockTemplate(tx, templateId);
  const latest = await latestVersion(tx, templateId);
  if (latest !== base) {
    throw new AppError("CONFLICT", `Somebody has saved version ${latest} since you opened version ${base}.`);
  }
  const version = latest + 1;
  const { purpose } = await loadVersion(tx, templateId, latest);
  const definition: TemplateVersion = { templateKey: row.templateKey, version, purpose, texts };
  const judged = judge(definition);
  await insertVersion(tx, { id: templateId, definition, judged, now });
  const active = mayServe(judged) && !row.needsApproval;
  if (active) await serve(tx, templateId, version);
  await appendAudit(tx, {
    now,
    act: "template.edited",
    subject: `template:${templateId}`,
    before: { version: row.activeVersion },
    after: { version, active },
  });
  return { id: templateId, version, active, judged };
}

/** @throws AppError PRECONDITION_FAILED for a version that is blocked, or that nobody has agreed to */
export async function serveTemplateVersion(
  tx: TenantDb,
  { templateId, version, now }: { readonly templateId: string; readonly version: number; readonly now: Instant },
): Promise<void> {
  const row = await lockTemplate(tx, templateId);
  const definition = await loadVersion(tx, templateId, version);
  if (!mayServe(judgeTemplate(definition))) {
    throw new AppError("PRECONDITION_FAILED", "The rules block this version. Correct its text first.");
  }
  if (row.needsApproval && !(await isApproved(tx, templateId, version))) {
    throw new AppError("PRECONDITION_FAILED", "Nobody has agreed to this version yet.");
  }
  await serve(tx, templateId, version);
  await appendAudit(tx, {
    now,
    act: "template.served",
    subject: `template:${templateId}`,
    before: { version: row.activeVersion },
    after: { version },
  });
}

export async function setNeedsApproval(
  tx: TenantDb,
  { templateId, needed, now }: { readonly templateId: string; readonly needed: boolean; readonly now: Instant },
): Promise<void> {
  const row = await lockTemplate(tx, templateId);
  await tx.sql.update(template).set({ needsApproval: needed }).where(mine(tx, templateId));
  await appendAudit(tx, {
    now,
    act: "template.approval",
    subject: `template:${templateId}`,
    before: { needed: row.needsApproval },
    after: { needed },
  });
}

export async function lockTemplate(tx: TenantDb, templateId: string): Promise<typeof template.$inferSelect> {
  const [row] = await tx.sql.select().from(template).where(mine(tx, templateId)).for("update");
  if (row === undefined) throw new AppError("NOT_FOUND", "There is no such template.");
  return row;
}

export async function loadVersion(tx: TenantDb, templateId: string, version: number): Promise<TemplateVersion> {
  const [row] = await tx.sql
    .select({ definition: templateVersion.definition })
    .from(templateVersion)
    .where(
      and(
        eq(templateVersion.tenantId, tx.tenantId),
        eq(templateVersion.templateId, templateId),
        eq(templateVersion.version, version),
      ),
    );
  if (row === undefined) throw new AppError("NOT_FOUND", "There is no such version of the template.");
  return row.definition;
}

async function isApproved(tx: TenantDb, templateId: string, version: number): Promise<boolean> {
  const [row] = await tx.sql
    .select({ answer: templateApproval.answer })
    .from(templateApproval)
    .where(
      and(
        eq(templateApproval.tenantId, tx.tenantId),
        eq(templateApproval.templateId, templateId),
        eq(templateApproval.version, version),
      ),
    );
  return row?.answer === "given";
}

function mine(tx: TenantDb, templateId: string) {
  return and(eq(template.tenantId, tx.tenantId), eq(template.id, templateId));
}

async function serve(tx: TenantDb, templateId: string, version: number): Promise<void> {
  await tx.sql.update(template).set({ activeVersion: version }).where(mine(tx, templateId));
}

async function latestVersion(tx: TenantDb, templateId: string): Promise<number> {
  const [row] = await tx.sql
    .select({ latest: max(templateVersion.version) })
    .from(templateVersion)
    .where(and(eq(templateVersion.tenantId, tx.tenantId), eq(templateVersion.templateId, templateId)));
  return row?.latest ?? 0;
}

interface VersionRow {
  readonly id: string;
  readonly definition: TemplateVersion;
  readonly judged: readonly JudgedText[];
  readonly now: Instant;
}

async function insertVersion(tx: TenantDb, { id, definition, judged, now }: VersionRow): Promise<void> {
  await tx.sql.insert(templateVersion).values({
    tenantId: tx.tenantId,
    templateId: id,
    version: definition.version,
    definition,
    judged: summary(judged),
    createdAt: now,
  });
  await appendLive(tx, ["flows"], now);
}

/** Rules that found something, by language: what a later rule pack is compared with. */
export function summary(judged: readonly JudgedText[]): TemplateJudgement {
  return { rulePack: rulePack.id, rules: rulesFound(judged) };
}

function judge(definition: TemplateVersion): readonly JudgedText[] {
  const languages = definition.texts.map(({ language }) => language);
  if (languages.length === 0) throw new AppError("INVALID", "A template has at least one text.");
  if (new Set(languages).size < languages.length) throw new AppError("INVALID", "Two texts are in the same language.");
  const judged = judgeTemplate(definition);
  const broken = judged.filter(({ problem }) => problem !== null);
  const [first] = broken;
  if (first?.problem == null) return judged;
  const problems = broken.flatMap(({ language, problem }) => (problem === null ? [] : [{ language, ...problem }]));
  throw new AppError("INVALID", `${first.language}: ${first.problem.message}`, { details: { problems } });
}

async function freeKey(tx: TenantDb, name: string): Promise<string> {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
  const base = plain === "" ? "template" : plain;
  const rows = await tx.sql
    .select({ key: template.templateKey })
    .from(template)
    .where(eq(template.tenantId, tx.tenantId));
  const taken = new Set(rows.map(({ key }) => key));
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(key)) return key;
  }
}
