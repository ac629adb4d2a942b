import type { FlowVersion } from "@heed/core/flow/flow";
import { compareArms, type SequentialAnswer } from "@heed/core/flow/sequential-test";
import type { Instant } from "@heed/core/time";
import { and, desc, eq, gte, sql } from "drizzle-orm";
import { experiment, flow, flowVersion } from "../schema/flow.ts";
import { message, storeDay } from "../schema/message.ts";
import { order } from "../schema/order.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface ArmResult {
  readonly stepKey: string;
  readonly sent: number;
  readonly reached: number;
  readonly refused: number;
  /** Orders of the arm of which a feedback was reported, and how many were negative. */
  readonly feedback: number;
  readonly negative: number;
}

export interface ExperimentResult {
  readonly key: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly keptStep: string | null;
  readonly definition: FlowVersion;
  readonly arms: readonly ArmResult[];
  readonly heldOut: number;
  readonly refusedTest: SequentialAnswer;
  readonly reachedTest: SequentialAnswer;
  readonly feedbackTest: SequentialAnswer;
}

const MOST = 20;

/** Experiments of a flow, the newest first, each with what is known by now. */
export async function experimentResults(tx: TenantDb, flowId: string): Promise<ExperimentResult[]> {
  const rows = await tx.sql
    .select({ row: experiment, definition: flowVersion.definition, flowKey: flow.flowKey })
    .from(experiment)
    .innerJoin(flow, and(eq(flow.tenantId, experiment.tenantId), eq(flow.id, experiment.flowId)))
    .innerJoin(
      flowVersion,
      and(
        eq(flowVersion.tenantId, experiment.tenantId),
        eq(flowVersion.flowId, experiment.flowId),
        eq(flowVersion.version, experiment.startedVersion),
      ),
    )
    .where(and(eq(experiment.tenantId, tx.tenantId), eq(experiment.flowId, flowId)))
    .orderBy(desc(experiment.id))
    .limit(MOST);
  const results: ExperimentResult[] = [];
  for (const { row, definition, flowKey } of rows) {
    const trial = { flowKey, version: row.startedVersion, from: row.startedAt };
    const counted = await armCounts(tx, trial);
    const arms = definition.steps.map(({ stepKey }) => counted.get(stepKey) ?? empty(stepKey));
    const { key, startedAt, endedAt, keptStep } = row;
    const heldOut = await countHeldOut(tx, { key, flowKey });
    results.push({ key, startedAt, endedAt, keptStep, definition, arms, heldOut, ...tests(arms) });
  }
  return results;
}

function empty(stepKey: string): ArmResult {
  return { stepKey, sent: 0, reached: 0, refused: 0, feedback: 0, negative: 0 };
}

function tests([a = empty("a"), b = empty("b")]: readonly ArmResult[]) {
  const settled = ({ reached, refused }: ArmResult) => reached + refused;
  return {
    refusedTest: compareArms({ hits: a.refused, trials: settled(a) }, { hits: b.refused, trials: settled(b) }),
    reachedTest: compareArms({ hits: a.reached, trials: a.sent }, { hits: b.reached, trials: b.sent }),
    feedbackTest: compareArms({ hits: a.feedback, trials: a.sent }, { hits: b.feedback, trials: b.sent }),
  };
}

interface Trial {
  readonly flowKey: string;
  readonly version: number;
  readonly from: Instant;
}

async function armCounts(tx: TenantDb, { flowKey, version, from }: Trial): Promise<Map<string, ArmResult>> {
  const rows = await tx.sql
    .select({
      stepKey: message.stepKey,
      sent: sql<string>`count(*) filter (where ${message.state} in ('reached', 'refused_by_buyer', 'bounced'))`,
      reached: sql<string>`count(*) filter (where ${message.state} = 'reached')`,
      refused: sql<string>`count(*) filter (where ${message.state} = 'refused_by_buyer')`,
      feedback: sql<string>`count(*) filter (where ${order.feedbackRating} is not null)`,
      negative: sql<string>`count(*) filter (where ${order.feedbackRating} < 3)`,
    })
    .from(message)
    .innerJoin(order, and(eq(order.tenantId, message.tenantId), eq(order.id, message.orderRef)))
    .where(
      and(
        eq(message.tenantId, tx.tenantId),
        eq(message.flowKey, flowKey),
        eq(message.flowVersion, version),
        gte(message.sentAt, from),
      ),
    )
    .groupBy(message.stepKey);
  return new Map(
    rows.map(({ stepKey, ...counts }) => [
      stepKey,
      {
        stepKey,
        ...(Object.fromEntries(Object.entries(counts).map(([k, v]) => [k, Number(v)])) as Omit<ArmResult, "stepKey">),
      },
    ]),
  );
}

async function countHeldOut(tx: TenantDb, { key, flowKey }: { key: string; flowKey: string }): Promise<number> {
  const [row] = await tx.sql
    .select({ count: sql<string>`coalesce(sum(${storeDay.count}), 0)` })
    .from(storeDay)
    .where(and(eq(storeDay.tenantId, tx.tenantId), eq(storeDay.outcome, `held_out:${flowKey}/${key}`)));
  return Number(row?.count ?? 0);
}
