import type { Lane } from "../message/message.ts";
import type { Reason } from "../policy/decision.ts";

/** What would have become of one order. Instants in ISO 8601. */
export interface BacktestLine {
  readonly orderId: string;
  readonly marketplaceId: string;
  readonly outcome: "sent" | "refused" | "not_planned" | "to_come";
  readonly lane: Lane | null;
  readonly at: string | null;
  readonly stepKey: string | null;
  readonly rule: string | null;
  readonly reasons: readonly Reason[];
}

export interface RuleCount {
  readonly rule: string;
  readonly count: number;
}

/** Counts that a flow would have had on real orders. Results of several stores are added up by `mergeResults`. */
export interface BacktestResult {
  readonly orders: number;
  /** Messages of the tried flow; of all flows where none is tried. */
  readonly sent: number;
  /** Orders that other flows take. */
  readonly otherFlows: number;
  /** Planned, but due behind the end of the simulated time. */
  readonly toCome: number;
  readonly byLane: Readonly<Partial<Record<Lane, number>>>;
  /** Messages by step: the arms of an experiment. */
  readonly byStep: Readonly<Record<string, number>>;
  /** Why orders got no message: the rule that decided, most frequent first. */
  readonly refusals: readonly RuleCount[];
  /** Messages that waited, by the rule that made them wait first. */
  readonly waits: readonly RuleCount[];
  /** Languages that the template lacks, with the orders that fell back or went without. */
  readonly languagesMissing: readonly { readonly language: string; readonly count: number }[];
  /** 7 weekdays (Monday first) × 24 hours, in the zones of the marketplaces. */
  readonly hours: readonly (readonly number[])[];
  /** Messages by calendar day of the marketplace, in order. */
  readonly days: readonly { readonly day: string; readonly count: number }[];
  readonly samples: readonly BacktestLine[];
}

/** How many refusals by buyers to expect among so many e-mails, with 95 % of the uncertainty about the rate. */
export interface ExpectedRefusals {
  readonly emails: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Settled messages that the rate rests on; 0: on the first public sample only. */
  readonly basis: number;
}
