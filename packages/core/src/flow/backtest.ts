import { HOUR } from "../marketplace/zone-time.ts";
import type { PlannedMessage } from "../message/message.ts";
import type { Order } from "../order/order.ts";
import type { CapSettings } from "../policy/daily-cap.ts";
import { decide } from "../policy/decide.ts";
import type { Reason, Verdict } from "../policy/decision.ts";
import type { BuyerFacts, SendFacts, StoreFacts, TemplateFacts } from "../policy/facts.ts";
import type { RulePack } from "../policy/finding.ts";
import { rulePack_2026_11_23 } from "../policy/rule-pack.ts";
import { Temporal } from "../time.ts";
import type { BacktestLine, BacktestResult } from "./backtest-result.ts";
import { BacktestTally } from "./backtest-tally.ts";
import { CapPace } from "./cap-pace.ts";
import { DueQueue } from "./due-queue.ts";
import type { FlowVersion } from "./flow.ts";
import { planOrder } from "./plan-order.ts";

/** A stored order with what is known about its buyer. */
export interface BacktestOrder {
  readonly order: Order;
  readonly buyer: BuyerFacts;
  /** Nothing can be decided before the order was known. Milliseconds; the purchase where nobody says. */
  readonly knownAt?: number;
}

export interface BacktestInput {
  readonly store: StoreFacts;
  /** How the store's daily cap follows its orders. Absent: it stays what the store's facts say. */
  readonly cap?: Omit<CapSettings, "ordersLastWeek">;
  /** All flows that would be active, the tried one among them: the first that matches takes an order. */
  readonly flows: readonly FlowVersion[];
  /** What the rules find in the text that an order would get; null where the step has no text. */
  readonly template: (order: Order, templateKey: string | null) => TemplateFacts | null;
  /** The end of the simulated time, in milliseconds; what falls due later is still to come. */
  readonly until?: number;
  readonly rulePack?: RulePack;
  /** The flow that is tried: what others take is simulated, but only counted. Absent: all flows are told of. */
  readonly only?: string;
  /** Called for each order once its fate is known. */
  readonly onLine?: (line: BacktestLine) => void;
}

interface Waiting {
  readonly given: BacktestOrder;
  readonly message: PlannedMessage;
  readonly flow: FlowVersion;
  readonly waited: string | null;
}

const DAY = 24 * HOUR;

/**
 * Runs real orders of one store through the very functions that plan and decide live messages, in the order of time:
 * each message takes its place under the daily cap, waits where it has to, and is decided again then. `add` plans,
 * `advance` sends; both may be called in pieces, so that nobody's thread is blocked.
 */
export class Backtest {
  readonly #input: BacktestInput;
  readonly #queue = new DueQueue<Waiting>();
  readonly #tally = new BacktestTally();
  readonly #cap: CapPace;
  /** Instants of the e-mails of the last 24 hours, in order. */
  #emails: number[] = [];

  constructor(input: BacktestInput) {
    this.#input = input;
    this.#cap = new CapPace(input.cap ?? { own: input.store.dailyCap, base: 0 });
  }

  add(orders: readonly BacktestOrder[]): void {
    for (const given of orders) this.#plan(given);
  }

  /** @returns whether something is left to do */
  advance(most: number): boolean {
    for (let done = 0; done < most; done += 1) {
      const next = this.#queue.pop();
      if (next === null) return false;
      this.#decide(next.at, next.item);
    }
    return this.#queue.size > 0;
  }

  result(): BacktestResult {
    return this.#tally.result();
  }

