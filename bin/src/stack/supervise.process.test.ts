import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type PartProgram, readyLine, startPart } from "./child-process.ts";
import { isSameProcess } from "./process-identity.ts";
import { supervise } from "./supervise.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "heed-stack-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function program(script: string): PartProgram {
  return {
    name: "part",
    args: ["-e", script],
    cwd: folder,
    env: { PATH: process.env["PATH"] },
    logFile: join(folder, "part.log"),
    ready: readyLine,
    limit: 10_000,
  };
}

const SERVES = `console.log(JSON.stringify({ ready: true, port: 7 })); setInterval(() => {}, 1000);`;

describe("a part", () => {
  test("is started when it says that it serves, and stopped by its own number", async () => {
    const part = await startPart(program(SERVES));
    expect(part.said["port"]).toBe(7);
    await part.stop();
    expect(await isSameProcess(part.identity)).toBe(false);
  });

  test("that ends before it serves fails with its last words", async () => {
    await expect(startPart(program(`console.error("no database"); process.exit(3)`))).rejects.toThrow(
      /ended before it served \(exit code 3\)[\s\S]*no database/,
    );
  });

  test("whose log cannot be written runs all the same: a full disk must not end the one that watches it", async () => {
    const unwritable = { ...program(`console.log("a line"); ${SERVES}`), logFile: join(folder, "missing", "part.log") };
    const part = await startPart(unwritable);
    expect(part.lastWords()).toContain("a line");
    await part.stop();
  });

  test("that stays silent is given up at its limit", async () => {
    const silent = { ...program("setInterval(() => {}, 1000)"), limit: 300 };
    await expect(startPart(silent)).rejects.toThrow("did not serve within 0.3 s");
  });

  test("that crashes is reported and started again", async () => {
    const crashes: string[] = [];
    const restarted = Promise.withResolvers<void>();
    const part = await supervise(program(SERVES), {
      onCrash: ({ how }) => crashes.push(how),
      onRestart: () => restarted.resolve(),
    });
    const first = part.current().identity;
    process.kill(first.pid, "SIGKILL");
    await restarted.promise;
    expect(crashes).toEqual(["SIGKILL"]);
    expect(part.current().identity.pid).not.toBe(first.pid);
    await part.stop();
    expect(await isSameProcess(part.current().identity)).toBe(false);
  });
});
