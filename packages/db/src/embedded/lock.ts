import { open, readFile, rm } from "node:fs/promises";
import { AppError } from "@heed/core/errors";

/** Another program may have got the number of a process that died: its start time tells them apart (Linux only). */
interface Holder {
  readonly pid: number;
  readonly startedAt: string | null;
}

/**
 * One process at a time owns a data folder. A lock left by a killed process is taken over.
 * Throws CONFLICT while its holder lives. Returns the release.
 */
export async function acquireLock(path: string): Promise<() => Promise<void>> {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await create(path)) return () => rm(path, { force: true });
    const holder = await lockHolder(path);
    if (holder !== null) {
      throw new AppError("CONFLICT", `Another Heed (process ${holder}) uses the database at ${path}: stop it first.`);
    }
    await rm(path, { force: true });
  }
  throw new AppError("CONFLICT", `The lock file ${path} keeps coming back: is another Heed starting?`);
}

/** The living process that holds the lock, or null. */
export async function lockHolder(path: string): Promise<number | null> {
  const text = await readFile(path, "utf8").catch(() => "");
  const [pid, startedAt] = text.trim().split(" ");
  const holder: Holder = { pid: Number(pid), startedAt: startedAt ?? null };
  return (await isAlive(holder)) ? holder.pid : null;
}

/** Whether a process of this number exists, whoever owns it. */
export function processExists(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(`${process.pid} ${(await startTime(process.pid)) ?? ""}`);
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  if (!processExists(holder.pid)) return false;
  const started = await startTime(holder.pid);
  return started === null || !holder.startedAt || started === holder.startedAt;
}

/** Ticks after boot, field 22 of /proc/<pid>/stat; the second field may hold spaces, so count after its bracket. */
async function startTime(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  return text?.slice(text.lastIndexOf(")") + 2).split(" ")[19] ?? null;
}
