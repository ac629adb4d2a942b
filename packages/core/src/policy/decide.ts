import { heldUntil } from "../lane/canary.ts";
import { chooseLane, type LaneChoice } from "../lane/choose-lane.ts";
import { rampLimit } from "../lane/sender-ramp.ts";
import { isoOf } from "../marketplace/iso.ts";
import { type Marketplace, marketplaceById } from "../marketplace/marketplaces.ts";
import type { KnownMessage, Lane } from "../message/message.ts";
import { PURPOSE_MEANINGS } from "../message/purpose.ts";
import { isFinalRule } from "../message/state.ts";
import { emailWindow } from "../order/email-window.ts";
import { estimateDelivery, shipDateOf } from "../order/estimate-delivery.ts";
import type { SendWindow } from "../order/send-window.ts";
import { solicitationWindow } from "../order/solicitation-window.ts";
import { type Instant, Temporal } from "../time.ts";
import type { Reason, Verdict } from "./decision.ts";
import type { SendFacts } from "./facts.ts";
import type { RulePack } from "./finding.ts";
import { ORDER_RULE_CHECKS } from "./order-rules.ts";
import { refusals } from "./rule.ts";
import { SEND_RULE_CHECKS } from "./send-rules.ts";
import { type Timing, timingOf, type WaitInput } from "./waits.ts";

/** The planned message, as far as the verdict depends on it. */
export type DecidedMessage = Pick<KnownMessage, "slot" | "purpose" | "lane" | "stepKey" | "dueAt">;

export interface DecideInput {
  readonly message: DecidedMessage;
  readonly facts: SendFacts;
  readonly rulePack: Pick<RulePack, "id" | "emailWindowDays">;
  readonly now: Instant;
}

const RULES = [...ORDER_RULE_CHECKS, ...SEND_RULE_CHECKS];
const ALWAYS: SendWindow = { opens: Number.NEGATIVE_INFINITY, closes: Number.POSITIVE_INFINITY };

/**
 * The verdict on a message at the moment of sending, on fresh facts: every rule again, then the lane, then the time.
 * A wait that would end behind the window is a refusal. With a dry run everything is decided and nothing goes.
 */
export function decide(input: DecideInput): Verdict {
  const { message, facts } = input;
  const marketplace = marketplaceById(facts.order.marketplaceId);
  const refused = refusals(RULES, "send", {
    order: facts.order,
    store: facts.store,
    marketplace,
    slot: message.slot,
    purpose: message.purpose,
    lane: message.lane,
    known: facts.others,
    send: facts,
  });
  if (refused.length > 0 || marketplace === null) return refuse(refused);
  return message.slot === "proactive" ? decideRequest(input, marketplace) : decideTyped(input, marketplace);
}

function decideRequest(input: DecideInput, { timeZone: zone }: Marketplace): Verdict {
  const { order } = input.facts;
  const delivery = order.delivery ?? estimateDelivery(order);
  const windows: Windows = {
    zone,
    estimated: delivery.estimated,
    solicitation: solicitationWindow(delivery, zone),
    email: emailWindow({ shippedAt: shipDateOf(order), delivery, zone, days: input.rulePack.emailWindowDays }),
  };
  const choice = laneOf(input, windows.email);
  return choice.lane === "email" ? viaEmail(input, windows) : viaSolicitation(input, windows, choice.reasons);
}

interface Windows {
  readonly zone: string;
  readonly estimated: boolean;
  readonly solicitation: SendWindow;
  readonly email: SendWindow | null;
}

function viaEmail(input: DecideInput, windows: Windows): Verdict {
  // Without an e-mail window the order has not shipped, and the wait for that comes first.
  const window = windows.email ?? windows.solicitation;
  const limits = { cap: capOf(input), ramp: rampOf(input), canaryUntil: canaryUntil(input.facts) };
  const timing = timingOf({ ...waitInput(input, windows.zone), ...limits, window, needsShipment: true });
  const span = spanReason(window, "passed", windows.estimated);
  if (timing.kind === "over") return viaSolicitation(input, windows, noted([...timing.reasons, span]));
  const offer = offerReason(input.facts);
  if (timing.kind === "now" && offer?.result === "refused") return refuse([offer]);
  const passed = [span, capPassed(input), ...(offer === null ? [] : noted([offer]))];
  return verdictOf({ input, timing, lane: "email", passed });
}

function canaryUntil({ order, store }: SendFacts): number | null {
  return heldUntil(store.emailLane[order.marketplaceId]?.canary ?? null);
}

