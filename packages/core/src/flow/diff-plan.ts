import type { KnownMessage, PlannedMessage } from "../message/message.ts";
import type { Instant } from "../time.ts";
import { isByHand } from "./by-hand.ts";

export interface DiffInput {
  /** Rows of the order in any state; only `planned` ones are compared and changed, and none that a person wrote. */
  readonly known: readonly KnownMessage[];
  readonly wanted: readonly PlannedMessage[];
  readonly now: Instant;
  /** After a pause ends: what a wait put off falls due again at once. */
  readonly pullForward?: boolean;
}

export interface PlanUpdate {
  readonly before: KnownMessage;
  readonly message: PlannedMessage;
  /** The row's next plan version: a run of the earlier one can no longer claim it. */
  readonly planVersion: number;
}

export interface PlanDiff {
  readonly insert: readonly PlannedMessage[];
  readonly update: readonly PlanUpdate[];
  readonly supersede: readonly KnownMessage[];
}

/** What to write so that the planned rows of an order become the plan; the slot is the key. */
export function diffPlan(input: DiffInput): PlanDiff {
  const planned = input.known.filter((row) => row.state === "planned" && !isByHand(row));
  const insert: PlannedMessage[] = [];
  const update: PlanUpdate[] = [];
  for (const message of input.wanted) {
    const before = planned.find((row) => row.slot === message.slot);
    if (before === undefined) insert.push(message);
    else if (differs(before, message, input)) update.push({ before, message, planVersion: before.planVersion + 1 });
  }
  const supersede = planned.filter((row) => !input.wanted.some((message) => message.slot === row.slot));
  return { insert, update, supersede };
}

/** What a wait put off stays put off while the plan wants what it wanted; a plan that moved counts from then on. */
function differs(before: KnownMessage, message: PlannedMessage, input: DiffInput): boolean {
  if (before.lane !== message.lane || before.purpose !== message.purpose || before.stepKey !== message.stepKey)
    return true;
  if (before.flowKey !== message.flowKey || before.flowVersion !== message.flowVersion) return true;
  if (!sameInstant(before.plannedFor, message.plannedFor ?? message.dueAt)) return true;
  return input.pullForward === true && !sameInstant(before.dueAt, message.dueAt);
}

function sameInstant(one: Instant, other: Instant): boolean {
  return one.epochMilliseconds === other.epochMilliseconds;
}
