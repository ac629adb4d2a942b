import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { executable } from "./binaries.ts";
import { processExists } from "./lock.ts";
import { runCommand } from "./run-command.ts";
import type { RunUser } from "./run-user.ts";

/** A server by its data folder, and what it takes to talk to it. */
export interface Server {
  readonly data: string;
  readonly native: string;
  readonly user: RunUser | null;
}

/** Disconnects everybody and waits for the end; a server that is gone already is fine. */
export async function stopServer({ data, native, user }: Server): Promise<void> {
  if ((await serverPid(data)) === null) return;
  const args = ["stop", "-D", data, "-m", "fast", "-w", "-t", "60", "-s"];
  await runCommand({ file: executable(native, "pg_ctl"), args, user });
}

/** For the holder of the lock: a server that still runs here outlived its parent; a dead one only left its file. */
export async function stopOrphan(server: Server): Promise<void> {
  const pid = await serverPid(server.data);
  if (pid === null) return;
  if (await isPostmaster(pid, server.data)) await stopServer(server);
  else await rm(join(server.data, "postmaster.pid"), { force: true });
}

async function serverPid(data: string): Promise<number | null> {
  const text = await readFile(join(data, "postmaster.pid"), "utf8").catch(() => null);
  return text === null ? null : Number(text.split("\n")[0]);
}

/** After a restart of the machine the number may belong to another program, which must not be touched. */
async function isPostmaster(pid: number, data: string): Promise<boolean> {
  if (!processExists(pid)) return false;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  return commandLine === null ? process.platform !== "linux" : commandLine.includes(data);
}
