import type { Logger } from "pino";
import { createBatcher } from "../batcher.ts";
import type { Sql } from "../store/connect.ts";
import { type SettleContext, type Settlement, settle } from "../store/settle.ts";
import { isTransient } from "../store/transient.ts";

export interface SettlerOptions {
  readonly sql: Sql;
  readonly context: () => SettleContext;
  /** Called when a settlement may have made something due. */
  readonly onDue: () => void;
  readonly log: Logger;
}

/** Real milliseconds between tries while the database is away, and how long it is waited for. */
const PAUSE = 200;
const PATIENCE = 120_000;

/**
 * Writes the settlements of concurrent calls together. A database that restarts is waited for: the answer of a call
 * that has run must not be lost, and a lease that was lost meanwhile is noticed by the write itself.
 */
export function createSettler(options: SettlerOptions): (settlement: Settlement) => Promise<boolean> {
  return createBatcher({ flush: (batch) => flush(batch, options), limit: 200 });
}

async function flush(batch: readonly Settlement[], options: SettlerOptions): Promise<readonly boolean[]> {
  const giveUp = Date.now() + PATIENCE;
  for (;;) {
    try {
      const held = await settle(options.sql, batch, options.context());
      if (batch.some(makesDue)) options.onDue();
      return held;
    } catch (error) {
      if (!isTransient(error) || Date.now() > giveUp) return await apart(batch, options, error);
      options.log.warn({ err: error }, "settling waits for the database");
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** One settlement that the database refuses must not hold up the others. */
async function apart(
  batch: readonly Settlement[],
  options: SettlerOptions,
  error: unknown,
): Promise<readonly boolean[]> {
  if (batch.length === 1) throw error;
  const held: boolean[] = [];
  for (const one of batch) {
    try {
      held.push(...(await flush([one], options)));
    } catch (cause) {
      options.log.error({ err: cause, runId: one.runId }, "a settlement was refused");
      held.push(false);
    }
  }
  return held;
}

function makesDue(one: Settlement): boolean {
  return (
    one.gated ||
    one.spawn.length > 0 ||
    one.start.length > 0 ||
    one.next.kind === "discover" ||
    one.next.kind === "drop"
  );
}
