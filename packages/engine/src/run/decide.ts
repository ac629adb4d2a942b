import type { z } from "zod";
import type { Answer } from "../protocol/call-worker.ts";
import { canonicalJson } from "../protocol/canonical.ts";
import { type invokeOptions, type Op, readOps } from "../protocol/ops.ts";
import { backoff } from "../schedule/backoff.ts";
import { parseRetryAfter } from "../schedule/duration.ts";
import type { Memo, NewItem, Next } from "../store/settle.ts";
import { planOp } from "./plan-op.ts";
import type { NewRun } from "./plan-run.ts";

/** The call that was answered. */
export interface CallState {
  readonly runId: string;
  /** The hash of the planned step that was asked for; '' when the function was called to see what comes next. */
  readonly asked: string;
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Epoch milliseconds of the engine's clock. */
  readonly now: number;
  /** Plans the run of an invoked function; null when there is none of that id. */
  readonly invoke: (step: string, options: z.infer<typeof invokeOptions>) => NewRun | null;
}

/** What an answer changes; the executor adds whose run it is. */
export interface Decision {
  readonly memos: readonly Memo[];
  readonly spawn: readonly NewItem[];
  readonly start: readonly NewRun[];
  readonly next: Next;
}

/**
 * | answer                                | memo       | next                                             |
 * |---------------------------------------|------------|--------------------------------------------------|
 * | 200, RunComplete                      |            | complete                                         |
 * | 206 StepRun                           | data       | keep; after a planned step: discover             |
 * | 206 StepFailed                        | error      | keep; after a planned step: discover             |
 * | 206 StepError, tries left             |            | retry after Retry-After or the back-off          |
 * | 206 StepError, none left              | error      | as StepFailed                                    |
 * | 206 StepPlanned, Sleep, WaitForEvent, InvokeFunction | | drop, with an item for each                 |
 * | 206 DiscoveryRequest                  |            | keep                                             |
 * | 206 of anything else, unreadable      |            | fail                                             |
 * | 206 of nothing                        |            | as any other                                     |
 * | no-retry: true, or 400                |            | fail                                             |
 * | any other, tries left                 |            | retry after Retry-After or the back-off          |
 * | any other, none left                  |            | fail                                             |
 */
export function decide(answer: Exclude<Answer, { kind: "unreachable" }>, call: CallState): Decision {
  if (answer.kind === "refused")
    return retryOrFail({ call, error: errorJson("EngineError", answer.message), retryAfter: null });
  if (answer.status === 200) return only({ kind: "complete", result: canonicalBody(answer.body) });
  if (answer.status === 206) return decideOps(answer, call);
  const error = readError(answer);
  if (answer.noRetry === true || (answer.status === 400 && answer.noRetry === null))
    return only({ kind: "fail", result: error });
  return retryOrFail({ call, error, retryAfter: answer.retryAfter });
}

function only(next: Next): Decision {
  return { memos: [], spawn: [], start: [], next };
}

export function errorJson(name: string, message: string): string {
  return canonicalJson({ message, name });
}

function canonicalBody(body: string): string {
  const parsed = parse(body);
  return parsed === undefined ? "null" : canonicalJson(parsed);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function readError(answer: Extract<Answer, { kind: "answered" }>): string {
  const parsed = parse(answer.body);
  if (parsed !== null && typeof parsed === "object") return canonicalJson(parsed);
  return errorJson("EngineError", `The worker answered with status ${answer.status}`);
}

interface Failure {
  readonly call: CallState;
  readonly error: string;
  readonly retryAfter: string | null;
}

function retryOrFail({ call, error, retryAfter }: Failure): Decision {
  return only(retry(call, retryAfter) ?? { kind: "fail", result: error });
}

function retry(call: CallState, retryAfter: string | null): Next | null {
  if (call.attempt + 1 >= call.maxAttempts) return null;
  const asked = retryAfter === null ? null : parseRetryAfter(retryAfter, call.now);
  return { kind: "retry", due: asked ?? call.now + backoff(call.runId, call.attempt), attempt: call.attempt + 1 };
}

function decideOps(answer: Extract<Answer, { kind: "answered" }>, call: CallState): Decision {
  const ops = readOps(parse(answer.body));
  if (ops === null)
    return only({ kind: "fail", result: errorJson("EngineError", "The worker's answer cannot be read") });
  if (ops.length === 0)
    return retryOrFail({ call, error: errorJson("EngineError", "The worker reported no step"), retryAfter: null });
  const draft: Draft = { memos: [], spawn: [], start: [], next: null };
  for (const op of ops) apply(op, draft, { call, retryAfter: answer.retryAfter });
  const after: Next = draft.spawn.length > 0 ? { kind: "drop" } : { kind: call.asked === "" ? "keep" : "discover" };
  return { ...draft, next: draft.next ?? after };
}

interface Draft {
  readonly memos: Memo[];
  readonly spawn: NewItem[];
  readonly start: NewRun[];
  next: Next | null;
}

interface OpContext {
  readonly call: CallState;
  readonly retryAfter: string | null;
}

function apply(op: Op, draft: Draft, context: OpContext): void {
  switch (op.op) {
    case "StepRun":
    case "Step":
      draft.memos.push(dataMemo(op));
      return;
    case "StepFailed":
      draft.memos.push(errorMemo(op));
      return;
    case "StepError":
      applyStepError(op, draft, context);
      return;
    case "RunComplete":
      draft.next = { kind: "complete", result: canonicalJson(op.data ?? null) };
      return;
    case "DiscoveryRequest":
      return;
    default:
      applyPlan(op, draft, context.call);
  }
}

function applyStepError(op: Op, draft: Draft, context: OpContext): void {
  const next = retry(context.call, context.retryAfter);
  if (next === null) draft.memos.push(errorMemo(op));
  else draft.next = next;
}

function applyPlan(op: Op, draft: Draft, call: CallState): void {
  const plan = planOp(op, call);
  if (typeof plan === "string") draft.next = { kind: "fail", result: errorJson("EngineError", plan) };
  else {
    draft.spawn.push(plan.item);
    if (plan.run !== null) draft.start.push(plan.run);
  }
}

export function dataMemo(op: Op): Memo {
  return { step: op.id, value: `{"data":${canonicalJson(op.data ?? null)},"type":"data"}` };
}

function errorMemo(op: Op): Memo {
  return { step: op.id, value: `{"error":${canonicalJson(op.error ?? {})},"type":"error"}` };
}
