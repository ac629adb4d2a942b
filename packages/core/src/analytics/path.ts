/** Counters of a store, marketplace and span of time. */
export interface PathCounts {
  readonly orders: number;
  /** Orders that were not planned or refused at sending, by the rule that decided. */
  readonly notPlanned: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
  readonly planned: number;
  readonly sent: number;
  readonly reached: number;
  /** Fates of sent messages beside `reached`: refused_by_buyer, bounced, failed, unknown … */
  readonly fates: Readonly<Record<string, number>>;
}

export const STAGES = ["orders", "eligible", "planned", "sent", "reached"] as const;
export type Stage = (typeof STAGES)[number];

export interface PathStage {
  readonly stage: Stage;
  readonly count: number;
  /** Who fell out on the way to the next stage, most first. */
  readonly fallOuts: readonly { readonly rule: string; readonly count: number }[];
  /** On the way and not decided yet: neither fallen out nor at the next stage. */
  readonly open: number;
}

/** Rules that say what kind of order it is, rather than what the seller or the buyer chose. */
const NOT_ELIGIBLE: ReadonlySet<string> = new Set([
  "not_amazon_channel",
  "cancelled",
  "replacement",
  "before_cut_over",
  "window_over",
]);

/** The way from orders to reached buyers, with everybody who fell out and why. */
export function pathOf(counts: PathCounts): readonly PathStage[] {
  const ineligible = pick(counts.notPlanned, (rule) => NOT_ELIGIBLE.has(rule));
  const unwanted = pick(counts.notPlanned, (rule) => !NOT_ELIGIBLE.has(rule));
  const eligible = counts.orders - total(ineligible);
  return [
    stage("orders", counts.orders, ineligible, eligible),
    stage("eligible", eligible, unwanted, counts.planned),
    stage("planned", counts.planned, counts.refused, counts.sent),
    stage("sent", counts.sent, counts.fates, counts.reached),
    { stage: "reached", count: counts.reached, fallOuts: [], open: 0 },
  ];
}

function stage(name: Stage, ...rest: readonly [number, Readonly<Record<string, number>>, number]): PathStage {
  const [count, out, next] = rest;
  const fallOuts = Object.entries(out)
    .map(([rule, fallen]) => ({ rule, count: fallen }))
    .filter((fallen) => fallen.count > 0)
    .toSorted((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
  return { stage: name, count, fallOuts, open: Math.max(0, count - total(out) - next) };
}

function pick(counts: Readonly<Record<string, number>>, keep: (rule: string) => boolean): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([rule]) => keep(rule)));
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
