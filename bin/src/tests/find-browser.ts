import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { root } from "../repository.ts";
import { runCommand } from "../run-command.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

export interface BrowserSearch {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Tries to have the browser downloaded; null where that cannot be done. */
  readonly download: () => Promise<string | null>;
}

/** The program of a Chromium: `CHROMIUM_PATH`, then the system's, then Playwright's own; null where none can be had. */
export async function findBrowser({ env, platform, download }: BrowserSearch): Promise<string | null> {
  const named = env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") {
    if (await isProgram(named)) return named;
    throw new Error(`CHROMIUM_PATH names no program: ${named}`);
  }
  for (const place of [...placesOnPath(env), ...(USUAL_PLACES[platform] ?? [])]) {
    if (await isProgram(place)) return place;
  }
  return download();
}

function placesOnPath(env: NodeJS.ProcessEnv): string[] {
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

const DOWNLOAD_LIMIT = 180_000;

/** Playwright's Chromium, downloaded where it is not there yet. */
export async function playwrightBrowser(env: NodeJS.ProcessEnv): Promise<string | null> {
  const cwd = join(root, "apps", "web");
  const script = 'process.stdout.write(require("playwright-core").chromium.executablePath())';
  const path = (await runCommand(["node", "-e", script], { cwd, env })).stdout.trim();
  if (path === "") return null;
  if (await isProgram(path)) return path;
  await runCommand(["pnpm", "exec", "playwright-core", "install", "chromium"], { cwd, env, timeout: DOWNLOAD_LIMIT });
  return (await isProgram(path)) ? path : null;
}
