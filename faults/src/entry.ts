/** What a fault test found. */
export interface FaultOutcome {
  /** How often the fault was tried. */
  readonly count: number;
  /** How often it really hit: a kill that fell where nothing ran proves nothing. */
  readonly effective: number;
  readonly failures: number;
  /** The first few failures, in words that hold no order id and no alias. */
  readonly examples: readonly string[];
  /** Figures of this fault alone. */
  readonly details?: Readonly<Record<string, number>>;
}

export interface FaultInput {
  /** Everything random comes from here: the same seed replays the same run. */
  readonly seed: number;
  /** 1 is the count of the table in PROOF; less for a shorter run. */
  readonly scale: number;
  readonly say: (line: string) => void;
}

/** One fault test, or a planted bug that the tests must catch. */
export interface FaultEntry {
  /** The number of the table; `planted-<n>` for a planted bug. */
  readonly key: string;
  readonly title: string;
  /** `invariants`: no failure may come. `caught`: the harness proves itself, a failure must come. */
  readonly expects: "invariants" | "caught";
  run(input: FaultInput): Promise<FaultOutcome>;
}

/** The share of tries that must really have hit. */
export const EFFECTIVE_SHARE = 0.9;

export function passed(expects: FaultEntry["expects"], { count, effective, failures }: FaultOutcome): boolean {
  const hit = count > 0 && effective >= count * EFFECTIVE_SHARE;
  return hit && (expects === "invariants" ? failures === 0 : failures > 0);
}
