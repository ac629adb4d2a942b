import { parseExpression } from "../expression/parse.ts";
import { invokeOptions, type Op, waitOptions } from "../protocol/ops.ts";
import { parseDue } from "../schedule/duration.ts";
import { itemKind } from "../store/lease.ts";
import type { NewItem } from "../store/settle.ts";
import type { CallState } from "./decide.ts";
import { type NewRun, waitKey } from "./plan-run.ts";

export interface OpPlan {
  readonly item: NewItem;
  readonly run: NewRun | null;
}

/** The queue item that a planned op becomes, or why it cannot. */
export function planOp(op: Op, call: CallState): OpPlan | string {
  switch (op.op) {
    case "StepPlanned":
      return { item: { step: op.id, kind: itemKind.call, due: call.now, waiter: null }, run: null };
    case "Sleep":
      return planSleep(op, call);
    case "WaitForEvent":
      return planWait(op, call);
    case "InvokeFunction":
      return planInvoke(op, call);
    default:
      return `This engine does not know the step kind ${op.op}`;
  }
}

function planSleep(op: Op, call: CallState): OpPlan | string {
  const due = parseDue(op.name ?? "", call.now);
  if (due === null) return `The sleep "${op.name ?? ""}" is neither a duration nor an instant`;
  return { item: { step: op.id, kind: itemKind.sleep, due, waiter: null }, run: null };
}

function planWait(op: Op, call: CallState): OpPlan | string {
  const options = waitOptions.safeParse(op.opts ?? {});
  const due = options.success ? parseDue(options.data.timeout, call.now) : null;
  if (!options.success || due === null || !op.name) return "The options of waitForEvent cannot be read";
  const problem = problemOf(options.data.if);
  if (problem !== null) return problem;
  const waiter = { step: op.id, n: 0, key: waitKey(op.name), expression: options.data.if ?? null, until: due };
  return { item: { step: op.id, kind: itemKind.wait, due, waiter }, run: null };
}

function problemOf(expression: string | undefined): string | null {
  try {
    if (expression !== undefined) parseExpression(expression);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function planInvoke(op: Op, call: CallState): OpPlan | string {
  const options = invokeOptions.safeParse(op.opts);
  if (!options.success) return "The options of invoke cannot be read";
  const due = options.data.timeout === undefined ? null : parseDue(options.data.timeout, call.now);
  const run = call.invoke(op.id, options.data);
  if (run === null) return `There is no function ${options.data.function_id} to invoke`;
  return { item: { step: op.id, kind: itemKind.invoke, due, waiter: null }, run };
}
