import { chown, cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { canReach, type RunUser } from "./run-user.ts";
import { shelter } from "./shelter.ts";

/** Where a cluster lives. `home` is ours (lock, password, log); `data` belongs to the user that runs Postgres. */
export interface Places {
  readonly home: string;
  readonly data: string;
  readonly log: string;
  readonly native: string;
}

/** As root, folders that the run user cannot pass are replaced by `/var/tmp/heed-<hash>`. */
export async function choosePlaces(dir: string, native: string, user: RunUser | null): Promise<Places> {
  const home = resolve(dir);
  await mkdir(home, { recursive: true, mode: 0o755 });
  if (user === null) return { home, data: join(home, "data"), log: join(home, "postgres.log"), native };
  const work = (await canReach(user, home)) ? home : await shelter(home);
  const reachable = (await canReach(user, join(native, "bin"))) ? native : await copyNative(native);
  const logs = join(work, "log");
  await mkdir(logs, { recursive: true, mode: 0o755 });
  await chown(logs, user.uid, user.gid);
  return { home, data: join(work, "data"), log: join(logs, "postgres.log"), native: reachable };
}

async function copyNative(native: string): Promise<string> {
  const folder = await shelter(native);
  const target = join(folder, "native");
  const there = await stat(target).then(
    () => true,
    () => false,
  );
  if (there) return target;
  const draft = join(folder, `native-${process.pid}`);
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }));
  return target;
}
