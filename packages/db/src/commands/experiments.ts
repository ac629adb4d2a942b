import { AppError } from "@heed/core/errors";
import type { FlowStep, FlowVersion } from "@heed/core/flow/flow";
import type { Instant } from "@heed/core/time";
import { and, eq, isNull } from "drizzle-orm";
import { requireFeature } from "../queries/require-entitlement.ts";
import { experiment, flowVersion } from "../schema/flow.ts";
import type { TenantDb } from "../tenant-db.ts";
import { latestVersion, lockFlow, saveFlowVersion } from "./flow-drafts.ts";
import { activateFlow } from "./switch-flow.ts";

export interface ExperimentStart {
  readonly flowId: string;
  /** What arm B does differently. */
  readonly change: Partial<Pick<FlowStep, "delayDays" | "templateKey" | "sendHours">>;
  /** Percent of the orders that get no message, and of the others that get B. */
  readonly holdOut: number;
  readonly share: number;
  readonly now: Instant;
}

/** The arm beside the one that runs; that one may be the B of an earlier experiment. */
const otherArm = (running: string): string => (running === "b" ? "a" : "b");

/**
 * Starts an experiment as a new version that takes new orders only: orders before it stay as they were planned, so that
 * both arms start from the same day. One that runs goes on under a smaller plan.
 * @throws AppError PAYMENT_REQUIRED where the plan has no experiments
 */
export async function startExperiment(
  tx: TenantDb,
  { flowId, change, holdOut, share, now }: ExperimentStart,
): Promise<string> {
  await requireFeature(tx, "experiments", now);
  const row = await lockFlow(tx, flowId);
  if (row.state !== "active") throw new AppError("PRECONDITION_FAILED", "Switch the flow on first.");
  const active = await loadVersion(tx, flowId, row.activeVersion);
  if (active.experiment != null) throw new AppError("CONFLICT", "This flow has an experiment already.");
  const [a] = active.steps;
  if (a === undefined) throw new AppError("INTERNAL", "The flow has no step.");
  const base = await latestVersion(tx, flowId);
  const key = `x${base + 1}`;
  const stepKey = otherArm(a.stepKey);
  const arms = [
    { stepKey: a.stepKey, share: 100 - share },
    { stepKey, share },
  ];
  const definition = { ...active, steps: [a, { ...a, ...change, stepKey }], experiment: { key, holdOut, arms } };
  const { version } = await saveFlowVersion(tx, { flowId, base, definition, now });
  await activateFlow(tx, { flowId, version, orders: "new", now });
  await tx.sql
    .insert(experiment)
    .values({ tenantId: tx.tenantId, flowId, key, startedVersion: version, startedAt: now });
  return key;
}

export interface ExperimentEnd {
  readonly flowId: string;
  /** The arm that goes on for new orders. */
  readonly keep: string;
  readonly now: Instant;
}

export async function endExperiment(tx: TenantDb, { flowId, keep, now }: ExperimentEnd): Promise<void> {
  const row = await lockFlow(tx, flowId);
  const active = await loadVersion(tx, flowId, row.activeVersion);
  const step = active.steps.find(({ stepKey }) => stepKey === keep);
  if (active.experiment == null || step === undefined) throw new AppError("NOT_FOUND", "There is no such experiment.");
  const base = await latestVersion(tx, flowId);
  const definition = { ...active, steps: [step], experiment: null };
  const { version } = await saveFlowVersion(tx, { flowId, base, definition, now });
  await activateFlow(tx, { flowId, version, orders: "new", now });
  await tx.sql
    .update(experiment)
    .set({ endedAt: now, keptStep: keep })
    .where(and(eq(experiment.tenantId, tx.tenantId), eq(experiment.flowId, flowId), isNull(experiment.endedAt)));
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
