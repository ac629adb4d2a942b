import { type Instant, Temporal } from "../time.ts";

/**
 * The meter at Stripe takes sums that can only grow, and for a closed period nothing at all. So each closed piece of time
 * (a UTC day, cut where a billing period ends) is reported once, as the net of its entries:
 *
 * | net of a piece, with what is carried | value sent | carried on |
 * | positive                             | all of it  | 0          |
 * | negative (credits of earlier units)  | nothing    | the rest   |
 * | changed after it was reported        | the difference, as the next revision, in the open period |
 */
export interface Piece {
  /** UTC day, ISO. */
  readonly day: string;
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
}

const DAY = 24 * 3_600_000;

/** The pieces of `from` … `to`, both ends of which are on their borders or inside; the last one ends at `to`. */
export function piecesBetween(from: Instant, to: Instant, borders: readonly Instant[]): readonly Piece[] {
  const [start, end] = [from.epochMilliseconds, to.epochMilliseconds];
  const cuts = new Set<number>(borders.map(({ epochMilliseconds }) => epochMilliseconds));
  for (let at = Math.floor(start / DAY) * DAY + DAY; at < end; at += DAY) cuts.add(at);
  const inside = [...cuts].filter((at) => at > start && at < end).sort((a, b) => a - b);
  const ends = [...inside, end];
  return ends.flatMap((pieceEnd, index) => {
    const pieceStart = index === 0 ? start : (ends[index - 1] ?? start);
    return pieceEnd > pieceStart ? [piece(pieceStart, pieceEnd)] : [];
  });
}

function piece(from: number, to: number): Piece {
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms);
  return { day: at(from).toString().slice(0, 10), from: at(from), to: at(to) };
}

/** The end of the last piece that is closed: nothing more settles in it. */
export function closedUntil(now: Instant, periodEnd: Instant | null): Instant {
  const midnight = Math.floor(now.epochMilliseconds / DAY) * DAY;
  const border = periodEnd?.epochMilliseconds ?? midnight;
  const latest = border <= now.epochMilliseconds ? Math.max(midnight, border) : midnight;
  return Temporal.Instant.fromEpochMilliseconds(latest);
}

/** When the next piece closes. */
export function nextClose(now: Instant, periodEnd: Instant | null): Instant {
  const midnight = Math.floor(now.epochMilliseconds / DAY) * DAY + DAY;
  const border = periodEnd?.epochMilliseconds ?? midnight;
  const next = border > now.epochMilliseconds ? Math.min(midnight, border) : midnight;
  return Temporal.Instant.fromEpochMilliseconds(next);
}

export interface MeasuredPiece extends Piece {
  /** Sum of the metered entries in the ledger. */
  readonly net: number;
  /** How much of it earlier reports took into account, and how many there were for its day. */
  readonly accounted: number;
  readonly revisions: number;
}

export interface MeterReport {
  readonly day: string;
  readonly revision: number;
  readonly from: Instant;
  readonly to: Instant;
  /** The part of the piece's net that this report takes into account. */
  readonly net: number;
  /** What goes to Stripe; 0: nothing does. */
  readonly value: number;
  /** Credits that found no units yet; never positive. */
  readonly carry: number;
  /** The instant that Stripe is told: inside the piece, or in the open period where that is already billed. */
  readonly at: Instant;
}

export interface MeterInput {
  /** In order of time. */
  readonly pieces: readonly MeasuredPiece[];
  /** What the last report carried. */
  readonly carry: number;
  /** Start of the period that Stripe has not billed yet. */
  readonly openSince: Instant;
}

/** The reports that bring Stripe's meter up to the ledger; none where nothing changed. */
export function planReports({ pieces, carry, openSince }: MeterInput): readonly MeterReport[] {
  const reports: MeterReport[] = [];
  const revisions = new Map<string, number>();
  let carried = carry;
  for (const { day, from, to, net: total, accounted, revisions: known } of pieces) {
    const net = total - accounted;
    if (net === 0) continue;
    const revision = (revisions.get(day) ?? known) + 1;
    revisions.set(day, revision);
    const sum = carried + net;
    carried = Math.min(0, sum);
    const at = stampOf(to, openSince);
    reports.push({ day, revision, from, to, net, value: Math.max(0, sum), carry: carried, at });
  }
  return reports;
}

/** Stripe counts whole seconds; the last one inside of the piece. */
function stampOf(to: Instant, openSince: Instant): Instant {
  const last = Math.ceil(to.epochMilliseconds / 1_000) - 1;
  return Temporal.Instant.fromEpochMilliseconds(Math.max(last * 1_000, openSince.epochMilliseconds));
}

/** Unique for each report; Stripe drops a repeat within 24 hours. */
export function identifierOf(tenantId: string, { day, revision }: Pick<MeterReport, "day" | "revision">): string {
  return `${tenantId}:${day}:${revision}`;
}

/** Stripe forgets identifiers after 24 hours: a report that is older is looked up before it is sent again. */
export const SURE_OF_DEDUPE = { hours: 20 } as const;
