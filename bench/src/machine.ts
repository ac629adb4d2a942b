import { execFileSync } from "node:child_process";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly memoryGb: number;
  /** Load of the last minute when the run began: figures of a busy machine are worth less. */
  readonly load: number;
  readonly node: string;
  readonly platform: string;
  readonly commit: string | null;
}

export function describeMachine(): Machine {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    memoryGb: Math.round(totalmem() / 1_000_000_000),
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    commit: currentCommit(),
  };
}

function currentCommit(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}
