import { Temporal, type WaitableClock } from "@heed/core/time";
import type { Logger } from "pino";
import { createBatcher } from "./batcher.ts";
import type { ServerOptions } from "./http/server.ts";
import { createWorker, type Worker } from "./protocol/call-worker.ts";
import { bearerOf } from "./protocol/signature.ts";
import { startAlarm } from "./run/alarm.ts";
import { checkpoint } from "./run/checkpoint.ts";
import { type Crons, createCrons } from "./run/crons.ts";
import { createDispatcher, type Dispatcher } from "./run/dispatcher.ts";
import type { ReadyEvent } from "./run/event.ts";
import { createExecutor, type Executor } from "./run/executor.ts";
import { startPulse } from "./run/pulse.ts";
import { register } from "./run/register.ts";
import { createRegistry, type Registry } from "./run/registry.ts";
import { createSettler } from "./run/settler.ts";
import { createSweeper } from "./run/sweeper.ts";
import { type Sync, startSync } from "./run/sync.ts";
import type { Sql } from "./store/connect.ts";
import { type Horizon, readHorizon } from "./store/horizon.ts";
import { ingest } from "./store/ingest.ts";
import { giveBackUnknown, registerInstance, resign } from "./store/instances.ts";
import { leaseDue } from "./store/lease-due.ts";
import type { Settlement } from "./store/settle.ts";

export interface CoreOptions {
  /** The worker's serve address, such as `http://127.0.0.1:3100/api/inngest`. */
  readonly serveUrl: string;
  /** null = dev mode of the SDK: any key is good. */
  readonly eventKey: string | null;
  /** null = dev mode of the SDK: nothing is signed or checked. */
  readonly signingKey: string | null;
  readonly clock: WaitableClock;
  readonly log: Logger;
  /** Calls of the worker at once. */
  readonly concurrency?: number;
  /** Real seconds after which the items of a process that is gone are taken over. */
  readonly leaseSeconds?: number;
  /** Real milliseconds until a call of the worker is given up. */
  readonly callTimeout?: number;
}

/** Everything behind the HTTP server. */
export interface Core {
  readonly api: ServerOptions;
  begin(): void;
  wake(): void;
  reload(): Promise<void>;
  syncNow(): Promise<void>;
  end(): Promise<void>;
}

const CONCURRENCY = 20;
const LEASE_SECONDS = 10;
const CALL_TIMEOUT = 5 * 60_000;
const SYNC_EVERY = 30_000;
const STOP_PATIENCE = 5000;
/** Events that commit together at most. */
const INGEST_BATCH = 500;

interface Parts {
  readonly options: CoreOptions;
  readonly sql: Sql;
  readonly instance: number;
  readonly leaseSeconds: number;
  readonly worker: Worker;
  readonly registry: Registry;
  readonly crons: Crons;
  readonly settle: (settlement: Settlement) => Promise<boolean>;
  readonly executor: Executor;
  readonly dispatcher: Dispatcher;
  readonly sweep: () => Promise<void>;
  readonly now: () => Date;
}

/** Builds the parts; nothing runs before `begin`. */
export async function createCore(options: CoreOptions, sql: Sql): Promise<Core> {
  const parts = await createParts(options, sql);
  const stops: (() => void)[] = [];
  let sync: Sync | null = null;
  let ended = false;
  return {
    api: createApiOptions(parts),
    wake: () => parts.dispatcher.wake(),
    reload: () => reload(parts),
    begin() {
      sync = startSync({ worker: parts.worker, log: options.log, every: SYNC_EVERY });
      stops.push(...startTimers(parts));
      followClock(parts, () => ended);
    },
    async syncNow() {
      await sync?.now();
      await reload(parts);
    },
    async end() {
      ended = true;
      sync?.stop();
      for (const stop of stops) stop();
      await parts.dispatcher.stop(STOP_PATIENCE);
      parts.worker.close();
      await resign(sql, parts.instance);
    },
  };
}

