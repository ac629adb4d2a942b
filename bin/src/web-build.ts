import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isTest, readSourceFiles } from "./checks/source-files.ts";
import { root } from "./repository.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

const WEB = join(root, "apps", "web");
/** Lives inside the build, so that removing the build removes it too. */
const STAMP = join(WEB, ".next", "heed-source-hash");
const SOURCES =
  /^(apps\/web|packages\/(amazon|core|db|emails))\/|^(pnpm-workspace\.yaml|tsconfig\.base\.json|pnpm-lock\.yaml)$/;

export interface WebBuild {
  readonly ok: boolean;
  /** False where the build of the very same sources was there already. */
  readonly built: boolean;
  readonly output: string;
}

/** Builds the web app for production unless the last build was made from the same sources. */
export async function buildWeb(env: NodeJS.ProcessEnv): Promise<WebBuild> {
  const wanted = await sourceHash();
  const last = await readFile(STAMP, "utf8").catch(() => null);
  if (last === wanted) return { ok: true, built: false, output: "" };
  const result: CommandResult = await runCommand(["next", "build"], {
    cwd: WEB,
    env: { ...env, HEED_MODE: "demo", NODE_ENV: "production", PATH: pathWithWebTools(env) },
  });
  if (result.ok) await writeFile(STAMP, wanted);
  return { ok: result.ok, built: true, output: result.output };
}

function pathWithWebTools(env: NodeJS.ProcessEnv): string {
  return [join(WEB, "node_modules", ".bin"), env["PATH"]].join(process.platform === "win32" ? ";" : ":");
}

async function sourceHash(): Promise<string> {
  const hash = createHash("sha256");
  for (const { path, lines } of await readSourceFiles(root)) {
    if (SOURCES.test(path) && !isTest(path)) hash.update(`${path}\n${lines.join("\n")}\n`);
  }
  hash.update(await readFile(join(root, "pnpm-lock.yaml")));
  return hash.digest("hex");
}
