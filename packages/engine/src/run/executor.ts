import { randomUUID } from "node:crypto";
import type { WaitableClock } from "@heed/core/time";
import type { Logger } from "pino";
import type { z } from "zod";
import { callBody } from "../protocol/call-body.ts";
import type { Answer, Worker } from "../protocol/call-worker.ts";
import type { invokeOptions } from "../protocol/ops.ts";
import { itemKind, type Lease } from "../store/lease.ts";
import type { Memo, Settlement } from "../store/settle.ts";
import type { AppFunction } from "./app-function.ts";
import { type CallState, type Decision, decide, errorJson } from "./decide.ts";
import { type EngineEvent, FUNCTION_FAILED, FUNCTION_INVOKED, readyEvent } from "./event.ts";
import { type NewRun, planRun, planRuns } from "./plan-run.ts";
import type { Registry } from "./registry.ts";

export interface ExecutorOptions {
  readonly clock: WaitableClock;
  readonly worker: Worker;
  readonly registry: Registry;
  readonly settle: (settlement: Settlement) => Promise<boolean>;
  readonly log: Logger;
}

interface FlightOptions extends ExecutorOptions {
  /** How often the worker went away while a lease was being worked on. */
  readonly losses: WeakMap<Lease, number>;
}

/** A lease that is being worked on, with what its calls have added. */
export interface Flight {
  readonly lease: Lease;
  readonly fn: AppFunction;
  attempt: number;
  readonly steps: string[];
  readonly values: string[];
  /** Answers that no settlement has written yet: the null of a sleep that is over. */
  unwritten: Memo[];
}

export interface Executor {
  /** Calls the worker until the item is done with. `unreachable` = it stays leased and should be tried again. */
  execute(lease: Lease): Promise<"done" | "unreachable">;
  /** The call under way that a checkpoint belongs to. */
  flightOf(callId: string): Flight | null;
}

/** So often may the worker go away in the middle of one call before that counts as a failed try: the call may be what ends it. */
const MOST_LOSSES = 25;

export function createExecutor(given: ExecutorOptions): Executor {
  const flights = new Map<string, Flight>();
  const options: FlightOptions = { ...given, losses: new WeakMap() };
  return {
    flightOf: (callId) => flights.get(callId) ?? null,
    async execute(lease) {
      const fn = options.registry.byNo(lease.functionNo);
      if (fn === null) return await endOrphan(lease, options);
      const flight = takeOff(lease, fn);
      const callId = randomUUID();
      flights.set(callId, flight);
      try {
        return await options.clock.track(() => fly(flight, callId, options));
      } finally {
        flights.delete(callId);
      }
    },
  };
}

const SLEPT = `{"data":null,"type":"data"}`;
const TIMED_OUT = `{"error":${errorJson("InvokeTimeoutError", "The invoked function took too long")},"type":"error"}`;

function takeOff(lease: Lease, fn: AppFunction): Flight {
  const flight: Flight = {
    lease,
    fn,
    attempt: lease.attempt,
    steps: [...lease.steps],
    values: [...lease.values],
    unwritten: [],
  };
  if (lease.kind === itemKind.call) return flight;
  remember(flight, [{ step: lease.step, value: lease.kind === itemKind.invoke ? TIMED_OUT : SLEPT }]);
  flight.unwritten = flight.steps
    .slice(lease.steps.length)
    .map((step) => ({ step, value: flight.values.at(-1) ?? SLEPT }));
  return flight;
}

/** Adds answers to what the next call carries. */
export function remember(flight: Flight, memos: readonly Memo[]): void {
  for (const memo of memos) {
    if (flight.steps.includes(memo.step)) continue;
    flight.steps.push(memo.step);
    flight.values.push(memo.value);
  }
}

/** A run whose function was removed ends with that reason. */
async function endOrphan(lease: Lease, options: ExecutorOptions): Promise<"done"> {
  const result = errorJson("EngineError", "The function of this run is no longer registered");
  await options.settle({ ...baseOf(lease), memos: [], spawn: [], start: [], next: { kind: "fail", result } });
  return "done";
}

function baseOf(lease: Lease): Pick<Settlement, "runId" | "step" | "gated" | "siblings"> {
  return { runId: lease.runId, step: lease.step, gated: lease.gated, siblings: lease.siblings };
}

