import type { BacktestResult, ExpectedRefusals } from "@heed/core/flow/backtest-result";
import type { FlowVersion } from "@heed/core/flow/flow";
import { parseFlow } from "@heed/core/flow/flow-schema";
import type { FlowProblem } from "@heed/core/flow/judge-condition";
import { expectedRefusals } from "@heed/core/flow/merge-results";
import type { Instant } from "@heed/core/time";
import { storesOf } from "@heed/db/commands/backtest-job";
import { countOrders, MOST_DAYS, runBacktest } from "@heed/db/commands/run-backtest";
import { emailFates } from "@heed/db/queries/flow-trial";
import type { TenantDb } from "@heed/db/tenant-db";

export const BACKTEST_DAYS = MOST_DAYS;

/** So many take a few seconds; more are a job. */
export const MOST_ORDERS_AT_ONCE = 50_000;

export interface TrialRequest {
  readonly storeId: string | "all";
  readonly definition: Readonly<Record<string, unknown>>;
  readonly days: number;
  readonly now: Instant;
}

export type TrialAnswer =
  | { readonly kind: "problems"; readonly problems: readonly FlowProblem[] }
  | { readonly kind: "too_many"; readonly orders: number }
  | { readonly kind: "result"; readonly result: BacktestResult; readonly expected: ExpectedRefusals };

/** Tries a definition as it stands in the editor on real orders; nothing is written. */
export async function tryFlow(tx: TenantDb, { storeId, definition, days, now }: TrialRequest): Promise<TrialAnswer> {
  const parsed = parseFlow(definition);
  if (!parsed.ok) return { kind: "problems", problems: parsed.problems };
  return backtestNow(tx, { storeId, tried: parsed.flow, days, now });
}

async function backtestNow(
  tx: TenantDb,
  { storeId, tried, days, now }: Omit<TrialRequest, "definition"> & { readonly tried: FlowVersion },
): Promise<TrialAnswer> {
  const request = { storeIds: await storesOf(tx, storeId), days, now };
  const orders = await countOrders(tx, request);
  if (orders > MOST_ORDERS_AT_ONCE) return { kind: "too_many", orders };
  const result = await runBacktest(tx, { ...request, tried });
  return { kind: "result", result, expected: expectedRefusals(result, await emailFates(tx, storeId)) };
}
