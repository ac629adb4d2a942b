import type { CountBench } from "./count-bench.ts";
import { ingestAgainBench } from "./entries/a-again.ts";
import { importBench, ingestBench } from "./entries/a-ingest.ts";
import { lintBench } from "./entries/d-lint.ts";
import { verdictBench } from "./entries/d-verdicts.ts";
import { decideBench } from "./entries/decide.ts";
import { noticeBench } from "./entries/e-notice.ts";
import { callsBench } from "./entries/h-calls.ts";
import { backtestBench } from "./entries/k-backtest.ts";
import type { BenchEntry } from "./entry.ts";

/** All benchmarks, by the letters of the table in docs. A new one is a file in `entries/` and a line here. */
export const BENCHES: readonly BenchEntry[] = [ingestBench, importBench, decideBench, lintBench, noticeBench];

/** Benchmarks that count. */
export const COUNT_BENCHES: readonly CountBench[] = [ingestAgainBench, verdictBench, callsBench, backtestBench];
