import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { BenchEntry, Pair, Sample } from "./entry.ts";

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface BenchResult {
  readonly field: string;
  readonly title: string;
  readonly floorTitle: string;
  readonly goal: number;
  readonly met: boolean;
  /** Median of the ratios of each run to the floor's run right beside it. */
  readonly ratio: Spread;
  readonly oursPerSecond: Spread;
  readonly floorPerSecond: Spread;
  readonly cpuSeconds: { readonly ours: number; readonly floor: number };
}

export const RUNS = 5;

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Each run begins on a collected heap: neither side pays for what the other left behind. */
async function sample(run: () => Promise<Sample> | Sample): Promise<Sample> {
  collectGarbage();
  return run();
}

/** Warms both up, then runs them in turn, so that a noisy machine hurts both alike. */
export async function measure(entry: BenchEntry): Promise<BenchResult> {
  const pair = await entry.prepare();
  try {
    await pair.ours();
    await pair.floor();
    return summarise(entry, await interleave(pair));
  } finally {
    await pair.close?.();
  }
}

interface RunPair {
  readonly ours: Sample;
  readonly floor: Sample;
}

async function interleave(pair: Pair): Promise<RunPair[]> {
  const runs: RunPair[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    // The second of a pair may find a warmer machine: they take turns.
    if (run % 2 === 0) {
      const ours = await sample(pair.ours);
      runs.push({ ours, floor: await sample(pair.floor) });
    } else {
      const floor = await sample(pair.floor);
      runs.push({ ours: await sample(pair.ours), floor });
    }
  }
  return runs;
}

export function summarise(entry: Omit<BenchEntry, "prepare">, runs: readonly RunPair[]): BenchResult {
  const ratio = spread(runs.map(({ ours, floor }) => ours.perSecond / floor.perSecond));
  const { field, title, floorTitle, goal } = entry;
  return {
    field,
    title,
    floorTitle,
    goal,
    met: ratio.median >= goal,
    ratio,
    oursPerSecond: spread(runs.map(({ ours }) => ours.perSecond)),
    floorPerSecond: spread(runs.map(({ floor }) => floor.perSecond)),
    cpuSeconds: {
      ours: round(sum(runs.map(({ ours }) => ours.cpuSeconds))),
      floor: round(sum(runs.map(({ floor }) => floor.cpuSeconds))),
    },
  };
}

export function spread(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (index: number) => round(sorted[index] ?? Number.NaN);
  return { median: at(Math.floor(sorted.length / 2)), min: at(0), max: at(sorted.length - 1) };
}

/** Three figures are more than any shared machine can promise. */
function round(number: number): number {
  return Number(number.toPrecision(4));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Times a loop of pure work on this thread. */
export function timeLoop(pieces: number, work: (index: number) => void): Sample {
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let index = 0; index < pieces; index += 1) work(index);
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  return { perSecond: pieces / seconds, cpuSeconds: (used.user + used.system) / 1_000_000 };
}

/** As `timeLoop`, for work that answers by promises; one piece at a time. */
export async function timeAsyncLoop(pieces: number, work: (index: number) => Promise<void>): Promise<Sample> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  for (let index = 0; index < pieces; index += 1) await work(index);
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  return { perSecond: pieces / seconds, cpuSeconds: (used.user + used.system) / 1_000_000 };
}
