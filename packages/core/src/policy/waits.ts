import type { NotEntitled } from "../billing/allowance.ts";
import type { SendHours } from "../flow/flow.ts";
import { openingFrom } from "../flow/send-hours.ts";
import { isoOf } from "../marketplace/iso.ts";
import { DAY, HOUR } from "../marketplace/zone-time.ts";
import type { Order } from "../order/order.ts";
import { STATUS_MEANINGS } from "../order/order-status.ts";
import type { SendWindow } from "../order/send-window.ts";
import { afterBlackouts } from "./blackout.ts";
import type { OrderRule, Reason } from "./decision.ts";
import type { StoreFacts } from "./facts.ts";

export interface WaitInput {
  readonly order: Pick<Order, "status">;
  readonly store: Pick<StoreFacts, "paused" | "blackouts" | "dailyCap">;
  readonly zone: string;
  readonly window: SendWindow;
  readonly sendHours: SendHours | null;
  /** Null where the cap does not count the message (solicitations, critical typed messages). */
  readonly cap: { readonly sent: number; readonly freesAt: number | null } | null;
  /** The ramp of a young sender; null where none applies. */
  readonly ramp?: { readonly sent: number; readonly freesAt: number | null; readonly limit: number } | null;
  /** Until when an e-mail waits for the canary of its lane. */
  readonly canaryUntil?: number | null;
  /** Planned instant; nothing goes earlier. */
  readonly dueAt: number;
  readonly needsShipment: boolean;
  /** Key of the message's flow where that is paused. */
  readonly pausedFlow?: string | null;
  /** Why the workspace may not send at the moment; null or absent: it may. */
  readonly notEntitled?: NotEntitled | null;
  readonly now: number;
}

export type Timing =
  | { readonly kind: "now" }
  | { readonly kind: "wait"; readonly until: number; readonly rule: OrderRule; readonly reasons: readonly Reason[] }
  /** The window is over, or what the message waits for ends behind it. */
  | { readonly kind: "over"; readonly reasons: readonly Reason[] };

/** How long to leave a message alone whose wait has no known end. */
const PAUSE_CHECK = 6 * HOUR;
const SHIPMENT_CHECK = DAY;
/** A payment or a larger plan lets messages look again at once; this is for everything else. */
const ENTITLEMENT_CHECK = DAY;
/** A full cap frees one place at a time; whoever waits for it looks again no more often than this. */
const CAP_CHECK = HOUR / 4;
/** Blackouts and send hours push each other on; a store that is closed for this many steps is closed. */
const MOST_STEPS = 64;

interface Step {
  readonly rule: OrderRule;
  readonly until: number;
  readonly facts?: Reason["facts"];
}

/** Whether a message may go at this moment, and if not, from when on. */
export function timingOf(input: WaitInput): Timing {
  const { opens, closes } = input.window;
  if (input.now >= closes || opens >= closes) return { kind: "over", reasons: [] };
  const openEnded = openEndedWait(input);
  if (openEnded !== null) return waiting(openEnded.rule, Math.min(openEnded.until, closes), [openEnded]);
  const steps = waitSteps(input);
  const [first] = steps;
  if (first === undefined) return { kind: "now" };
  const until = Math.max(...steps.map((step) => step.until));
  if (until >= closes) return { kind: "over", reasons: steps.map(reasonOf) };
  return waiting(first.rule, until, steps);
}

/** A pause and a late shipment end when somebody acts; the window's end still bounds the wait. */
function openEndedWait(input: WaitInput): Step | null {
  if (input.store.paused) return { rule: "store_paused", until: input.now + PAUSE_CHECK };
  if (input.pausedFlow != null) {
    return { rule: "store_paused", until: input.now + PAUSE_CHECK, facts: { flow: input.pausedFlow } };
  }
  if (input.notEntitled != null) return entitlementStep(input.notEntitled, input.now);
  if (!input.needsShipment || STATUS_MEANINGS[input.order.status].shipped) return null;
  return { rule: "window_not_open", until: input.now + SHIPMENT_CHECK, facts: { status: input.order.status } };
}

/** Nothing is refused for want of an allowance: it waits for the next period or a payment, within its window. */
function entitlementStep({ why, used, limit, opensAt }: NotEntitled, now: number): Step {
  const until = Math.max(now + ENTITLEMENT_CHECK, Math.min(opensAt?.epochMilliseconds ?? 0, now + 7 * DAY));
  return { rule: "entitlement", until, facts: { why, used, limit } };
}

function waitSteps(input: WaitInput): readonly Step[] {
  const steps: Step[] = [];
  const opens = Math.max(input.window.opens, input.dueAt);
  if (opens > input.now) steps.push({ rule: "window_not_open", until: opens });
  const { canaryUntil = null } = input;
  if (canaryUntil !== null && canaryUntil > input.now) steps.push({ rule: "sender_not_proven", until: canaryUntil });
  const cap = capStep(input);
  if (cap !== null) steps.push(cap);
  const ramp = rampStep(input);
  if (ramp !== null) steps.push(ramp);
  const from = Math.max(input.now, ...steps.map((step) => step.until));
  return [...steps, ...closedSteps(input, from)];
}

function capStep({ cap, store, now }: WaitInput): Step | null {
  if (cap === null || cap.sent < store.dailyCap) return null;
  const until = Math.max(cap.freesAt ?? Number.POSITIVE_INFINITY, now + CAP_CHECK);
  return { rule: "daily_cap", until, facts: { sent: cap.sent, cap: store.dailyCap } };
}

function rampStep({ ramp, now }: WaitInput): Step | null {
  if (ramp == null || ramp.sent < ramp.limit) return null;
  const until = Math.max(ramp.freesAt ?? Number.POSITIVE_INFINITY, now + CAP_CHECK);
  return { rule: "sender_ramp", until, facts: { sent: ramp.sent, cap: ramp.limit } };
}

function closedSteps({ store, zone, sendHours, window }: WaitInput, from: number): readonly Step[] {
  const steps: Step[] = [];
  let at = from;
  for (let step = 0; step < MOST_STEPS && at < window.closes; step += 1) {
    const free = afterBlackouts(at, store.blackouts, zone);
    if (free > at) steps.push({ rule: "blackout", until: free });
    const open = openingFrom(free, sendHours, zone) ?? Number.POSITIVE_INFINITY;
    if (open > free) steps.push({ rule: "send_hours", until: open });
    if (open === at) return steps;
    at = open;
  }
  return steps;
}

function waiting(rule: OrderRule, until: number, steps: readonly Step[]): Timing {
  return { kind: "wait", until, rule, reasons: steps.map(reasonOf) };
}

function reasonOf({ rule, until, facts }: Step): Reason {
  return { rule, result: "wait", facts: { ...facts, until: Number.isFinite(until) ? isoOf(until) : null } };
}