async function fly(flight: Flight, callId: string, options: FlightOptions): Promise<"done" | "unreachable"> {
  for (;;) {
    const asked = flight.lease.kind === itemKind.call ? flight.lease.step : "";
    const answer = countLosses(await options.worker.call(requestOf(flight, callId, asked)), flight, options);
    if (answer.kind === "unreachable") {
      options.log.debug({ runId: flight.lease.runId, reason: answer.message }, "the worker did not answer");
      return "unreachable";
    }
    const decision = decide(answer, stateOf(flight, asked, options));
    const held = await options.settle(settlementOf(flight, decision, options));
    report(flight, decision, options.log);
    if (!held || decision.next.kind !== "keep") return "done";
    flight.unwritten = [];
    flight.attempt = 0;
    remember(flight, decision.memos);
  }
}

function countLosses(answer: Answer, flight: Flight, options: FlightOptions): Answer {
  if (answer.kind !== "unreachable" || !answer.reached) return answer;
  const losses = (options.losses.get(flight.lease) ?? 0) + 1;
  options.losses.set(flight.lease, losses);
  if (losses < MOST_LOSSES) return answer;
  options.losses.delete(flight.lease);
  return { kind: "refused", message: `The worker went away ${losses} times in the middle of this call` };
}

function requestOf(flight: Flight, callId: string, asked: string) {
  const { lease, fn } = flight;
  const body = callBody({
    runId: lease.runId,
    functionId: fn.id,
    callId,
    attempt: flight.attempt,
    maxAttempts: fn.maxAttempts,
    planOnly: lease.siblings,
    event: lease.event,
    steps: flight.steps,
    values: flight.values,
  });
  const search = new URLSearchParams({ fnId: fn.id, stepId: asked === "" ? "step" : asked });
  return { method: "POST" as const, search: `?${search}`, body };
}

function stateOf(flight: Flight, asked: string, options: ExecutorOptions): CallState {
  const now = options.clock.now().epochMilliseconds;
  return {
    runId: flight.lease.runId,
    asked,
    attempt: flight.attempt,
    maxAttempts: flight.fn.maxAttempts,
    now,
    invoke: (step, invoked) => planInvoked(flight, { step, options: invoked, now }, options.registry),
  };
}

interface Invocation {
  readonly step: string;
  readonly options: z.infer<typeof invokeOptions>;
  readonly now: number;
}

function planInvoked(flight: Flight, { step, options, now }: Invocation, registry: Registry): NewRun | null {
  const fn = registry.byId(options.function_id);
  if (fn === null) return null;
  const { data = {}, user, v } = options.payload;
  const event = readyEvent({ id: randomUUID(), name: FUNCTION_INVOKED, data, user, v, ts: now });
  return planRun(fn, event, { now, parent: { run: flight.lease.runId, step } });
}

function settlementOf(flight: Flight, decision: Decision, options: ExecutorOptions): Settlement {
  const failed = decision.next.kind === "fail" ? planFailureRuns(flight, decision.next.result, options) : [];
  return {
    ...baseOf(flight.lease),
    memos: [...flight.unwritten, ...decision.memos],
    spawn: decision.spawn,
    start: [...decision.start, ...failed],
    next: decision.next,
  };
}

/** The runs of failure handlers. The failure of a handler itself starts none: it could go on for ever. */
function planFailureRuns(flight: Flight, error: string, options: ExecutorOptions): readonly NewRun[] {
  const event = JSON.parse(flight.lease.event) as EngineEvent;
  if (event.name === FUNCTION_FAILED) return [];
  const now = options.clock.now().epochMilliseconds;
  const data = { error: JSON.parse(error), event, function_id: flight.fn.id, run_id: flight.lease.runId };
  return planRuns(options.registry.list(), readyEvent({ id: randomUUID(), name: FUNCTION_FAILED, data, ts: now }), now);
}

function report(flight: Flight, decision: Decision, log: Logger): void {
  const { kind } = decision.next;
  if (kind !== "fail" && kind !== "retry") return;
  log.warn(
    { runId: flight.lease.runId, functionId: flight.fn.id, attempt: flight.attempt },
    kind === "fail" ? "a run failed" : "a call failed and is retried",
  );
}
