import { readFile, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { AppError } from "@heed/core/errors";

export interface RunUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Postgres refuses to run as root: then it runs as `postgres`, else as `nobody`. Null: as ourselves. */
export async function runUser(): Promise<RunUser | null> {
  if (process.getuid?.() !== 0) return null;
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const [name, , uid, gid] = lines.find(([entry]) => entry === wanted) ?? [];
    if (name !== undefined) return { name, uid: Number(uid), gid: Number(gid) };
  }
  throw new AppError(
    "PRECONDITION_FAILED",
    "Postgres does not run as root, and there is no user postgres or nobody: start Heed as another user.",
  );
}

/** Whether the user can pass every folder above the path and the path itself. */
export async function canReach(user: RunUser, path: string): Promise<boolean> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 0o1) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
