import { randomUUID } from "node:crypto";
import { Temporal, type WaitableClock } from "@heed/core/time";
import { type Cron, nextTick } from "../schedule/cron.ts";
import type { Sql } from "../store/connect.ts";
import { type CronRow, fireCron, readCronTicks } from "../store/crons.ts";
import type { AppFunction } from "./app-function.ts";
import { readyEvent, SCHEDULED_TIMER } from "./event.ts";
import { planRun } from "./plan-run.ts";
import type { Registry } from "./registry.ts";

export interface CronsOptions {
  readonly sql: Sql;
  readonly clock: WaitableClock;
  readonly registry: Registry;
}

export interface Crons {
  /** After functions were registered. */
  reload(): Promise<void>;
  /**
   * Fires each cron that has a tick in (its last, now], once however many ticks that were: after a jump or a stop the
   * function sees the present, not a queue of the past. Returns how many fired.
   */
  fire(): Promise<number>;
  /** Epoch milliseconds of the next tick. */
  next(): number | null;
}

interface Entry {
  readonly fn: AppFunction;
  readonly cron: Cron;
  readonly row: CronRow;
  /** Epoch milliseconds. */
  readonly due: number | null;
}

export function createCrons(options: CronsOptions): Crons {
  let entries: readonly Entry[] = [];
  const now = () => new Date(options.clock.now().epochMilliseconds);
  const reload = async () => {
    entries = await loadEntries(options, now());
  };
  return {
    reload,
    async fire() {
      const at = now();
      const due = entries.filter((entry) => entry.due !== null && entry.due <= at.getTime());
      for (const entry of due) await fireOne(options.sql, entry, at);
      if (due.length > 0) await reload();
      return due.length;
    },
    next: () =>
      entries.reduce<number | null>((least, { due }) => (due === null ? least : Math.min(due, least ?? due)), null),
  };
}

async function loadEntries({ sql, registry }: CronsOptions, now: Date): Promise<readonly Entry[]> {
  const wanted = registry.list().flatMap((fn) => fn.crons.map((one) => ({ fn, ...one })));
  const rows = await readCronTicks(
    sql,
    wanted.map((one) => ({ functionNo: one.fn.no, cron: one.text })),
    now,
  );
  return wanted.flatMap(({ fn, cron, text }) => {
    const row = rows.find((candidate) => candidate.functionNo === fn.no && candidate.cron === text);
    if (row === undefined) return [];
    const due = nextTick(cron, Temporal.Instant.fromEpochMilliseconds(row.lastAt.getTime()));
    return [{ fn, cron, row, due: due?.epochMilliseconds ?? null }];
  });
}

async function fireOne(sql: Sql, { fn, row }: Entry, now: Date): Promise<void> {
  const event = readyEvent({ id: randomUUID(), name: SCHEDULED_TIMER, data: { cron: row.cron }, ts: now.getTime() });
  await fireCron(sql, row, { run: planRun(fn, event, { now: now.getTime(), parent: null }), now });
}
