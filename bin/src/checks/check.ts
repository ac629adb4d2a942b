/** One place where a rule of the project is broken. */
export interface CheckFinding {
  readonly file: string;
  /** Counted from 1; absent where the finding is about the whole file. */
  readonly line?: number;
  readonly message: string;
}

export interface CheckResult {
  readonly ok: boolean;
  /** What a person needs to see to mend it; empty when all is well. */
  readonly output: string;
}

/** A static check: one line in `npm run verify`, one test in `npm test`. */
export interface Check {
  readonly name: string;
  run(): Promise<CheckResult>;
}

const SHOWN = 40;

export function resultOfFindings(findings: readonly CheckFinding[]): CheckResult {
  const lines = findings.slice(0, SHOWN).map(describe);
  if (findings.length > SHOWN) lines.push(`and ${findings.length - SHOWN} more`);
  return { ok: findings.length === 0, output: lines.join("\n") };
}

function describe({ file, line, message }: CheckFinding): string {
  return `${file}${line === undefined ? "" : `:${line}`}  ${message}`;
}
