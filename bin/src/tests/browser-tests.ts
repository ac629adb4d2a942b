import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../repository.ts";
import { startLocalInstance } from "../stack/local-instance.ts";
import { freePort } from "../stack/ports.ts";
import { makeThrowAwayFolder } from "../stack/throw-away-folder.ts";
import { findBrowser, playwrightBrowser } from "./find-browser.ts";
import { runVitest } from "./run-vitest.ts";
import { noTests, type TestCounts } from "./vitest-report.ts";

const WEB = join(root, "apps", "web");
const CONFIG = "vitest.e2e.config.ts";

/** The journeys of `apps/web/e2e` against a whole instance of its own; skipped with a reason where no browser can be had. */
export async function runBrowserTests(
  env: NodeJS.ProcessEnv,
  write: (text: string) => void,
  args: readonly string[] = [],
): Promise<TestCounts> {
  const files = (await readdir(join(WEB, "e2e"))).filter((name) => name.endsWith(".e2e.test.ts"));
  if (files.length === 0) return noTests;
  const browser = await findBrowser({ env, platform: process.platform, download: () => playwrightBrowser(env) });
  if (browser === null) {
    write("no browser found, and none could be downloaded: set CHROMIUM_PATH to run these tests\n");
    return { passed: 0, failed: 0, skipped: { "browser-missing": files.length } };
  }
  return withInstance(env, write, async (settings) => {
    const all = { ...env, ...settings, CHROMIUM_PATH: browser };
    return (await runVitest({ cwd: WEB, args: ["--config", CONFIG, ...args], env: all, onOutput: write })).counts;
  });
}

async function withInstance(
  env: NodeJS.ProcessEnv,
  write: (text: string) => void,
  run: (settings: Record<string, string | undefined>) => Promise<TestCounts>,
): Promise<TestCounts> {
  const folder = await makeThrowAwayFolder("heed-e2e");
  const instance = await startLocalInstance({
    folder,
    inherited: env,
    port: await freePort(),
    watch: false,
    fsync: false,
    say: (line) => write(`${line}\n`),
  });
  try {
    const { databases, keys, sandbox } = instance.stack;
    return await run({
      ...databases,
      HEED_KEYS: keys,
      HEED_SANDBOX_URL: sandbox.controlUrl,
      // The journeys sign notices as the sandbox's Amazon does.
      HEED_SANDBOX_DIR: join(folder, "sandbox"),
      HEED_E2E_URL: instance.url,
      HEED_E2E_SIGN_IN_LINKS: JSON.stringify(instance.signInLinks),
    });
  } finally {
    await instance.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