function viaSolicitation(input: DecideInput, windows: Windows, notes: readonly Reason[]): Verdict {
  const { zone, solicitation: window, estimated } = windows;
  const timing = timingOf({ ...waitInput(input, zone), window, cap: null, needsShipment: true });
  if (timing.kind === "over") {
    return refuse([spanReason(window, "refused", estimated), ...timing.reasons, ...notes]);
  }
  const passed = [spanReason(window, "passed", estimated), ...notes];
  return verdictOf({ input, timing, lane: "solicitation", passed });
}

/** Why the e-mail lane was left, or what is left open in it. */
function noted(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.map(({ rule, facts }) => ({ rule, result: "noted", facts: { lane: "email", ...facts } }));
}

/** Before a review e-mail Amazon's actions are read once; before a solicitation nobody reads, the call itself tells. */
function offerReason({ solicitationOffered: offered }: SendFacts): Reason | null {
  if (offered === true) return null;
  const result = offered === null ? "noted" : "refused";
  return { rule: "already_requested_or_ineligible", result, facts: { offered } };
}

function decideTyped(input: DecideInput, { timeZone }: Marketplace): Verdict {
  const cap = PURPOSE_MEANINGS[input.message.purpose].critical ? null : capOf(input);
  const timing = timingOf({ ...waitInput(input, timeZone), window: ALWAYS, cap, needsShipment: false });
  return verdictOf({ input, timing, lane: "typed", passed: [] });
}

function laneOf({ message, facts, now }: DecideInput, email: SendWindow | null): LaneChoice {
  return chooseLane({
    order: facts.order,
    store: facts.store,
    preference: message.lane,
    aliasKnown: facts.buyer.aliasKnown,
    emailWindow: email,
    now: now.epochMilliseconds,
    fresh: { buyer: facts.buyer, template: facts.template },
  });
}

function waitInput({ message, facts, now }: DecideInput, zone: string) {
  return {
    order: facts.order,
    store: facts.store,
    zone,
    sendHours: facts.flow.steps.find((step) => step.stepKey === message.stepKey)?.sendHours ?? null,
    dueAt: message.dueAt.epochMilliseconds,
    pausedFlow: facts.flowPaused === true ? facts.flow.flowKey : null,
    now: now.epochMilliseconds,
    notEntitled: facts.entitled ? null : (facts.notEntitled ?? UNKNOWN_ENTITLEMENT),
  };
}

const UNKNOWN_ENTITLEMENT = { why: "unpaid", used: 0, limit: 0, opensAt: null } as const;

function capOf({ facts }: DecideInput): { readonly sent: number; readonly freesAt: number | null } {
  return { sent: facts.sentLastDay, freesAt: facts.capFreesAt?.epochMilliseconds ?? null };
}

function rampOf({ facts, now }: DecideInput): NonNullable<WaitInput["ramp"]> | null {
  const { mailedLastDay: mailed, store } = facts;
  const limit = store.sender === undefined ? null : rampLimit(store.sender, now.epochMilliseconds);
  if (mailed === undefined || limit === null) return null;
  return { sent: mailed.sent, freesAt: mailed.freesAt?.epochMilliseconds ?? null, limit };
}

interface VerdictInput {
  readonly input: DecideInput;
  readonly timing: Timing;
  readonly lane: Lane;
  readonly passed: readonly Reason[];
}

function verdictOf({ input, timing, lane, passed }: VerdictInput): Verdict {
  switch (timing.kind) {
    case "over":
      return refuse(timing.reasons.map((reason) => ({ ...reason, result: "refused" })));
    case "wait":
      return {
        kind: "wait",
        until: Temporal.Instant.fromEpochMilliseconds(timing.until),
        rule: timing.rule,
        reasons: [...timing.reasons, ...passed],
      };
    case "now":
      if (!input.facts.store.dryRun) return { kind: "send", lane, reasons: passed };
      return refuse([{ rule: "dry_run", result: "refused", facts: { lane } }, ...passed]);
  }
}

/** The rule that closes the slot for good names the refusal, if there is one. */
function refuse(reasons: readonly Reason[]): Verdict {
  const refused = reasons.filter((reason) => reason.result === "refused");
  const main = refused.find(closesSlot) ?? refused[0];
  return { kind: "refuse", rule: main?.rule ?? "window_over", final: main !== undefined && closesSlot(main), reasons };
}

/** The end of an estimated window is not final: Amazon's own may be later. Nor is a mere request to cancel. */
function closesSlot({ rule, facts }: Reason): boolean {
  return isFinalRule(rule) && facts["estimated"] !== true && facts["requested"] !== true;
}

function spanReason({ opens, closes }: SendWindow, result: "refused" | "passed", estimated: boolean): Reason {
  return { rule: "window_over", result, facts: { opens: isoOf(opens), closes: isoOf(closes), estimated } };
}

function capPassed({ facts }: DecideInput): Reason {
  return { rule: "daily_cap", result: "passed", facts: { sent: facts.sentLastDay, cap: facts.store.dailyCap } };
}
