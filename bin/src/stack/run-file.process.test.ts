import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { identify, type ProcessIdentity } from "./process-identity.ts";
import { readRunFile, settleFormerRun, writeRunFile } from "./run-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "heed-run-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const GONE: ProcessIdentity = { pid: process.pid, startedAt: "of an earlier process with our number" };

async function self(): Promise<ProcessIdentity> {
  const identity = await identify(process.pid);
  if (identity === null) throw new Error("this process has no identity");
  return identity;
}

describe("an earlier start in the same folder", () => {
  test("is none where no file is", async () => {
    expect(await settleFormerRun(folder)).toEqual({ kind: "none" });
  });

  test("is running while its owner lives", async () => {
    await writeRunFile(folder, { owner: await self(), url: "http://localhost:3000", parts: {}, databases: {} });
    expect(await settleFormerRun(folder)).toMatchObject({ kind: "running", file: { url: "http://localhost:3000" } });
  });

  test("that was killed has what it left behind stopped", async () => {
    const orphan = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    const ended = once(orphan, "exit");
    const identity = await identify(orphan.pid ?? 0);
    if (identity === null) throw new Error("the orphan did not start");
    await writeRunFile(folder, { owner: GONE, url: "http://localhost:1", parts: { worker: identity }, databases: {} });
    expect(await settleFormerRun(folder)).toEqual({ kind: "cleaned", stopped: ["worker"] });
    await ended;
    expect(await readRunFile(folder)).toBeNull();
  });

  test("never leads to killing another process that got the same number", async () => {
    await writeRunFile(folder, { owner: GONE, url: "http://localhost:1", parts: { worker: GONE }, databases: {} });
    expect(await settleFormerRun(folder)).toEqual({ kind: "cleaned", stopped: [] });
  });

  test("whose file was cut short counts as none", async () => {
    await writeFile(join(folder, "run.json"), '{"owner":');
    expect(await settleFormerRun(folder)).toEqual({ kind: "none" });
  });
});