  #plan(given: BacktestOrder): void {
    const { order, buyer } = given;
    const { store, flows } = this.#input;
    const now = knownFrom(given);
    this.#cap.add(order, now);
    const facts = { order, store, flows, known: [], repeatBuyer: buyer.repeatBuyer, aliasKnown: buyer.aliasKnown };
    const { messages, decisions } = planOrder(
      { ...facts, now: Temporal.Instant.fromEpochMilliseconds(now) },
      this.#pack,
    );
    const [message] = messages;
    const [line] = decisions;
    if (message === undefined) {
      this.#close({ order, outcome: "not_planned", rule: line?.rule ?? null, reasons: line?.reasons ?? [] });
      return;
    }
    const flow = flows.find(({ flowKey, version }) => flowKey === message.flowKey && version === message.flowVersion);
    if (flow === undefined) return;
    this.#queue.push(Math.max(message.dueAt.epochMilliseconds, now), { given, message, flow, waited: null });
  }

  get #pack(): RulePack {
    return this.#input.rulePack ?? rulePack_2026_11_23;
  }

  #decide(at: number, waiting: Waiting): void {
    const { given, message } = waiting;
    if (at >= (this.#input.until ?? Number.POSITIVE_INFINITY)) {
      this.#close({ order: given.order, outcome: "to_come", message, at });
      return;
    }
    const facts = this.#factsAt(at, waiting);
    const now = Temporal.Instant.fromEpochMilliseconds(at);
    const verdict = decide({ message, facts, rulePack: this.#pack, now });
    if (this.#isTold(message) && facts.template !== null && facts.template.language === null)
      this.#tally.missing(facts.template.wanted);
    this.#follow(verdict, at, waiting);
  }

  #follow(verdict: Verdict, at: number, waiting: Waiting): void {
    const { given, message } = waiting;
    switch (verdict.kind) {
      case "wait": {
        if (waiting.waited === null && this.#isTold(message)) this.#tally.waited(verdict.rule);
        const moved = { ...message, dueAt: verdict.until };
        this.#queue.push(verdict.until.epochMilliseconds, { ...waiting, message: moved, waited: verdict.rule });
        return;
      }
      case "refuse":
        this.#close({ order: given.order, outcome: "refused", message, at, ...verdict });
        return;
      case "send":
        if (verdict.lane === "email") this.#emails.push(at);
        this.#close({
          order: given.order,
          outcome: "sent",
          message: { ...message, lane: verdict.lane },
          at,
          ...verdict,
        });
    }
  }

  #factsAt(at: number, { given, message, flow }: Waiting): SendFacts {
    const { store, template } = this.#input;
    const [oldest] = this.#lastDay(at);
    const templateKey = flow.steps.find(({ stepKey }) => stepKey === message.stepKey)?.templateKey ?? null;
    return {
      order: given.order,
      store: this.#input.cap === undefined ? store : { ...store, dailyCap: this.#cap.at(at) },
      buyer: buyerAt(given.buyer, at),
      flow,
      others: [],
      sentLastDay: this.#emails.length,
      capFreesAt: oldest === undefined ? null : Temporal.Instant.fromEpochMilliseconds(oldest + DAY),
      template: message.lane === "email" ? template(given.order, templateKey) : null,
      solicitationOffered: true,
      entitled: true,
    };
  }

  #lastDay(at: number): readonly number[] {
    const gone = this.#emails.findIndex((sent) => sent >= at - DAY);
    if (gone !== 0) this.#emails = gone === -1 ? [] : this.#emails.slice(gone);
    return this.#emails;
  }

  #isTold(message: PlannedMessage | undefined): boolean {
    const { only } = this.#input;
    return only === undefined || message === undefined || message.flowKey === only;
  }

  #close(fate: Fate): void {
    if (!this.#isTold(fate.message)) {
      this.#tally.otherFlow();
      return;
    }
    const line = lineOf(fate);
    this.#tally.count(line);
    this.#input.onLine?.(line);
  }
}

function knownFrom({ knownAt, order }: BacktestOrder): number {
  return Math.max(knownAt ?? 0, order.purchasedAt.epochMilliseconds);
}

/** A refusal that came later was not known then. */
function buyerAt(buyer: BuyerFacts, at: number): BuyerFacts {
  const known = <T extends { readonly at: Temporal.Instant }>(fact: T | null) =>
    fact !== null && fact.at.epochMilliseconds <= at ? fact : null;
  return { ...buyer, optedOut: known(buyer.optedOut), suppressed: known(buyer.suppressed) };
}

interface Fate {
  readonly order: Order;
  readonly outcome: BacktestLine["outcome"];
  readonly message?: PlannedMessage;
  readonly at?: number;
  readonly rule?: string | null;
  readonly reasons?: readonly Reason[];
}

function lineOf({ order, outcome, message, at, rule, reasons }: Fate): BacktestLine {
  return {
    orderId: order.orderId,
    marketplaceId: order.marketplaceId,
    outcome,
    lane: message?.lane ?? null,
    at: at === undefined ? null : new Date(at).toISOString(),
    stepKey: message?.stepKey ?? null,
    rule: rule ?? null,
    reasons: reasons ?? [],
  };
}
