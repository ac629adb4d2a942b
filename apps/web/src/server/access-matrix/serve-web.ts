import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";

export interface WebSettings {
  readonly DATABASE_URL: string;
  readonly DATABASE_SYSTEM_URL: string;
  /** The key ring as JSON. */
  readonly HEED_KEYS: string;
}

export interface RunningWeb {
  readonly url: string;
  stop(): Promise<void>;
}

const WEB = join(import.meta.dirname, "../../..");
const SERVE_LIMIT_MS = 60_000;
const ASK_EVERY_MS = 200;

/** The production build on a free port, without sandbox and without mail: what a live server answers. */
export async function serveWeb(settings: WebSettings): Promise<RunningWeb> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const next = createRequire(join(WEB, "package.json")).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "start", "--port", String(port), "--hostname", "127.0.0.1"], {
    cwd: WEB,
    stdio: "ignore",
    env: { ...settings, ...fixedSettings(url), PATH: dirname(process.execPath), NODE_ENV: "production" },
  });
  const stop = () => stopChild(child);
  try {
    await answers(`${url}/api/health`, child);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function fixedSettings(url: string): Record<string, string> {
  return {
    HEED_MODE: "demo",
    AUTH_URL: url,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    AMAZON_APPLICATION_ID: "amzn1.sp.solution.unused",
    AMAZON_CLIENT_ID: "unused",
    AMAZON_CLIENT_SECRET: "unused",
    RESEND_API_KEY: "re_unused",
    STRIPE_SECRET_KEY: "sk_test_matrix",
    STRIPE_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("hex")}`,
    RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("base64")}`,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + SERVE_LIMIT_MS;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error("The web app did not start: build it first (next build in apps/web).");
    const response = await fetch(address).catch(() => null);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new Error("The web app did not answer within a minute.");
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
