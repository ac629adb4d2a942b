import { AppError } from "@heed/core/errors";
import type { Activation } from "@heed/core/flow/activation";
import type { FlowVersion } from "@heed/core/flow/flow";
import type { Instant } from "@heed/core/time";
import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { type FlowState, flow, flowVersion } from "../schema/flow.ts";
import { message } from "../schema/message.ts";
import { type JobProgress, job } from "../schema/work.ts";
import type { TenantDb } from "../tenant-db.ts";
import { activationsOf } from "./store-flows.ts";

export interface FlowRow {
  readonly id: string;
  readonly flowKey: string;
  readonly state: FlowState;
  readonly storeIds: readonly string[] | null;
  readonly activeVersion: number;
  readonly latestVersion: number;
  readonly definition: FlowVersion;
  readonly planned: number;
  /** Of the last 30 days. */
  readonly sent: number;
  readonly reached: number;
  readonly refused: number;
}

const SPAN = { hours: 24 * 30 };

/** All flows that may serve the store, the first match first. A workspace has a few dozen at most. */
export async function listFlows(
  tx: TenantDb,
  { storeId, now }: { readonly storeId: string | "all"; readonly now: Instant },
): Promise<FlowRow[]> {
  const rows = (await tx.sql.select().from(flow).where(eq(flow.tenantId, tx.tenantId))).filter(
    ({ storeIds }) => storeId === "all" || storeIds === null || storeIds.includes(storeId),
  );
  const [versions, planned, sent] = [
    await newestVersions(
      tx,
      rows.map(({ id }) => id),
    ),
    await plannedByFlow(tx, storeId),
    await sentByFlow(tx, { storeId, from: now.subtract(SPAN) }),
  ];
  return rows
    .flatMap((row): FlowRow[] => {
      const own = versions.filter(({ flowId }) => flowId === row.id);
      const definition = own.find(({ version }) => version === row.activeVersion)?.definition;
      if (definition === undefined) return [];
      const { id, flowKey, state, storeIds, activeVersion } = row;
      const counts = sent.get(flowKey) ?? { sent: 0, reached: 0, refused: 0 };
      const latestVersion = Math.max(...own.map(({ version }) => version));
      return [
        {
          id,
          flowKey,
          state,
          storeIds,
          activeVersion,
          latestVersion,
          definition,
          planned: planned.get(flowKey) ?? 0,
          ...counts,
        },
      ];
    })
    .toSorted((a, b) => a.definition.priority - b.definition.priority || (a.flowKey < b.flowKey ? -1 : 1));
}

/** Of each flow the newest version and the active one. */
async function newestVersions(tx: TenantDb, flowIds: readonly string[]) {
  if (flowIds.length === 0) return [];
  return tx.sql
    .select({ flowId: flowVersion.flowId, version: flowVersion.version, definition: flowVersion.definition })
    .from(flowVersion)
    .innerJoin(flow, and(eq(flow.tenantId, flowVersion.tenantId), eq(flow.id, flowVersion.flowId)))
    .where(
      and(
        eq(flowVersion.tenantId, tx.tenantId),
        inArray(flowVersion.flowId, [...flowIds]),
        sql`(${flowVersion.version} = ${flow.activeVersion} or ${flowVersion.version} = (select max(v.version) from ${flowVersion} v where v.tenant_id = ${tx.tenantId} and v.flow_id = ${flow.id}))`,
      ),
    );
}

async function plannedByFlow(tx: TenantDb, storeId: string): Promise<Map<string, number>> {
  const here = storeId === "all" ? undefined : eq(message.storeId, storeId);
  const rows = await tx.sql
    .select({ flowKey: message.flowKey, count: sql<string>`count(*)` })
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.state, "planned"), here))
    .groupBy(message.flowKey);
  return new Map(rows.map(({ flowKey, count }) => [flowKey, Number(count)]));
}

interface SentSpan {
  readonly storeId: string;
  readonly from: Instant;
}

async function sentByFlow(tx: TenantDb, { storeId, from }: SentSpan) {
  const here = storeId === "all" ? undefined : eq(message.storeId, storeId);
  const rows = await tx.sql
    .select({ flowKey: message.flowKey, state: message.state, count: sql<string>`count(*)` })
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), sql`${message.sentAt} >= ${from.toString()}`, here))
    .groupBy(message.flowKey, message.state);
  const byFlow = new Map<string, { sent: number; reached: number; refused: number }>();
  for (const { flowKey, state, count } of rows) {
    const counts = byFlow.get(flowKey) ?? { sent: 0, reached: 0, refused: 0 };
    counts.sent += Number(count);
    if (state === "reached") counts.reached += Number(count);
    if (state === "refused_by_buyer") counts.refused += Number(count);
    byFlow.set(flowKey, counts);
  }
  return byFlow;
}

export interface FlowDetail {
  readonly id: string;
  readonly flowKey: string;
  readonly state: FlowState;
  readonly storeIds: readonly string[] | null;
  readonly activeVersion: number;
  readonly activations: readonly Activation[];
  /** The newest first. */
  readonly versions: readonly { readonly version: number; readonly at: Instant; readonly definition: FlowVersion }[];
  /** Messages that are planned, by the version that they stand on. */
  readonly plannedBy: readonly { readonly version: number; readonly count: number }[];
  /** A job that plans this flow's orders anew. */
  readonly replanning: JobProgress | null;
}

const MOST_VERSIONS = 50;

/** @throws AppError NOT_FOUND */
export async function getFlow(tx: TenantDb, { flowId }: { readonly flowId: string }): Promise<FlowDetail> {
  const [row] = await tx.sql
    .select()
    .from(flow)
    .where(and(eq(flow.tenantId, tx.tenantId), eq(flow.id, flowId)));
  if (row === undefined) throw new AppError("NOT_FOUND", "This flow does not exist here.");
  const versions = await tx.sql
    .select({ version: flowVersion.version, at: flowVersion.createdAt, definition: flowVersion.definition })
    .from(flowVersion)
    .where(and(eq(flowVersion.tenantId, tx.tenantId), eq(flowVersion.flowId, flowId)))
    .orderBy(desc(flowVersion.version))
    .limit(MOST_VERSIONS);
  const planned = await tx.sql
    .select({ version: message.flowVersion, count: sql<string>`count(*)` })
    .from(message)
    .where(and(eq(message.tenantId, tx.tenantId), eq(message.state, "planned"), eq(message.flowKey, row.flowKey)))
    .groupBy(message.flowVersion)
    .orderBy(asc(message.flowVersion));
  const { id, flowKey, state, storeIds, activeVersion } = row;
  const activations = state === "draft" ? [] : activationsOf(row);
  const plannedBy = planned.map(({ version, count }) => ({ version, count: Number(count) }));
  return {
    id,
    flowKey,
    state,
    storeIds,
    activeVersion,
    activations,
    versions,
    plannedBy,
    replanning: await replanning(tx, id),
  };
}

async function replanning(tx: TenantDb, flowId: string): Promise<JobProgress | null> {
  const [row] = await tx.sql
    .select({ progress: job.progress })
    .from(job)
    .where(
      and(
        eq(job.tenantId, tx.tenantId),
        eq(job.kind, "replan_flow"),
        eq(job.subject, flowId),
        inArray(job.state, ["waiting", "running"]),
      ),
    );
  return row?.progress ?? null;
}
