import type { Check, CheckResult } from "./check.ts";

export interface CheckOutcome extends CheckResult {
  readonly name: string;
  readonly seconds: number;
}

export interface RunOptions {
  /** How many run at once. */
  readonly atOnce: number;
  readonly onDone: (outcome: CheckOutcome) => void;
}

/** Runs all checks, however many fail, and returns their outcomes in the order of the checks. */
export async function runChecks(checks: readonly Check[], options: RunOptions): Promise<CheckOutcome[]> {
  const outcomes = new Map<Check, CheckOutcome>();
  const waiting = [...checks];
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const outcome = await timed(check);
      outcomes.set(check, outcome);
      options.onDone(outcome);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, work));
  return checks.flatMap((check) => outcomes.get(check) ?? []);
}

async function timed(check: Check): Promise<CheckOutcome> {
  const started = performance.now();
  const result = await check.run().catch((error: unknown) => ({ ok: false, output: String(error) }));
  return { name: check.name, ...result, seconds: (performance.now() - started) / 1000 };
}

/** One line for the eye, then what the check said if it failed. */
export function describeOutcome({ name, ok, output, seconds }: CheckOutcome): string {
  const head = `${ok ? "✓" : "✗"} ${name.padEnd(18)} ${seconds.toFixed(1)} s`;
  return output === "" ? head : `${head}\n${output.replaceAll(/^/gm, "    ")}`;
}
