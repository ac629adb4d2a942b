import { AppError } from "@heed/core/errors";
import { activate } from "@heed/core/flow/activation";
import type { FlowVersion } from "@heed/core/flow/flow";
import { judgeTemplate, mayServe } from "@heed/core/template/judge-template";
import type { Instant } from "@heed/core/time";
import { and, eq } from "drizzle-orm";
import { activationsOf } from "../queries/store-flows.ts";
import { loadTemplate } from "../queries/template-version.ts";
import { type FlowState, flow, flowVersion } from "../schema/flow.ts";
import type { TenantDb } from "../tenant-db.ts";
import { appendAudit } from "./append-audit.ts";
import { appendLive } from "./append-outbox.ts";
import { askJob } from "./ask-job.ts";
import { lockFlow } from "./flow-drafts.ts";

/**
 * The states of a flow.
 *
 * draft    → active archived
 * active   → paused archived (and active again, on another version)
 * paused   → active archived
 * archived → paused
 */
const SWITCHES: Readonly<Record<FlowState, readonly FlowState[]>> = {
  draft: ["active", "archived"],
  active: ["active", "paused", "archived"],
  paused: ["active", "archived"],
  archived: ["paused"],
};

export interface Switch {
  readonly flowId: string;
  readonly now: Instant;
}

export interface FlowActivation extends Switch {
  readonly version: number;
  /** New orders only, or also those whose window is still open; then planned messages may move over. */
  readonly orders: "new" | "window";
}

/**
 * Switches a version on. Its text is judged first: a flow with a blocked template does not go live.
 * @throws AppError NOT_FOUND, PRECONDITION_FAILED
 */
export async function activateFlow(tx: TenantDb, { flowId, version, orders, now }: FlowActivation): Promise<void> {
  const row = await lockFlow(tx, flowId);
  requireSwitch(row.state, "active");
  const definition = await loadVersion(tx, flowId, version);
  await requireTexts(tx, definition);
  const before = row.state === "draft" ? [] : activationsOf(row);
  await change(tx, flowId, {
    state: "active",
    activeVersion: version,
    activations: activate(before, { version, orders, now }),
  });
  if (orders === "window") await askJob(tx, { kind: "replan_flow", subject: flowId, now, flags: { repin: true } });
  await appendAudit(tx, {
    now,
    act: "flow.activated",
    subject: `flow:${flowId}`,
    before: { state: row.state, version: row.activeVersion },
    after: { state: "active", version, orders },
  });
  await appendLive(tx, ["flows"], now);
}

/** Pausing keeps what is planned: it waits. Nothing new is planned until the flow goes on. */
export function pauseFlow(tx: TenantDb, input: Switch): Promise<void> {
  return switchTo(tx, input, { state: "paused", act: "flow.paused" });
}

/** Goes on: what waited may go, and orders that came in meanwhile are planned. */
export async function resumeFlow(tx: TenantDb, input: Switch): Promise<void> {
  const [row] = await tx.sql
    .select({ activeVersion: flow.activeVersion })
    .from(flow)
    .where(and(eq(flow.tenantId, tx.tenantId), eq(flow.id, input.flowId)));
  if (row === undefined) throw new AppError("NOT_FOUND", "There is no such flow.");
  await requireTexts(tx, await loadVersion(tx, input.flowId, row.activeVersion));
  await switchTo(tx, input, { state: "active", act: "flow.resumed", from: "paused" });
  await askJob(tx, { kind: "replan_flow", subject: input.flowId, now: input.now, flags: { pull: true } });
}

/** Its planned messages go: other flows may take their orders. */
export async function archiveFlow(tx: TenantDb, input: Switch): Promise<void> {
  await switchTo(tx, input, { state: "archived", act: "flow.archived" });
  await askJob(tx, { kind: "replan_flow", subject: input.flowId, now: input.now });
}

/** Comes back on pause. */
export function restoreFlow(tx: TenantDb, input: Switch): Promise<void> {
  return switchTo(tx, input, { state: "paused", act: "flow.restored", from: "archived" });
}

interface To {
  readonly state: FlowState;
  readonly act: string;
  readonly from?: FlowState;
}

async function switchTo(tx: TenantDb, { flowId, now }: Switch, { state, act, from }: To): Promise<void> {
  const row = await lockFlow(tx, flowId);
  if (from !== undefined && row.state !== from) throw wrongState(row.state, state);
  requireSwitch(row.state, state);
  await change(tx, flowId, { state });
  await appendAudit(tx, { now, act, subject: `flow:${flowId}`, before: { state: row.state }, after: { state } });
  await appendLive(tx, ["flows", "messages"], now);
}

function requireSwitch(from: FlowState, to: FlowState): void {
  if (!SWITCHES[from].includes(to)) throw wrongState(from, to);
}

function wrongState(from: FlowState, to: FlowState): AppError {
  return new AppError("PRECONDITION_FAILED", `A flow that is ${from} cannot become ${to}.`);
}

async function change(tx: TenantDb, flowId: string, values: Partial<typeof flow.$inferInsert>): Promise<void> {
  await tx.sql
    .update(flow)
    .set(values)
    .where(and(eq(flow.tenantId, tx.tenantId), eq(flow.id, flowId)));
}

async function loadVersion(tx: TenantDb, flowId: string, version: number): Promise<FlowVersion> {
  const [row] = await tx.sql
    .select({ definition: flowVersion.definition })
    .from(flowVersion)
    .where(
      and(eq(flowVersion.tenantId, tx.tenantId), eq(flowVersion.flowId, flowId), eq(flowVersion.version, version)),
    );
  if (row === undefined) throw new AppError("NOT_FOUND", "There is no such version of the flow.");
  return row.definition;
}

/** Each text that a step may send by e-mail must exist and pass. */
async function requireTexts(tx: TenantDb, { steps }: FlowVersion): Promise<void> {
  for (const { templateKey, lanePreference, purpose } of steps) {
    if (lanePreference === "solicitation") continue;
    if (templateKey === null) {
      throw new AppError("PRECONDITION_FAILED", "Choose a template: this flow sends a text of yours.");
    }
    const definition = await loadTemplate(tx, { templateKey, version: null });
    if (definition.purpose !== purpose) {
      throw new AppError("PRECONDITION_FAILED", "The template is for another purpose than the flow.");
    }
    const judged = judgeTemplate(definition);
    if (mayServe(judged)) continue;
    const languages = judged.filter(({ verdict }) => verdict === "block").map(({ language }) => language);
    throw new AppError("PRECONDITION_FAILED", `The template is blocked in ${languages.join(", ")}. Correct it first.`, {
      details: { templateKey, languages },
    });
  }
}
