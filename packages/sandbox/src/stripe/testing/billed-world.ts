import { closedUntil, identifierOf, nextClose, piecesBetween, planReports } from "@heed/core/billing/meter";
import { isMetered } from "@heed/core/billing/standing";
import { type UsageEntry, usageOnFailure } from "@heed/core/billing/usage-entry";
import type { Lane, MessageState } from "@heed/core/message/message";
import { settle, settlesAt } from "@heed/core/message/settle";
import { canMove } from "@heed/core/message/state";
import { type Instant, Temporal } from "@heed/core/time";
import { advance } from "../advance.ts";
import { changePrices } from "../subscriptions.ts";
import { meter, plannedAccount, post, subscribe, type TestAccount } from "./catalog.ts";

/** A bug on purpose, which the property must see. */
export type Bug = "credit_twice" | "late_credit_lost" | "trial_counted" | null;

export interface Sent {
  readonly lane: Lane;
  readonly sentAt: number;
  state: MessageState;
  /** What happened to it, told beside the entries, which may be wrong on purpose. */
  settledAt: number | null;
  creditedAt: number | null;
  readonly entries: (UsageEntry & { readonly at: number; readonly metered: boolean })[];
}

export type Step =
  | { readonly do: "send"; readonly lane: Lane; readonly count: number }
  | { readonly do: "pass"; readonly hours: number }
  | { readonly do: "refuse"; readonly which: number; readonly creditable: boolean }
  | { readonly do: "subscribe"; readonly plan: string }
  | { readonly do: "change"; readonly plan: string }
  | { readonly do: "repeat_report" };

/** Some afternoon: periods end inside of days. */
const START = Date.parse("2026-01-14T15:37:12Z") / 1_000;
const TENANT = "tenant";

interface Report {
  readonly identifier: string;
  readonly value: number;
  readonly at: number;
}

/** One workspace with its ledger and meter, on core's rules, and Stripe's side of it: the sandbox's own account. */
export class BilledWorld {
  readonly stripe: TestAccount = plannedAccount(START);
  readonly messages: Sent[] = [];
  readonly customer: string;
  subscription: string | null = null;
  now = START;
  readonly #bug: Bug;
  readonly #reports: Report[] = [];
  readonly #accounted = new Map<string, { net: number; revisions: number }>();
  /** Messages that settling has not closed yet. */
  readonly #unsettled = new Set<Sent>();
  /** Metered entries in the order of time. */
  readonly #metered: { readonly at: number; readonly units: number }[] = [];
  /** Whether the ledger has grown since the last report. */
  #grown = false;
  #carry = 0;

  constructor(bug: Bug) {
    this.#bug = bug;
    this.customer = post(this.stripe.account, "/customers", { form: { name: "Test" }, now: START }).id;
  }

  take(step: Step): void {
    // No two things happen at the same second.
    this.passTo(this.now + 2);
    if (step.do === "send") this.#sendAll(step.lane, step.count);
    if (step.do === "pass") this.passTo(this.now + step.hours * 3_600);
    if (step.do === "refuse") this.#refuse(step);
    if (step.do === "subscribe") {
      this.subscription ??= subscribe(this.stripe, { customer: this.customer, plan: step.plan }, this.now);
    }
    if (step.do === "change") this.#change(step.plan);
    if (step.do === "repeat_report") this.#repeat();
  }

  /** Time goes on as the worker sees it: messages settle, days close, Stripe does what falls due. */
  passTo(to: number): void {
    for (let next = this.#next(to); next !== null; next = this.#next(to)) {
      this.now = next;
      advance(this.stripe.account, next);
      this.#settle();
      this.#report();
    }
    this.now = to;
    advance(this.stripe.account, to);
  }

  get metered(): boolean {
    const status = this.#subscription()?.status ?? null;
    return isMetered(status === "incomplete" ? null : status);
  }

