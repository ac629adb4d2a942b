import { AsyncLocalStorage } from "node:async_hooks";
import type { Logger } from "pino";
import type { Lease } from "../store/lease.ts";

export interface DispatcherOptions {
  /** Calls under way at once. */
  readonly concurrency: number;
  /** Takes up to so many due items. */
  readonly lease: (limit: number) => Promise<readonly Lease[]>;
  readonly execute: (lease: Lease) => Promise<"done" | "unreachable">;
  /** Gives back what a lease took whose answer was lost: all that this process holds but these. */
  readonly giveBack: (known: readonly Lease[]) => Promise<unknown>;
  readonly log: Logger;
}

export interface Dispatcher {
  /** Something may be due. */
  wake(): void;
  /**
   * Whether nothing could be started now: what is due waits for a slot of its key or of this process, and so for calls
   * under way. Looks at the queue to tell.
   */
  isSaturated(): Promise<boolean>;
  /** Takes nothing more; resolves when the calls under way have ended or the time (real milliseconds) is over. */
  stop(patience: number): Promise<void>;
}

interface State extends DispatcherOptions {
  /** Leased, not started. */
  readonly waiting: Lease[];
  running: number;
  /** Waiting, under way or put aside. */
  readonly known: Set<Lease>;
  /** A lease failed, and may have taken effect all the same: until then (real milliseconds) what it took is given back. */
  doubtUntil: number | null;
  /** The next look at the queue while there is a doubt. */
  look: NodeJS.Timeout | null;
  leasing: boolean;
  /** Woken while leasing. */
  again: boolean;
  stopped: boolean;
  /** How often in a row the worker did not answer. */
  silence: number;
  pause: NodeJS.Timeout | null;
  /** Leases that are put aside for a moment. */
  aside: number;
  /**
   * Runs a call outside of the one whose end or outcome started it: a virtual clock counts work that was begun within
   * other work as one, and would jump while the waits of one hide the work of the other.
   */
  readonly apart: (work: () => Promise<void>) => Promise<void>;
}

/** While the worker is down one call probes it, at real intervals: the clock of the runs has no say in it. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 2000;
/** A statement whose connection is gone may take effect a little later. */
const DOUBT = 2000;
const LONGEST_LOOK = 10_000;

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const state: State = {
    ...options,
    waiting: [],
    running: 0,
    known: new Set(),
    doubtUntil: null,
    look: null,
    leasing: false,
    again: false,
    stopped: false,
    silence: 0,
    pause: null,
    aside: 0,
    apart: AsyncLocalStorage.snapshot(),
  };
  return {
    wake: () => void fill(state),
    async isSaturated() {
      if (state.leasing || state.pause !== null || state.aside > 0 || state.doubtUntil !== null) return false;
      const before = state.waiting.length + state.running;
      await fill(state);
      const startable = state.waiting.length > 0 && state.running < mostAtOnce(state);
      const settled = !state.leasing && state.doubtUntil === null;
      return settled && !startable && state.pause === null && state.waiting.length + state.running <= before;
    },
    async stop(patience) {
      state.stopped = true;
      if (state.pause !== null) clearTimeout(state.pause);
      if (state.look !== null) clearTimeout(state.look);
      const end = Date.now() + patience;
      while ((state.running > 0 || state.leasing) && Date.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}

/** Leases as many again as may run, so that a call that ends is followed by the next without a query between. */
async function fill(state: State): Promise<void> {
  state.again = true;
  if (state.leasing) return;
  state.leasing = true;
  try {
    while (state.again && !state.stopped && state.silence === 0) {
      state.again = false;
      await leaseMore(state);
    }
  } catch (error) {
    state.log.error({ err: error }, "items could not be leased");
    state.doubtUntil = Date.now() + DOUBT;
  } finally {
    state.leasing = false;
    if (state.doubtUntil !== null) lookAgain(state);
  }
}

async function leaseMore(state: State): Promise<void> {
  await settleDoubt(state);
  const room = 2 * state.concurrency - state.waiting.length - state.running;
  if (room < Math.ceil(state.concurrency / 2)) return;
  const leases = await state.lease(room);
  for (const lease of leases) state.known.add(lease);
  state.waiting.push(...leases);
  start(state);
  if (leases.length === room) state.again = true;
}

/** One timer however often somebody wakes; while the worker is silent nothing is leased, so nothing has to be settled soon. */
function lookAgain(state: State): void {
  if (state.stopped || state.look !== null) return;
  const wait = state.silence === 0 ? DOUBT / 4 : LONGEST_LOOK;
  state.look = setTimeout(() => {
    state.look = null;
    void fill(state);
  }, wait);
  state.look.unref();
}

async function settleDoubt(state: State): Promise<void> {
  if (state.doubtUntil === null) return;
  const over = Date.now() >= state.doubtUntil;
  await state.giveBack([...state.known]);
  if (over) state.doubtUntil = null;
}

/** A worker that did not answer last time is asked once before everything is given to it. */
function mostAtOnce({ silence, concurrency }: State): number {
  return silence === 0 ? concurrency : 1;
}

function start(state: State): void {
  const most = mostAtOnce(state);
  while (!state.stopped && state.pause === null && state.running < most) {
    const lease = state.waiting.shift();
    if (lease === undefined) return;
    state.running += 1;
    void state.apart(() => run(state, lease));
  }
}

async function run(state: State, lease: Lease): Promise<void> {
  try {
    const outcome = await state.execute(lease);
    if (outcome === "unreachable") hold(state, lease);
    else {
      state.silence = 0;
      state.known.delete(lease);
    }
  } catch (error) {
    state.log.error({ err: error, runId: lease.runId }, "a call could not be settled and is made again");
    putAside(state, lease);
  } finally {
    state.running -= 1;
    start(state);
    if (state.waiting.length < state.concurrency / 2) void fill(state);
  }
}

function putAside(state: State, lease: Lease): void {
  state.aside += 1;
  setTimeout(() => {
    state.aside -= 1;
    state.waiting.push(lease);
    start(state);
  }, LONGEST_PAUSE).unref();
}

function hold(state: State, lease: Lease): void {
  state.waiting.push(lease);
  if (state.pause !== null || state.stopped) return;
  const wait = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** state.silence);
  if (state.silence === 4) state.log.warn("the worker does not answer; its runs wait");
  state.silence += 1;
  state.pause = setTimeout(() => {
    state.pause = null;
    start(state);
  }, wait);
}
