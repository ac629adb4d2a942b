import { readFile } from "node:fs/promises";
import { runCommand } from "../run-command.ts";

/** Tells one process from a later one that got the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the words of the operating system; only ever compared. */
  readonly startedAt: string;
}

/** The identity of a living process; null where there is none, or where the system does not tell. */
export async function identify(pid: number): Promise<ProcessIdentity | null> {
  if (!isAlive(pid)) return null;
  const startedAt = process.platform === "linux" ? await startFromProc(pid) : await startFromPs(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export async function isSameProcess(known: ProcessIdentity): Promise<boolean> {
  const found = await identify(known.pid);
  return found?.startedAt === known.startedAt;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Field 22 of /proc/<pid>/stat: start in clock ticks since boot. The name in field 2 may hold spaces and brackets. */
async function startFromProc(pid: number): Promise<string | null> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[0] === "Z" ? null : (fields[19] ?? null);
}

async function startFromPs(pid: number): Promise<string | null> {
  if (process.platform === "win32") return "unknown";
  const { ok, stdout } = await runCommand(["ps", "-o", "lstart=", "-p", String(pid)]);
  return ok && stdout.trim() !== "" ? stdout.trim() : null;
}
