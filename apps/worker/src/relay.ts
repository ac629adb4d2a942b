import { AppError } from "@heed/core/errors";
import type { WaitableClock } from "@heed/core/time";
import { notifyLive, type RelayedEvent, relayOutbox } from "@heed/db/commands/relay-outbox";
import type { SystemDb } from "@heed/db/system-db";
import type { Logger } from "./logger.ts";

export interface RelayParts {
  readonly system: SystemDb;
  readonly clock: WaitableClock;
  readonly log: Logger;
  /** Where events go: `$INNGEST_BASE_URL/e/<key>`. */
  readonly eventUrl: string;
}

export interface Relay {
  wake(): void;
  stop(): Promise<void>;
}

const BATCH = 100;
/** Rows written by other processes are found by this look at the latest, in milliseconds. */
const POLL = 1_000;
/** Open pages of a tenant hear of the same topic at most this often, in milliseconds. */
const QUIET = 1_000;
const LONGEST_BACKOFF = 30_000;

/** The loop that carries outbox rows to the executor, oldest first, and tells open pages what changed. */
export async function startRelay(parts: RelayParts): Promise<Relay> {
  const state: State = { stopped: false, woken: false, failures: 0, endPause: () => undefined };
  const wake = () => {
    state.woken = true;
    // An executor that is down gets its pause: new rows do not bring the next try forward.
    if (state.failures === 0) state.endPause();
  };
  const listener = await parts.system.sql.$client.listen("heed_outbox", wake);
  const tell = throttledNotify(parts);
  const loop = (async () => {
    while (!state.stopped) {
      state.woken = false;
      state.failures = await relayAll(parts, tell).then(
        () => 0,
        (error: unknown) => reportFailure(parts.log, error, state.failures),
      );
      if (state.failures > 0) await pause(state, Math.min(POLL * 2 ** (state.failures - 1), LONGEST_BACKOFF));
      else if (!state.woken) await pause(state, POLL);
    }
  })();
  return {
    wake,
    async stop() {
      state.stopped = true;
      state.endPause();
      await loop;
      await listener.unlisten();
    },
  };
}

async function relayAll({ system, clock, eventUrl }: RelayParts, tell: Notify): Promise<void> {
  for (;;) {
    const { rows, topics } = await clock.track(() =>
      relayOutbox(system, { limit: BATCH, now: clock.now(), send: (events) => sendEvents(eventUrl, events) }),
    );
    for (const change of topics) tell(change);
    if (rows < BATCH) return;
  }
}

async function sendEvents(url: string, events: readonly RelayedEvent[]): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(events.map(({ id, name, data }) => ({ id, name, data }))),
    redirect: "error",
    signal: AbortSignal.timeout(30_000),
  });
  const body = await response.text();
  if (!response.ok)
    throw new AppError("UPSTREAM", "The executor did not take the events.", {
      retryable: true,
      details: { status: response.status, answer: body.slice(0, 200) },
    });
}

type Notify = (change: { readonly tenantId: string; readonly topic: string }) => void;

function throttledNotify({ system, log }: RelayParts): Notify {
  const last = new Map<string, number>();
  const pending = new Map<string, NodeJS.Timeout>();
  const send = (key: string, change: { tenantId: string; topic: string }) => {
    pending.delete(key);
    last.set(key, performance.now());
    notifyLive(system, change).catch((error: unknown) => log.warn({ error }, "open pages were not told of a change"));
  };
  return (change) => {
    const key = `${change.tenantId} ${change.topic}`;
    if (pending.has(key)) return;
    const wait = Math.max(0, (last.get(key) ?? -QUIET) + QUIET - performance.now());
    pending.set(key, setTimeout(() => send(key, change), wait).unref());
  };
}

function reportFailure(log: Logger, error: unknown, failures: number): number {
  if (failures === 0) log.warn({ error }, "the relay cannot hand over events; it keeps trying");
  return failures + 1;
}

interface State {
  stopped: boolean;
  woken: boolean;
  /** Tries in a row that the executor did not take. */
  failures: number;
  endPause: () => void;
}

function pause(state: State, milliseconds: number): Promise<void> {
  if (state.stopped) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    state.endPause = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}
