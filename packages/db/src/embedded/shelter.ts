import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@heed/core/errors";
import { type Server, stopOrphan } from "./postmaster.ts";

const ROOT = "/var/tmp";
const PREFIX = "heed-";

/**
 * `/var/tmp/heed-<hash>` stands in for a folder that the run user cannot pass. It is root's, everybody can pass it, and
 * it names the folder that it serves; refused when somebody else made it first.
 */
export async function shelter(path: string): Promise<string> {
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 12);
  const folder = join(ROOT, `${PREFIX}${hash}`);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const { uid } = await stat(folder);
  if (uid !== 0) throw new AppError("PRECONDITION_FAILED", `${folder} belongs to another user: remove it.`);
  await writeFile(join(folder, "origin"), path);
  return folder;
}

/** Shelters whose folder was deleted (with the password, so nobody can open them) would fill the disk for nothing. */
export async function removeForsaken(tools: Omit<Server, "data">): Promise<void> {
  if (tools.user === null) return;
  for (const name of await readdir(ROOT)) {
    const folder = join(ROOT, name);
    if (!name.startsWith(PREFIX) || !(await isForsaken(folder))) continue;
    await stopOrphan({ ...tools, data: join(folder, "data") });
    await rm(folder, { recursive: true, force: true });
  }
}

async function isForsaken(folder: string): Promise<boolean> {
  const origin = await readFile(join(folder, "origin"), "utf8").catch(() => null);
  if (origin === null) return false;
  return stat(origin).then(
    () => false,
    (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT",
  );
}
