import { chooseLane, type LaneChoice } from "../lane/choose-lane.ts";
import { isoOf } from "../marketplace/iso.ts";
import { type Marketplace, marketplaceById } from "../marketplace/marketplaces.ts";
import type { PlannedMessage } from "../message/message.ts";
import { slotOf } from "../message/purpose.ts";
import { emailWindow } from "../order/email-window.ts";
import { estimateDelivery, shipDateOf } from "../order/estimate-delivery.ts";
import type { DeliveryWindow } from "../order/order.ts";
import type { SendWindow } from "../order/send-window.ts";
import { solicitationWindow } from "../order/solicitation-window.ts";
import { flowMismatch } from "../policy/condition-facts.ts";
import type { Decision, Reason } from "../policy/decision.ts";
import type { PlanInput } from "../policy/facts.ts";
import type { RulePack } from "../policy/finding.ts";
import { ORDER_RULE_CHECKS } from "../policy/order-rules.ts";
import { refusals } from "../policy/rule.ts";
import { rulePack_2026_11_23 } from "../policy/rule-pack.ts";
import { Temporal } from "../time.ts";
import { dealOrder } from "./deal-order.ts";
import { type DueInput, dueAt } from "./due-at.ts";
import type { FlowStep, FlowVersion } from "./flow.ts";
import { turnAt } from "./spread.ts";

export interface PlanResult {
  readonly messages: readonly PlannedMessage[];
  /** One line for the order with all reasons of the phase. */
  readonly decisions: readonly Decision[];
}

type PlanPack = Pick<RulePack, "id" | "emailWindowDays">;

interface Match {
  readonly flow: FlowVersion;
  readonly step: FlowStep;
}

interface Timing {
  readonly window: SendWindow;
  readonly choice: LaneChoice;
}

/**
 * Plans the one proactive request of an order: the first flow that matches takes the slot. Pure and the same for the
 * same order, so that a change of the order is planned again with this function and a diff (diff-plan.ts).
 */
export function planOrder(input: PlanInput, rulePack: PlanPack = rulePack_2026_11_23): PlanResult {
  const marketplace = marketplaceById(input.order.marketplaceId);
  const refused = refusals(ORDER_RULE_CHECKS, "plan", {
    order: input.order,
    store: input.store,
    marketplace,
    slot: "proactive",
    purpose: "review_request",
    lane: null,
    known: input.known,
    send: null,
  });
  if (refused.length > 0 || marketplace === null) return notPlanned(refused, rulePack);
  const { match, reasons } = firstMatch(input);
  if (match === null) return notPlanned(reasons, rulePack);
  const step = stepFor(match, input);
  if (step === null) return notPlanned([heldOut(match)], rulePack);
  return planMatch({ input, rulePack, marketplace, match: { flow: match, step } });
}

interface MatchInput {
  readonly input: PlanInput;
  readonly rulePack: PlanPack;
  readonly marketplace: Marketplace;
  readonly match: Match;
}

function planMatch({ input, rulePack, marketplace, match }: MatchInput): PlanResult {
  const zone = marketplace.timeZone;
  const { order } = input;
  const delivery = order.delivery ?? estimateDelivery(order);
  const { window, choice } = timingOf({ input, rulePack, marketplace, match }, delivery);
  const span = { opens: isoOf(window.opens), closes: isoOf(window.closes), estimated: delivery.estimated };
  if (input.now.epochMilliseconds >= window.closes || window.opens >= window.closes) {
    return notPlanned([...choice.reasons, { rule: "window_over", result: "refused", facts: span }], rulePack);
  }
  const wanted = { step: match.step, order, delivery, window, zone };
  const due = dueOf(wanted, input);
  if (due === null) {
    return notPlanned([...choice.reasons, { rule: "send_hours", result: "refused", facts: span }], rulePack);
  }
  const later = input.turn === undefined ? {} : laterTurn(wanted, due);
  const message = { ...plannedMessage(match, choice, due), ...later };
  const reasons: Reason[] = [
    { rule: "condition_not_met", result: "passed", facts: { flow: message.flowKey, version: message.flowVersion } },
    { rule: "window_over", result: "passed", facts: span },
    { rule: "send_hours", result: "passed", facts: { dueAt: isoOf(due) } },
    ...choice.reasons,
  ];
  return { messages: [message], decisions: [{ ...line(reasons, rulePack), verdict: "planned", lane: message.lane }] };
}

/** What is due already takes its turn, never past its window; what falls due later keeps its own time. */
function dueOf(given: DueInput, { turn, now: instant }: PlanInput): number | null {
  const due = dueAt(given);
  const now = instant.epochMilliseconds;
  if (due === null || turn === undefined || due > now) return due;
  const { window, zone, step } = given;
  const inTurn = turnAt({ turn, now, window, hours: step.sendHours, zone });
  return inTurn ?? dueAt({ ...given, step: { ...step, delayDays: LATE } }) ?? due;
}

