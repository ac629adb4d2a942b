import { chmod, mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Passable for all, readable for us alone: Postgres runs as another user where we are root. */
const MODE = 0o711;

/** Makes a folder of its own for one run; whoever asked removes it. */
export async function makeThrowAwayFolder(name: string, parent = tmpdir()): Promise<string> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, `${name}-`));
  await chmod(folder, MODE);
  return folder;
}
