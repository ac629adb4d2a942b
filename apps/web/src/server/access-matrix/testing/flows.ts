import { REVIEW_REQUEST_FLOW } from "@heed/core/flow/built-in";
import { REVIEW_REQUEST } from "@heed/core/template/built-in";
import { askBacktest } from "@heed/db/commands/backtest-job";
import { setBrake } from "@heed/db/commands/brakes";
import { startExperiment } from "@heed/db/commands/experiments";
import { createFlow } from "@heed/db/commands/flow-drafts";
import { activateFlow } from "@heed/db/commands/switch-flow";
import { askApproval } from "@heed/db/commands/template-approval";
import { createTemplate } from "@heed/db/commands/template-drafts";
import type { TenantDb } from "@heed/db/tenant-db";
import { TEST_NOW as now } from "@heed/db/testing/factories";

export interface MatrixFlows {
  /** Active. */
  readonly flowId: string;
  /** Active, with an experiment. */
  readonly trialId: string;
  /** Its first version waits for an answer. */
  readonly templateId: string;
  readonly brakeId: string;
  readonly backtestId: string;
}

/** A definition that needs no text of ours. */
export const MATRIX_FLOW = {
  ...REVIEW_REQUEST_FLOW,
  steps: REVIEW_REQUEST_FLOW.steps.map((step) => ({ ...step, lanePreference: "solicitation", templateKey: null })),
};

/** The last backtest is found for some days, and the matrix asks at its own moment. */
const FAR = { hours: 24 * 365 * 72 };

export async function createMatrixFlows(tx: TenantDb, storeId: string): Promise<MatrixFlows> {
  const { id: templateId } = await createTemplate(tx, { name: "Review request", texts: REVIEW_REQUEST.texts, now });
  await askApproval(tx, { templateId, version: 1, now });
  const [flowId, trialId] = [await activeFlow(tx), await activeFlow(tx)];
  await startExperiment(tx, { flowId: trialId, change: { delayDays: 9 }, holdOut: 10, share: 50, now });
  const brakeId = await setBrake(tx, { kind: "pause", reason: "A test", storeId }, now);
  const backtestId = await askBacktest(tx, { storeId, definition: REVIEW_REQUEST_FLOW, days: 30, now: now.add(FAR) });
  return { flowId, trialId, templateId, brakeId, backtestId };
}

async function activeFlow(tx: TenantDb): Promise<string> {
  const { id: flowId } = await createFlow(tx, { definition: MATRIX_FLOW, storeIds: null, now });
  await activateFlow(tx, { flowId, version: 1, orders: "new", now });
  return flowId;
}
