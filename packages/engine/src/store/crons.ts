import type { NewRun } from "../run/plan-run.ts";
import type { Sql } from "./connect.ts";
import { startRuns } from "./start-runs.ts";

export interface CronRow {
  readonly functionNo: number;
  readonly cron: string;
  readonly lastAt: Date;
}

/** When each cron fired last; one that is new counts from `now`, it does not fire for the past. */
export async function readCronTicks(
  sql: Sql,
  crons: readonly { functionNo: number; cron: string }[],
  now: Date,
): Promise<readonly CronRow[]> {
  if (crons.length === 0) return [];
  const numbers = crons.map((one) => one.functionNo);
  const texts = crons.map((one) => one.cron);
  await sql`
    insert into heed_engine.cron_tick (function_no, cron, last_at)
    select function_no, cron, ${now} from unnest(${numbers}::int[], ${texts}::text[]) as given (function_no, cron)
    on conflict do nothing`;
  return await sql<CronRow[]>`
    select t.function_no as "functionNo", t.cron, t.last_at as "lastAt"
    from heed_engine.cron_tick t
    join unnest(${numbers}::int[], ${texts}::text[]) as given (function_no, cron) using (function_no, cron)`;
}

/** Starts the run of a tick unless another process did. */
export async function fireCron(sql: Sql, row: CronRow, { run, now }: { run: NewRun; now: Date }): Promise<boolean> {
  return await sql.begin(async (tx) => {
    const claimed = await tx`
      update heed_engine.cron_tick set last_at = ${now}
      where function_no = ${row.functionNo} and cron = ${row.cron} and last_at = ${row.lastAt}`;
    if (claimed.count === 0) return false;
    await startRuns(tx, [run], now);
    return true;
  });
}
