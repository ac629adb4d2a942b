import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { isSameProcess, type ProcessIdentity } from "./process-identity.ts";

const Identity = z.object({ pid: z.number(), startedAt: z.string() });
const RunFile = z.object({
  /** The process that started the parts and watches them. */
  owner: Identity,
  url: z.string(),
  parts: z.record(z.string(), Identity),
  /** The logins of the running database; empty until it runs. The file is readable by its owner alone. */
  databases: z.record(z.string(), z.string()).default({}),
});

export type RunFile = z.infer<typeof RunFile>;

const NAME = "run.json";

export async function readRunFile(folder: string): Promise<RunFile | null> {
  const text = await readFile(join(folder, NAME), "utf8").catch(() => null);
  if (text === null) return null;
  try {
    return RunFile.parse(JSON.parse(text));
  } catch {
    // Cut short by a crash: nothing to learn from it.
    return null;
  }
}

export async function writeRunFile(folder: string, content: RunFile): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, NAME);
  await writeFile(`${file}.new`, JSON.stringify(content, null, 2), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export async function removeRunFile(folder: string): Promise<void> {
  await rm(join(folder, NAME), { force: true });
}

export type FormerRun =
  | { readonly kind: "none" }
  | { readonly kind: "running"; readonly file: RunFile }
  | { readonly kind: "cleaned"; readonly stopped: readonly string[] };

/** Looks for an earlier start in this folder: one that runs is left alone, what a killed one left behind is stopped. */
export async function settleFormerRun(folder: string): Promise<FormerRun> {
  const file = await readRunFile(folder);
  if (file === null) return { kind: "none" };
  if (await isSameProcess(file.owner)) return { kind: "running", file };
  const stopped: string[] = [];
  for (const [name, identity] of Object.entries(file.parts)) {
    if (await stopIdentified(identity)) stopped.push(name);
  }
  await removeRunFile(folder);
  return { kind: "cleaned", stopped };
}

const GRACE = 5_000;
const STEP = 50;

/** Stops a process if it is still the very one that was written down. */
async function stopIdentified(identity: ProcessIdentity): Promise<boolean> {
  if (process.platform === "win32" || !(await isSameProcess(identity))) return false;
  process.kill(identity.pid, "SIGTERM");
  for (let waited = 0; waited < GRACE; waited += STEP) {
    if (!(await isSameProcess(identity))) return true;
    await wait(STEP);
  }
  process.kill(identity.pid, "SIGKILL");
  return true;
}
