import type { Instant } from "@heed/core/time";
import { Temporal } from "@heed/core/time";
import type { Probe, Sample } from "./participant.ts";

/** One connected participant; `null` when it went away before it answered. */
export interface Link {
  readonly name: string;
  sample(): Promise<Sample | null>;
  probe(): Promise<Probe | null>;
  advance(now: Instant, seq: number): void;
}

export interface RunResult {
  readonly now: Instant;
  readonly jumps: number;
  readonly reason: "until" | "idle" | "cancelled";
}

export interface RunOptions {
  /** Names that must be connected before each jump. */
  readonly expected?: readonly string[];
  readonly signal?: AbortSignal;
}

export interface ClockView {
  readonly now: Instant;
  readonly seq: number;
  readonly running: boolean;
  readonly missing: readonly string[];
  readonly participants: readonly ({ readonly name: string } & Probe)[];
}

export interface Coordinator {
  now(): Instant;
  seq(): number;
  /** Returns the function that takes the participant out again, its counts included. */
  join(link: Link): () => void;
  run(until: Instant, options?: RunOptions): Promise<RunResult>;
  view(): Promise<ClockView>;
}

export interface CoordinatorOptions {
  readonly start: Instant;
  readonly seq?: number;
  readonly expected?: readonly string[];
  /** Called before a jump is announced; whoever persists the clock writes here. */
  readonly onJump?: (now: Instant, seq: number) => void;
}

interface State {
  now: Instant;
  seq: number;
  tail: Promise<unknown>;
  running: boolean;
  expected: readonly string[];
  readonly links: Set<Link>;
  readonly onJump: (now: Instant, seq: number) => void;
}

type Move =
  | { readonly kind: "jump"; readonly to: Instant }
  | { readonly kind: "end"; readonly reason: "until" | "idle" };

/** Real milliseconds between two looks at participants that are at work. */
const SHORTEST_PAUSE = 1;
const LONGEST_PAUSE = 16;
/** Real milliseconds that "nothing left" must last, since a process may be between two calls. */
const IDLE_GRACE = 30;

export function createCoordinator(options: CoordinatorOptions): Coordinator {
  const state: State = {
    now: options.start,
    seq: options.seq ?? 0,
    tail: Promise.resolve(),
    running: false,
    expected: options.expected ?? [],
    links: new Set(),
    onJump: options.onJump ?? (() => undefined),
  };
  return {
    now: () => state.now,
    seq: () => state.seq,
    join: (link) => {
      state.links.add(link);
      return () => void state.links.delete(link);
    },
    run: (until, runOptions = {}) => {
      const result = state.tail.then(() => run(state, until, runOptions));
      state.tail = result.catch(() => undefined);
      return result;
    },
    view: () => view(state),
  };
}

/**
 * | participants                                     | next instant  | does                 |
 * |--------------------------------------------------|---------------|----------------------|
 * | an expected one missing                          | -             | looks again          |
 * | in flight, busy, or active since the last look   | -             | looks again          |
 * | quiet, now = until                               | any           | ends: "until"        |
 * | quiet                                            | <= until      | jumps to it          |
 * | quiet                                            | > until       | jumps to until       |
 * | quiet for the grace                              | none          | ends: "idle"         |
 */
async function run(state: State, until: Instant, options: RunOptions): Promise<RunResult> {
  const before = state.seq;
  const result = (reason: RunResult["reason"]) => ({ now: state.now, jumps: state.seq - before, reason });
  state.running = true;
  try {
    for (let pause = SHORTEST_PAUSE; options.signal?.aborted !== true; ) {
      const move = await nextMove(state, until, options.expected ?? state.expected);
      if (move?.kind === "end") return result(move.reason);
      if (move?.kind === "jump") jump(state, move.to);
      else await sleep(pause);
      pause = move === null ? Math.min(pause * 2, LONGEST_PAUSE) : SHORTEST_PAUSE;
    }
    return result("cancelled");
  } finally {
    state.running = false;
  }
}

async function nextMove(state: State, until: Instant, expected: readonly string[]): Promise<Move | null> {
  if (missing(state, expected).length > 0) return null;
  const probes = await quietProbes(state);
  if (probes === null) return null;
  const move = chooseMove(state.now, until, probes);
  if (move.kind !== "end" || move.reason !== "idle") return move;
  await sleep(IDLE_GRACE);
  const again = await quietProbes(state);
  if (again === null || missing(state, expected).length > 0) return null;
  return chooseMove(state.now, until, again);
}

export function chooseMove(now: Instant, until: Instant, probes: readonly Pick<Probe, "nextAt">[]): Move {
  const compare = Temporal.Instant.compare;
  if (compare(now, until) >= 0) return { kind: "end", reason: "until" };
  const instants = probes.flatMap((probe) =>
    probe.nextAt !== null && compare(probe.nextAt, now) > 0 ? [probe.nextAt] : [],
  );
  const next = instants.toSorted(compare)[0];
  if (next === undefined) return { kind: "end", reason: "idle" };
  return { kind: "jump", to: compare(next, until) <= 0 ? next : until };
}

/**
 * What the participants answered, or null if any of them may be at work. The callbacks are asked between two
 * samples: if no counter moved, no tracked work ran while they looked, so their answers belong together.
 */
async function quietProbes(state: State): Promise<readonly Probe[] | null> {
  const links = [...state.links];
  const before = await answers(links, (link) => link.sample());
  if (before === null || load(before) > 0) return null;
  const probes = await answers(links, (link) => link.probe());
  if (probes === null || probes.some((probe) => probe.busy)) return null;
  const after = await answers(links, (link) => link.sample());
  if (after === null || load(after) > 0 || state.links.size !== links.length) return null;
  return before.every((sample, index) => sample.activity === after[index]?.activity) ? probes : null;
}

async function answers<T>(
  links: readonly Link[],
  ask: (link: Link) => Promise<T | null>,
): Promise<readonly T[] | null> {
  const all = await Promise.all(links.map(ask));
  const present = all.filter((answer) => answer !== null);
  return present.length === all.length ? present : null;
}

function load(samples: readonly Sample[]): number {
  return samples.reduce((sum, sample) => sum + sample.inFlight - sample.waiting, 0);
}

function jump(state: State, to: Instant): void {
  state.now = to;
  state.seq += 1;
  state.onJump(to, state.seq);
  for (const link of state.links) link.advance(to, state.seq);
}

function missing(state: State, expected: readonly string[]): readonly string[] {
  const names = new Set([...state.links].map((link) => link.name));
  return expected.filter((name) => !names.has(name));
}

/** Asks the probes too, so that a clock that does not move can be explained. */
async function view(state: State): Promise<ClockView> {
  const probes = await Promise.all(
    [...state.links].map(async (link) => ({ name: link.name, probe: await link.probe() })),
  );
  return {
    now: state.now,
    seq: state.seq,
    running: state.running,
    missing: missing(state, state.expected),
    participants: probes.flatMap(({ name, probe }) => (probe === null ? [] : [{ name, ...probe }])),
  };
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
