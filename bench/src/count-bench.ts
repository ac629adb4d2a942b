/** One number that a run came to. */
export interface Figure {
  readonly field: string;
  readonly value: number;
  /** The goal: at most this; null for a number that is only shown. */
  readonly most: number | null;
  /** What was counted, in words. */
  readonly work: string;
}

/** A benchmark that counts instead of timing: a busy machine changes nothing about it. */
export interface CountBench {
  /** The letter of the table. */
  readonly key: string;
  readonly title: string;
  run(say: (line: string) => void): Promise<readonly Figure[]>;
}

export function isMet({ value, most }: Figure): boolean {
  return most === null || value <= most;
}

/** The table for people. */
export function countReport(figures: readonly Figure[]): string[] {
  return figures.map((figure) => {
    const goal = figure.most === null ? "shown" : `≤ ${figure.most}`;
    const verdict = figure.most === null ? "" : isMet(figure) ? "met" : "MISSED";
    return [figure.field.padEnd(30), figure.value.toFixed(4).padEnd(9), goal.padEnd(8), verdict.padEnd(7), figure.work]
      .join("  ")
      .trimEnd();
  });
}