async function createParts(options: CoreOptions, sql: Sql): Promise<Parts> {
  const { clock, log, concurrency = CONCURRENCY, leaseSeconds = LEASE_SECONDS } = options;
  const now = () => new Date(clock.now().epochMilliseconds);
  const instance = await registerInstance(sql, leaseSeconds);
  const worker = createWorker({
    serveUrl: options.serveUrl,
    signingKey: options.signingKey,
    timeout: options.callTimeout ?? CALL_TIMEOUT,
    connections: concurrency + 1,
  });
  const registry = createRegistry(sql, log);
  const crons = createCrons({ sql, clock, registry });
  const wake = () => dispatcher.wake();
  const settle = createSettler({ sql, context: () => ({ owner: instance, now: now() }), onDue: wake, log });
  const executor = createExecutor({ clock, worker, registry, settle, log });
  const dispatcher: Dispatcher = createDispatcher({
    concurrency,
    lease: (limit) => leaseDue(sql, { owner: instance, now: now(), limit }, registry.list()),
    execute: (lease) => executor.execute(lease),
    giveBack: (known) => giveBackUnknown(sql, instance, known),
    log,
  });
  await registry.reload();
  await crons.reload();
  const sweep = createSweeper(sql, now);
  return { options, sql, instance, leaseSeconds, worker, registry, crons, settle, executor, dispatcher, sweep, now };
}

async function reload({ registry, crons, options }: Parts): Promise<void> {
  try {
    await registry.reload();
    await crons.reload();
  } catch (error) {
    options.log.error({ err: error }, "the functions could not be read");
  }
}

function createApiOptions(parts: Parts): ServerOptions {
  const { options, sql, registry, dispatcher } = parts;
  const take = createBatcher<ReadyEvent, true>({
    limit: INGEST_BATCH,
    flush: async (events) => {
      await ingest(sql, events, { functions: registry.list(), now: parts.now().getTime() });
      dispatcher.wake();
      return events.map(() => true);
    },
  });
  return {
    eventKey: options.eventKey,
    bearer: options.signingKey === null ? null : bearerOf(options.signingKey),
    now: () => parts.now().getTime(),
    ingest: (event) => options.clock.track(() => take(event)),
    register: async (body) => {
      const modified = await register(sql, body);
      await reload(parts);
      return modified;
    },
    checkpoint: (runId, body) => checkpoint(runId, body, parts),
    health: async () => ({ ok: true, functions: registry.list().length, ...(await horizonOf(parts)) }),
    log: options.log,
  };
}

function startTimers(parts: Parts): readonly (() => void)[] {
  const { options, sql, instance, leaseSeconds, crons, dispatcher } = parts;
  const { log, clock } = options;
  const alarm = startAlarm({
    clock,
    log,
    nextDue: async () => least((await horizonOf(parts)).nextDue, crons.next()),
    onDue: () => void onDue(parts),
  });
  return [alarm, startPulse({ sql, instance, leaseSeconds, onReclaimed: dispatcher.wake, log })];
}

function horizonOf({ sql, now, instance }: Parts): Promise<Horizon> {
  return readHorizon(sql, now(), instance);
}

function least(left: number | null, right: number | null): number | null {
  if (left === null || right === null) return left ?? right;
  return Math.min(left, right);
}

async function onDue(parts: Parts): Promise<void> {
  try {
    await parts.crons.fire();
    parts.dispatcher.wake();
    await parts.sweep();
  } catch (error) {
    parts.options.log.error({ err: error }, "what is due could not be started");
  }
}

/** Tells a virtual clock what is due, and acts on its jumps before it can make the next. */
function followClock(parts: Parts, isEnded: () => boolean): void {
  const { clock } = parts.options;
  clock.onProbe(async () => {
    if (isEnded()) return { busy: false, nextAt: null };
    const { due, foreign, nextDue } = await horizonOf(parts);
    // Calls under way are tracked work of their own; what waits for their slots must not stop the clock for them.
    // What another process has leased may be waiting for the end of the lease of a dead one.
    const busy = foreign || (due && !(await parts.dispatcher.isSaturated()));
    return { busy, nextAt: nextDue === null ? null : Temporal.Instant.fromEpochMilliseconds(nextDue) };
  });
  clock.onAdvance(() => {
    if (!isEnded()) void clock.track(() => onDue(parts));
  });
}
