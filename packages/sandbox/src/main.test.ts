import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { readOptions } from "./env.ts";

const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

interface Ready {
  readonly ready: boolean;
  readonly ports: Readonly<Record<string, number>>;
  readonly controlUrl: string;
  readonly logPath: string;
}

async function start(dir: string): Promise<{ readonly child: ChildProcess; readonly ready: Ready }> {
  const env = {
    PATH: process.env["PATH"],
    HEED_SANDBOX_DIR: dir,
    HEED_CLOCK_MODE: "virtual",
    HEED_CLOCK_START: "2026-11-20T12:00:00Z",
    HEED_SANDBOX_WORLD: "demo:3:50",
  };
  const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "ignore"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = (await once(child.stdout ?? child, "data")) as [Buffer];
  return { child, ready: JSON.parse(line.toString("utf8")) as Ready };
}

describe("the sandbox process", () => {
  it("says when it serves, survives kill -9 with its world, clock and ports, and stops cleanly", {
    timeout: 120_000,
  }, async () => {
    const dir = mkdtempSync(join(tmpdir(), "heed-sandbox-"));
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
    const first = await start(dir);
    const run = { method: "POST", body: JSON.stringify({ until: "2026-11-24T12:00:00Z" }) };
    const ran = (await (await fetch(`${first.ready.controlUrl}/clock/run`, run)).json()) as { now: string };
    const before = readFileSync(first.ready.logPath, "utf8");
    first.child.kill("SIGKILL");
    await once(first.child, "exit");
    const second = await start(dir);
    expect(second.ready.ports).toEqual(first.ready.ports);
    const state = await (await fetch(`${second.ready.controlUrl}/state`)).json();
    expect(state).toMatchObject({ now: ran.now, orders: 55 });
    expect(readFileSync(second.ready.logPath, "utf8").startsWith(before)).toBe(true);
    second.child.kill("SIGTERM");
    expect(await once(second.child, "exit")).toEqual([0, null]);
  });
});

describe("the settings", () => {
  it("name what is missing or wrong", () => {
    expect(() => readOptions({})).toThrow("HEED_SANDBOX_DIR is missing");
    expect(() => readOptions({ HEED_SANDBOX_DIR: "somewhere", HEED_CLOCK_START: "soon" })).toThrow(
      "HEED_CLOCK_START must be",
    );
    expect(() => readOptions({ HEED_SANDBOX_DIR: "somewhere", HEED_SANDBOX_WORLD: "big" })).toThrow(
      "demo:<seed>:<orders>",
    );
  });

  it("default to real time and an empty world", () => {
    expect(readOptions({ HEED_SANDBOX_DIR: "somewhere" })).toMatchObject({ dir: "somewhere", clock: "real" });
  });
});
