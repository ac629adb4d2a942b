import { AppError } from "@heed/core/errors";
import type { FlowVersion } from "@heed/core/flow/flow";
import { parseFlow } from "@heed/core/flow/flow-schema";
import type { FlowProblem } from "@heed/core/flow/judge-condition";
import type { Instant } from "@heed/core/time";
import { and, eq, max } from "drizzle-orm";
import { flow, flowVersion } from "../schema/flow.ts";
import { store } from "../schema/store.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";

export interface NewFlow {
  /** As a person handed it in; key and version are given here. */
  readonly definition: unknown;
  /** Null: all stores. */
  readonly storeIds: readonly string[] | null;
  readonly now: Instant;
}

export interface SavedFlow {
  readonly id: string;
  readonly version: number;
}

/** @throws AppError INVALID with the problems and their places; nothing is saved then */
export async function createFlow(tx: TenantDb, { definition, storeIds, now }: NewFlow): Promise<SavedFlow> {
  await requireStores(tx, storeIds);
  const flowKey = await freeKey(tx, nameOf(definition));
  const parsed = read(definition, { flowKey, version: 1 });
  const [row] = await tx.sql
    .insert(flow)
    .values({
      tenantId: tx.tenantId,
      flowKey,
      storeIds: storeIds === null ? null : [...storeIds],
      state: "draft",
      activeVersion: 1,
      createdAt: now,
    })
    .returning({ id: flow.id });
  const id = row?.id ?? "";
  await insertVersion(tx, { id, definition: parsed, now });
  await appendAudit(tx, { now, act: "flow.created", subject: `flow:${id}`, after: { name: parsed.name, storeIds } });
  return { id, version: 1 };
}

export interface FlowEdit {
  readonly flowId: string;
  /** The version that was open in the editor. */
  readonly base: number;
  readonly definition: unknown;
  readonly now: Instant;
}

/**
 * Keeps an edit as a new version. What is active stays on its version until the new one is switched on.
 * @throws AppError INVALID; CONFLICT when somebody else has saved a version since
 */
export async function saveFlowVersion(tx: TenantDb, { flowId, base, definition, now }: FlowEdit): Promise<SavedFlow> {
  const row = await lockFlow(tx, flowId);
  const latest = await latestVersion(tx, flowId);
  if (latest !== base) {
    throw new AppError("CONFLICT", `Somebody has saved version ${latest} since you opened version ${base}.`);
  }
  if (row.state === "archived") throw new AppError("PRECONDITION_FAILED", "This flow is archived.");
  const version = latest + 1;
  const parsed = read(definition, { flowKey: row.flowKey, version });
  await insertVersion(tx, { id: flowId, definition: parsed, now });
  if (row.state === "draft") {
    await tx.sql
      .update(flow)
      .set({ activeVersion: version })
      .where(and(eq(flow.tenantId, tx.tenantId), eq(flow.id, flowId)));
  }
  await appendAudit(tx, {
    now,
    act: "flow.edited",
    subject: `flow:${flowId}`,
    before: { version: base },
    after: { version },
  });
  return { id: flowId, version };
}

/** @throws AppError NOT_FOUND, also for a flow of stores that the person may not see */
export async function lockFlow(tx: TenantDb, flowId: string): Promise<typeof flow.$inferSelect> {
  const [row] = await tx.sql
    .select()
    .from(flow)
    .where(and(eq(flow.tenantId, tx.tenantId), eq(flow.id, flowId)))
    .for("update");
  if (row === undefined || !mayTouch(tx, row.storeIds)) throw new AppError("NOT_FOUND", "There is no such flow.");
  return row;
}

/** A person with some stores only may change flows of those stores only. */
function mayTouch({ access }: TenantDb, storeIds: readonly string[] | null): boolean {
  const { stores } = access;
  return stores === "all" || storeIds?.every((id) => stores.includes(id)) === true;
}

async function requireStores(tx: TenantDb, storeIds: readonly string[] | null): Promise<void> {
  if (!mayTouch(tx, storeIds)) throw new AppError("FORBIDDEN", "Choose stores that you may see.");
  if (storeIds === null) return;
  const rows = await tx.sql.select({ id: store.id }).from(store).where(eq(store.tenantId, tx.tenantId));
  const known = new Set(rows.map(({ id }) => id));
  if (storeIds.length === 0 || storeIds.some((id) => !known.has(id))) {
    throw new AppError("NOT_FOUND", "There is no such store.");
  }
}

export async function latestVersion(tx: TenantDb, flowId: string): Promise<number> {
  const [row] = await tx.sql
    .select({ latest: max(flowVersion.version) })
    .from(flowVersion)
    .where(and(eq(flowVersion.tenantId, tx.tenantId), eq(flowVersion.flowId, flowId)));
  return row?.latest ?? 0;
}

async function insertVersion(
  tx: TenantDb,
  { id, definition, now }: { readonly id: string; readonly definition: FlowVersion; readonly now: Instant },
): Promise<void> {
  const { version } = definition;
  await tx.sql.insert(flowVersion).values({ tenantId: tx.tenantId, flowId: id, version, definition, createdAt: now });
  await appendLive(tx, ["flows"], now);
}

function read(definition: unknown, key: { flowKey: string; version: number }): FlowVersion {
  const given = typeof definition === "object" && definition !== null ? definition : {};
  const parsed = parseFlow({ ...given, ...key });
  if (parsed.ok) return parsed.flow;
  throw invalidFlow(parsed.problems);
}

function invalidFlow(problems: readonly FlowProblem[]): AppError {
  return new AppError("INVALID", problems[0]?.message ?? "This is no flow.", { details: { problems } });
}

function nameOf(definition: unknown): string {
  const name = typeof definition === "object" && definition !== null && "name" in definition ? definition.name : null;
  return typeof name === "string" ? name : "flow";
}

/** Short, readable, and free: `after-delivery`, `after-delivery-2`. */
async function freeKey(tx: TenantDb, name: string): Promise<string> {
  const base = slug(name);
  const rows = await tx.sql.select({ key: flow.flowKey }).from(flow).where(eq(flow.tenantId, tx.tenantId));
  const taken = new Set(rows.map(({ key }) => key));
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(key)) return key;
  }
}

function slug(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
  return plain === "" ? "flow" : plain;
}
