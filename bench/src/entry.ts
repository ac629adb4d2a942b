/** What one run of a workload took. */
export interface Sample {
  /** Pieces of work done per second of wall time. */
  readonly perSecond: number;
  /** Seconds of processor time of this process. */
  readonly cpuSeconds: number;
}

/** A workload beside its floor or peer: both do the same number of pieces in each run. */
export interface Pair {
  readonly ours: () => Promise<Sample> | Sample;
  readonly floor: () => Promise<Sample> | Sample;
  readonly close?: () => Promise<void>;
}

/** One benchmark of PROOF.md: `field` is the ratio of ours to the floor. */
export interface BenchEntry {
  /** The letter of the table. */
  readonly key: string;
  readonly field: string;
  readonly title: string;
  /** What `ours` is compared with. */
  readonly floorTitle: string;
  /** The ratio that is the goal; at least this. */
  readonly goal: number;
  prepare(): Promise<Pair>;
}
