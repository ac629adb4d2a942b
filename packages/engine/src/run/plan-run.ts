import { evaluate, holds } from "../expression/evaluate.ts";
import { keyOf, timeOrderedId } from "../ids.ts";
import type { AppFunction, CancelRule } from "./app-function.ts";
import type { EngineEvent, ReadyEvent } from "./event.ts";

/** A run that is to be inserted. */
export interface NewRun {
  readonly id: string;
  readonly functionNo: number;
  readonly event: string;
  readonly gateA: string | null;
  readonly gateB: string | null;
  readonly waiters: readonly NewWaiter[];
  /** The run and step that wait for its result. */
  readonly parent: { readonly run: string; readonly step: string } | null;
  /** Present where the function is idempotent: a run with a seen key is not started. */
  readonly onceKey: string | null;
}

export interface NewWaiter {
  readonly step: string;
  readonly n: number;
  readonly key: string;
  readonly expression: string | null;
  /** Epoch milliseconds after which it is void. */
  readonly until: number | null;
}

/** The runs that an event starts. */
export function planRuns(functions: readonly AppFunction[], event: ReadyEvent, now: number): readonly NewRun[] {
  return functions
    .filter((fn) =>
      fn.triggers.some(
        (trigger) => trigger.event === event.value.name && holds(trigger.filter, { event: event.value }),
      ),
    )
    .map((fn) => planRun(fn, event, { now, parent: null }));
}

export interface RunContext {
  /** Epoch milliseconds of the engine's clock. */
  readonly now: number;
  readonly parent: NewRun["parent"];
}

/** The run of a function for an event, whatever its triggers say. */
export function planRun(fn: AppFunction, event: ReadyEvent, { now, parent }: RunContext): NewRun {
  const [gateA = null, gateB = null] = fn.gates.map((gate, index) => {
    const value = gate.key === null ? null : evaluate(gate.key, { event: event.value });
    return keyOf("gate", fn.id, index, value ?? null);
  });
  return {
    id: timeOrderedId(now),
    functionNo: fn.no,
    event: event.text,
    gateA,
    gateB,
    waiters: fn.cancel.map((rule, n) => planCancel({ fn, rule, n, event: event.value, now })),
    parent,
    onceKey: onceKey(fn, event.value),
  };
}

function onceKey(fn: AppFunction, event: EngineEvent): string | null {
  const value = fn.idempotency === null ? undefined : evaluate(fn.idempotency, { event });
  return value === undefined ? null : keyOf("once", fn.id, value);
}

interface CancelPlan {
  readonly fn: AppFunction;
  readonly rule: CancelRule;
  readonly n: number;
  readonly event: EngineEvent;
  readonly now: number;
}

function planCancel({ fn, rule, n, event, now }: CancelPlan): NewWaiter {
  const values = rule.equalities.map((equality) => evaluate(equality.event, { event }) ?? null);
  return {
    step: "",
    n,
    key: keyOf("cancel", fn.id, n, values),
    expression: null,
    until: rule.timeout === null ? null : now + rule.timeout,
  };
}

/** The keys under which runs may be waiting for this event. */
export function arrivalKeys(functions: readonly AppFunction[], event: EngineEvent): readonly string[] {
  const cancels = functions.flatMap((fn) =>
    fn.cancel.flatMap((rule, n) => {
      if (rule.event !== event.name) return [];
      const values = rule.equalities.map((equality) => evaluate(equality.async, { event: null, async: event }) ?? null);
      return [keyOf("cancel", fn.id, n, values)];
    }),
  );
  return [waitKey(event.name), ...cancels];
}

/** The key of a step that waits for any event of a name; its expression is evaluated when one arrives. */
export function waitKey(eventName: string): string {
  return keyOf("wait", eventName);
}
