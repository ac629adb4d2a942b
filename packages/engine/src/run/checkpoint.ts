import { AppError } from "@heed/core/errors";
import { z } from "zod";
import { readOps } from "../protocol/ops.ts";
import type { Settlement } from "../store/settle.ts";
import { dataMemo } from "./decide.ts";
import { type Executor, remember } from "./executor.ts";

const body = z.object({ qi_id: z.string(), steps: z.unknown() });

export interface CheckpointContext {
  readonly executor: Executor;
  readonly settle: (settlement: Settlement) => Promise<boolean>;
}

/** Writes the steps that the SDK ran within one call. False = the call is stale, the SDK must stop. Throws INVALID. */
export async function checkpoint(runId: string, input: unknown, context: CheckpointContext): Promise<boolean> {
  const parsed = body.safeParse(input);
  const ops = parsed.success ? readOps(parsed.data.steps) : null;
  if (!parsed.success || ops === null) throw new AppError("INVALID", "The checkpoint cannot be read");
  if (ops.some((op) => op.op !== "StepRun")) throw new AppError("INVALID", "Only finished steps can be checkpointed");
  const flight = context.executor.flightOf(parsed.data.qi_id);
  if (flight === null || flight.lease.runId !== runId) return false;
  const memos = ops.map(dataMemo);
  const { lease } = flight;
  const held = await context.settle({
    runId,
    step: lease.step,
    gated: lease.gated,
    siblings: lease.siblings,
    memos: [...flight.unwritten, ...memos],
    spawn: [],
    start: [],
    next: { kind: "keep" },
  });
  if (!held) return false;
  flight.unwritten = [];
  remember(flight, memos);
  return true;
}
