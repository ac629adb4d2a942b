import { setImmediate } from "node:timers/promises";
import { Backtest } from "@heed/core/flow/backtest";
import type { BacktestResult } from "@heed/core/flow/backtest-result";
import type { FlowVersion } from "@heed/core/flow/flow";
import { mergeResults } from "@heed/core/flow/merge-results";
import type { Instant } from "@heed/core/time";
import {
  type BacktestPage,
  type BacktestSpan,
  backtestOrders,
  countBacktestOrders,
} from "../queries/backtest-orders.ts";
import { flowTrial } from "../queries/flow-trial.ts";
import type { TenantDb } from "../tenant-db.ts";

export interface BacktestRequest {
  readonly storeIds: readonly string[];
  readonly tried: FlowVersion | null;
  readonly days: number;
  readonly now: Instant;
  readonly onProgress?: (done: number) => Promise<void> | void;
}

/** Longer looks back find orders whose alias and language are long gone. */
export const MOST_DAYS = 90;
const SLICE = 2_000;

/** Runs real orders through the live rules, in slices: other work of the process goes on in between. */
export async function runBacktest(tx: TenantDb, request: BacktestRequest): Promise<BacktestResult> {
  const results: BacktestResult[] = [];
  let done = 0;
  for (const storeId of request.storeIds) {
    const trial = await flowTrial(tx, { storeId, tried: request.tried, now: request.now });
    const only = request.tried === null ? {} : { only: request.tried.flowKey };
    const backtest = new Backtest({ ...trial, ...only });
    const span = { storeId, ...spanOf(request) };
    for await (const page of pagesAhead(tx, span)) {
      backtest.add(page.orders);
      done += page.orders.length;
      await request.onProgress?.(done);
    }
    while (backtest.advance(SLICE)) await setImmediate();
    results.push(backtest.result());
  }
  return mergeResults(results);
}

/** Asks for the next page before this one is worked through: Postgres reads while this process computes. */
async function* pagesAhead(tx: TenantDb, span: BacktestSpan): AsyncGenerator<BacktestPage> {
  let next: Promise<BacktestPage> | null = backtestOrders(tx, span, null);
  while (next !== null) {
    const page: BacktestPage = await next;
    next = page.after === null ? null : backtestOrders(tx, span, page.after);
    // Whoever stops reading leaves the last page unread; its failure is the transaction's, which tells it.
    next?.catch(() => undefined);
    yield page;
  }
}

export async function countOrders(
  tx: TenantDb,
  request: Pick<BacktestRequest, "storeIds" | "days" | "now">,
): Promise<number> {
  let total = 0;
  for (const storeId of request.storeIds) total += await countBacktestOrders(tx, { storeId, ...spanOf(request) });
  return total;
}

function spanOf({ days, now }: Pick<BacktestRequest, "days" | "now">) {
  return { from: now.subtract({ hours: 24 * Math.min(days, MOST_DAYS) }), until: now };
}
