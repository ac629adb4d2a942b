import { type FaultEntry, type FaultInput, type FaultOutcome, passed } from "./entry.ts";

export interface FaultRow extends FaultOutcome {
  readonly ok: boolean;
  /** Replays the run: `--only <key> --seed <seed> --scale <scale>`. */
  readonly seed: number;
  readonly scale: number;
  readonly seconds: number;
}

/** Runs one fault test. A harness that breaks is a failure, never a pass. */
export async function runFault(entry: FaultEntry, input: FaultInput): Promise<FaultRow> {
  const started = performance.now();
  const outcome = await entry.run(input).catch(
    (error: unknown): FaultOutcome => ({
      count: 0,
      effective: 0,
      failures: 1,
      examples: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    }),
  );
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  const { seed, scale } = input;
  return { ...outcome, ok: passed(entry.expects, outcome), seed, scale, seconds };
}

export function describeRow({ key, title, expects }: FaultEntry, row: FaultRow): string {
  const { ok, count, effective, failures, seed, scale, seconds, examples } = row;
  const verdict = expects === "caught" ? (ok ? "caught" : "NOT CAUGHT") : ok ? "held" : "BROKEN";
  const head = `${key.padEnd(10)} ${verdict.padEnd(10)} ${count} tried, ${effective} effective, ${failures} failures, ${seconds} s (seed ${seed}, scale ${scale})  ${title}`;
  return [head, ...examples.map((example) => `             ${example}`)].join("\n");
}
