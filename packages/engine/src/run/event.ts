import { canonicalJson } from "../protocol/canonical.ts";

/** An event as functions see it. */
export interface EngineEvent {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  readonly user?: unknown;
  readonly v?: string | undefined;
  /** Epoch milliseconds. */
  readonly ts: number;
}

/** An event with its canonical JSON, which is stored and sent as it is. */
export interface ReadyEvent {
  readonly value: EngineEvent;
  readonly text: string;
}

export const FUNCTION_FAILED = "inngest/function.failed";
export const FUNCTION_INVOKED = "inngest/function.invoked";
export const SCHEDULED_TIMER = "inngest/scheduled.timer";

export function readyEvent(value: EngineEvent): ReadyEvent {
  return { value, text: canonicalJson(value) };
}
