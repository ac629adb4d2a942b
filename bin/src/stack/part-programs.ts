import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "../repository.ts";
import { type PartProgram, readyLine } from "./child-process.ts";

const SERVE_LIMIT = 60_000;

export type OwnPart = "sandbox" | "engine" | "worker";

const FOLDERS: Readonly<Record<OwnPart, string>> = {
  sandbox: join(root, "packages", "sandbox"),
  engine: join(root, "packages", "engine"),
  worker: join(root, "apps", "worker"),
};

export interface PartSettings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly logFolder: string;
  /** Starts again by itself whenever its source changes (`npm run dev`). */
  readonly watch: boolean;
}

export function ownProgram(name: OwnPart, { env, logFolder, watch }: PartSettings): PartProgram {
  return {
    name,
    args: [
      ...(watch ? ["--watch-preserve-output", "--watch"] : []),
      "--disable-warning=ExperimentalWarning",
      "src/main.ts",
    ],
    cwd: FOLDERS[name],
    env,
    logFile: join(logFolder, `${name}.log`),
    ready: readyLine,
    limit: SERVE_LIMIT,
  };
}

const WEB = join(root, "apps", "web");

/** Next's own command, run by its file: a shell in between would keep signals from it. */
export function webProgram(port: number, { env, logFolder, watch }: PartSettings): PartProgram {
  const next = createRequire(join(WEB, "package.json")).resolve("next/dist/bin/next");
  return {
    name: "web",
    args: [next, watch ? "dev" : "start", "--port", String(port), "--hostname", "127.0.0.1"],
    cwd: WEB,
    env: { ...env, NODE_ENV: watch ? "development" : "production" },
    logFile: join(logFolder, "web.log"),
    ready: (line) => (/Ready in /.test(line) ? { port } : null),
    limit: SERVE_LIMIT,
  };
}