/** A delay behind every window: the message takes the last chance within it. */
const LATE = 365;

/** Remembers when the flow wanted it, so that planning again does not call it back. */
function laterTurn(given: DueInput, due: number): Pick<PlannedMessage, "plannedFor"> {
  const wanted = dueAt(given);
  if (wanted === null || wanted === due) return {};
  return { plannedFor: Temporal.Instant.fromEpochMilliseconds(wanted) };
}

/** The step for this order: of an experiment the arm that it is dealt to, else the flow's one proactive step. */
function stepFor(flow: FlowVersion, { order }: PlanInput): FlowStep | null {
  const steps = flow.steps.filter((candidate) => slotOf(candidate.purpose) === "proactive");
  if (flow.experiment == null) return steps[0] ?? null;
  const { stepKey } = dealOrder(flow.experiment, order.orderId);
  return steps.find((step) => step.stepKey === stepKey) ?? null;
}

function heldOut({ flowKey, version, experiment }: FlowVersion): Reason {
  const facts = { flow: flowKey, version, experiment: experiment?.key ?? null };
  return { rule: "held_out", result: "refused", facts };
}

function timingOf({ input, rulePack, marketplace, match }: MatchInput, delivery: DeliveryWindow): Timing {
  const { order, store, aliasKnown } = input;
  const email = emailWindow({
    shippedAt: shipDateOf(order),
    delivery,
    zone: marketplace.timeZone,
    days: rulePack.emailWindowDays,
  });
  const choice = chooseLane({
    order,
    store,
    preference: match.step.lanePreference,
    aliasKnown,
    emailWindow: email,
    now: input.now.epochMilliseconds,
    fresh: null,
  });
  const window = choice.lane === "email" && email !== null ? email : solicitationWindow(delivery, marketplace.timeZone);
  return { window, choice };
}

function plannedMessage({ flow, step }: Match, choice: LaneChoice, due: number): PlannedMessage {
  return {
    slot: "proactive",
    purpose: step.purpose,
    flowKey: flow.flowKey,
    flowVersion: flow.version,
    stepKey: step.stepKey,
    lane: choice.lane,
    dueAt: Temporal.Instant.fromEpochMilliseconds(due),
  };
}

/** Walks the flows; each that does not match leaves its reason. */
function firstMatch(input: PlanInput): { readonly match: FlowVersion | null; readonly reasons: readonly Reason[] } {
  const reasons: Reason[] = [];
  for (const flow of candidates(input)) {
    if (!flow.steps.some((candidate) => slotOf(candidate.purpose) === "proactive")) continue;
    const facts = flowMismatch(flow, input);
    if (facts === null) return { match: flow, reasons };
    reasons.push({ rule: "condition_not_met", result: "refused", facts });
  }
  if (reasons.length === 0) reasons.push({ rule: "condition_not_met", result: "refused", facts: { flow: null } });
  return { match: null, reasons };
}

/** A planned message keeps its flow and version as long as they are given and match; other orders take the first that matches. */
function candidates(input: PlanInput): readonly FlowVersion[] {
  const flows = byPriority(input.flows);
  if (input.repin === true || input.known.length === 0) return flows;
  const pinned = input.known.find((message) => message.state === "planned" && message.slot === "proactive");
  if (pinned === undefined) return flows;
  const isPinned = (flow: FlowVersion) => flow.flowKey === pinned.flowKey && flow.version === pinned.flowVersion;
  return [...flows.filter(isPinned), ...flows.filter((flow) => !isPinned(flow))];
}

/** Of two versions of one flow the newer comes first. */
function byPriority(flows: readonly FlowVersion[]): readonly FlowVersion[] {
  if (flows.length < 2) return flows;
  return flows.toSorted((a, b) => a.priority - b.priority || byKey(a, b) || b.version - a.version);
}

function byKey(a: FlowVersion, b: FlowVersion): number {
  if (a.flowKey === b.flowKey) return 0;
  return a.flowKey < b.flowKey ? -1 : 1;
}

function notPlanned(reasons: readonly Reason[], rulePack: PlanPack): PlanResult {
  return { messages: [], decisions: [line(reasons, rulePack)] };
}

function line(reasons: readonly Reason[], rulePack: PlanPack): Decision {
  return {
    phase: "plan",
    verdict: "not_planned",
    slot: "proactive",
    purpose: "review_request",
    lane: null,
    rule: reasons.find((reason) => reason.result === "refused")?.rule ?? null,
    rulePack: rulePack.id,
    waitUntil: null,
    reasons,
  };
}
