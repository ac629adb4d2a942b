import { AsyncLocalStorage } from "node:async_hooks";
import type { Instant, ProbeAnswer, WaitableClock } from "@heed/core/time";
import { Temporal } from "@heed/core/time";

/** Counters of one participant. Cheap: no callback is asked. */
export interface Sample {
  readonly inFlight: number;
  readonly waiting: number;
  /** Grows with every start and end of work or of a wait; unchanged between two samples = nothing happened. */
  readonly activity: number;
}

export interface Probe extends Sample, ProbeAnswer {}

export interface Participant {
  readonly clock: WaitableClock;
  sample(): Promise<Sample>;
  probe(): Promise<Probe>;
  /** Synchronous, so that whatever asks next sees the work that the jump started. */
  advance(now: Instant): void;
}

interface Work {
  readonly parent: Work | null;
  children: number;
  waits: number;
}

interface Wait {
  readonly at: Instant;
  readonly finish: () => void;
}

interface State {
  now: Instant;
  activity: number;
  unowned: number;
  readonly current: AsyncLocalStorage<Work>;
  readonly works: Set<Work>;
  readonly waits: Set<Wait>;
  readonly probes: (() => Promise<ProbeAnswer>)[];
  readonly listeners: ((now: Instant) => void)[];
}

/**
 * The accounting of one process that shares a virtual clock.
 *
 * | work                                   | counts as                          |
 * |----------------------------------------|------------------------------------|
 * | tracked, neither waiting nor nested    | 1 in flight                        |
 * | tracked, waits for an instant          | 1 in flight, 1 waiting             |
 * | tracked, holds tracked work            | nothing; the inner work counts     |
 * | a wait outside any tracked work here   | 1 waiting: it belongs to work that |
 * |                                        | another process tracks             |
 *
 * Hence a background loop must run inside `track`, or its wait would hide the work of others.
 */
export function createParticipant(start: Instant, onClose: () => Promise<void>): Participant {
  const state: State = {
    now: start,
    activity: 0,
    unowned: 0,
    current: new AsyncLocalStorage(),
    works: new Set(),
    waits: new Set(),
    probes: [],
    listeners: [],
  };
  return {
    clock: {
      kind: "virtual",
      now: () => state.now,
      sleepUntil: (instant, signal) => sleepUntil(state, instant, signal),
      track: (work) => track(state, work),
      onProbe: (probe) => void state.probes.push(probe),
      onAdvance: (listener) => void state.listeners.push(listener),
      close: onClose,
    },
    sample: async () => {
      await macrotask();
      return sample(state);
    },
    probe: () => probe(state),
    advance: (now) => advance(state, now),
  };
}

/** Lets the promises that are already settled run first. */
function macrotask(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function sample(state: State): Sample {
  let inFlight = 0;
  let waiting = state.unowned;
  for (const work of state.works) {
    if (work.children > 0) continue;
    inFlight += 1;
    if (work.waits > 0) waiting += 1;
  }
  return { inFlight, waiting, activity: state.activity };
}

/** A callback that fails cannot tell whether there is work, so it counts as busy. */
async function probe(state: State): Promise<Probe> {
  const unknown: ProbeAnswer = { busy: true, nextAt: null };
  const answers = await Promise.all(state.probes.map((ask) => ask().catch(() => unknown)));
  const instants = [...state.waits].map((wait) => wait.at);
  for (const answer of answers) if (answer.nextAt !== null) instants.push(answer.nextAt);
  const later = instants.filter((instant) => Temporal.Instant.compare(instant, state.now) > 0);
  return {
    ...sample(state),
    busy: answers.some((answer) => answer.busy),
    nextAt: later.toSorted(Temporal.Instant.compare)[0] ?? null,
  };
}

async function track<T>(state: State, work: () => Promise<T>): Promise<T> {
  const scope: Work = { parent: owner(state), children: 0, waits: 0 };
  state.works.add(scope);
  if (scope.parent !== null) scope.parent.children += 1;
  state.activity += 1;
  try {
    return await state.current.run(scope, work);
  } finally {
    state.works.delete(scope);
    if (scope.parent !== null) scope.parent.children -= 1;
    state.activity += 1;
  }
}

/** The innermost tracked work around the caller that has not ended. */
function owner(state: State): Work | null {
  let scope = state.current.getStore() ?? null;
  while (scope !== null && !state.works.has(scope)) scope = scope.parent;
  return scope;
}

function sleepUntil(state: State, instant: Instant, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true || Temporal.Instant.compare(instant, state.now) <= 0) return Promise.resolve();
  const holder = owner(state);
  const count = (by: 1 | -1) => {
    state.activity += 1;
    if (holder === null) state.unowned += by;
    else holder.waits += by;
  };
  return new Promise((resolve) => {
    const finish = () => {
      if (!state.waits.delete(wait)) return;
      signal?.removeEventListener("abort", finish);
      count(-1);
      resolve();
    };
    const wait: Wait = { at: instant, finish };
    state.waits.add(wait);
    count(1);
    signal?.addEventListener("abort", finish, { once: true });
  });
}

function advance(state: State, now: Instant): void {
  if (Temporal.Instant.compare(now, state.now) <= 0) return;
  state.now = now;
  state.activity += 1;
  for (const listener of state.listeners) listener(now);
  const due = [...state.waits].filter((wait) => Temporal.Instant.compare(wait.at, now) <= 0);
  for (const wait of due.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) wait.finish();
}