  #subscription() {
    return this.subscription === null ? undefined : this.stripe.account.subscriptions.get(this.subscription);
  }

  #periodEnd(): Instant | null {
    const one = this.#subscription();
    return one === undefined ? null : instant(one.periodEnd);
  }

  #next(to: number): number | null {
    const close = nextClose(instant(this.now), this.#periodEnd()).epochMilliseconds / 1_000;
    let next = close;
    for (const { lane, sentAt } of this.#unsettled) next = Math.min(next, Math.max(due(lane, sentAt), this.now + 1));
    return next <= to ? next : null;
  }

  #sendAll(lane: Lane, count: number): void {
    for (let index = 0; index < count; index += 1) this.#send(lane);
  }

  #send(lane: Lane): void {
    const message: Sent = { lane, sentAt: this.now, state: "sent", settledAt: null, creditedAt: null, entries: [] };
    this.messages.push(message);
    this.#unsettled.add(message);
  }

  #settle(): void {
    for (const message of this.#unsettled) {
      const entries = message.entries.map(({ kind }) => kind);
      const { state, lane, sentAt } = message;
      const done = settle({
        state,
        lane,
        sentAt: instant(sentAt),
        now: instant(this.now),
        heldByNotice: false,
        entries,
      });
      if (done === null) continue;
      message.state = done.state ?? message.state;
      message.settledAt = this.now;
      this.#unsettled.delete(message);
      const metered = this.#bug === "trial_counted" ? true : this.metered;
      this.#book(message, done.entry, metered);
    }
  }

  #refuse({ which, creditable }: Extract<Step, { do: "refuse" }>): void {
    const refusable = this.messages.filter(({ lane }) => lane !== "solicitation");
    const message = refusable[which % Math.max(1, refusable.length)];
    if (message === undefined) return;
    if (!this.#mayBeRefused(message)) return;
    const reached = message.entries.find(({ kind }) => kind === "reached");
    const entry = usageOnFailure("refused_by_buyer", reached !== undefined, creditable);
    message.state = "refused_by_buyer";
    if (creditable && message.settledAt !== null) message.creditedAt ??= this.now;
    if (entry === null || (this.#bug === "late_credit_lost" && this.#isLate(reached?.at))) return;
    if (reached === undefined) this.#unsettled.delete(message);
    this.#book(message, entry, reached?.metered ?? false);
  }

  #mayBeRefused({ state }: Sent): boolean {
    return canMove(state, "refused_by_buyer") || (this.#bug === "credit_twice" && state === "refused_by_buyer");
  }

  #book(message: Sent, entry: UsageEntry, metered: boolean): void {
    message.entries.push({ ...entry, at: this.now, metered });
    if (!metered) return;
    this.#metered.push({ at: this.now, units: entry.units });
    this.#grown = true;
  }

  /** After the period in which the message was billed. */
  #isLate(reachedAt: number | undefined): boolean {
    const start = this.#subscription()?.periodStart;
    return reachedAt !== undefined && start !== undefined && reachedAt < start;
  }

  #report(): void {
    const first = this.#metered[0]?.at;
    const to = closedUntil(instant(this.now), this.#lastBorder());
    if (!this.#grown || first === undefined || to.epochMilliseconds <= first * 1_000) return;
    this.#grown = (this.#metered.at(-1)?.at ?? 0) * 1_000 >= to.epochMilliseconds;
    const from = Math.max(first, this.now - 3 * 86_400);
    const pieces = piecesBetween(instant(dayStart(from)), to, this.#borders()).map((piece) => {
      const known = this.#accounted.get(piece.from.toString());
      return {
        ...piece,
        net: this.#net(piece.from, piece.to),
        accounted: known?.net ?? 0,
        revisions: this.#revisions(piece.day),
      };
    });
    for (const report of planReports({ pieces, carry: this.#carry, openSince: instant(0) })) {
      const key = report.from.toString();
      this.#accounted.set(key, { net: (this.#accounted.get(key)?.net ?? 0) + report.net, revisions: report.revision });
      this.#dayRevisions.set(report.day, report.revision);
      this.#carry = report.carry;
      if (report.value === 0) continue;
      const sent = {
        identifier: identifierOf(TENANT, report),
        value: report.value,
        at: report.at.epochMilliseconds / 1_000,
      };
      this.#reports.push(sent);
      this.#tell(sent, 200);
    }
  }

  readonly #dayRevisions = new Map<string, number>();

  #revisions(day: string): number {
    return this.#dayRevisions.get(day) ?? 0;
  }

  readonly #ends = new Set<number>();

  #borders(): Instant[] {
    const one = this.#subscription();
    if (one !== undefined) for (const end of [one.periodStart, one.periodEnd]) this.#ends.add(end);
    return [...this.#ends].map(instant);
  }

  #lastBorder(): Instant | null {
    const one = this.#subscription();
    return one === undefined ? null : instant(one.periodStart);
  }

  #net(from: Instant, to: Instant): number {
    const [start, end] = [from.epochMilliseconds / 1_000, to.epochMilliseconds / 1_000];
    let net = 0;
    for (let index = this.#metered.length - 1; index >= 0; index -= 1) {
      const { at, units } = this.#metered[index] ?? { at: 0, units: 0 };
      if (at < start) break;
      if (at < end) net += units;
    }
    return net;
  }

  /** A worker that died after the call and before its row repeats it. */
  #repeat(): void {
    const last = this.#reports.at(-1);
    if (last !== undefined && this.now - last.at < 86_400) this.#tell(last, 400);
  }

  #tell({ identifier, value, at }: Report, expected: number): void {
    const status = meter(this.stripe.account, { customer: this.customer, identifier, value, at }, this.now);
    if (status !== expected) throw new Error(`Stripe answered ${status} to ${identifier}`);
  }

  #change(plan: string): void {
    const one = this.#subscription();
    const next = this.stripe.prices.get(plan);
    const [base, usage] = one?.items ?? [];
    if (one === undefined || next === undefined || base === undefined || usage === undefined) return;
    if (base.price === next.base) return;
    const prices = new Map([
      [base.id, next.base],
      [usage.id, next.usage],
    ]);
    changePrices(this.stripe.account, one, { prices, prorateAt: this.now, at: this.now });
  }
}

function due(lane: Lane, sentAt: number): number {
  return Math.ceil(settlesAt(lane, instant(sentAt)).epochMilliseconds / 1_000);
}

function dayStart(at: number): number {
  return Math.floor(at / 86_400) * 86_400;
}

export function instant(seconds: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
}
