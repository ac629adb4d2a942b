import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Seen } from "./testing/lose-connections.ts";
import { cloneDatabase, type TestDatabase } from "./testing.ts";

const SCRIPT = fileURLToPath(new URL("./testing/lose-connections.ts", import.meta.url));

let test: TestDatabase;
beforeAll(async () => {
  test = await cloneDatabase();
});
afterAll(() => test.drop());

// patches/postgres@3.4.9.patch and ADR 0026: without the patch the process crashes, hangs, and mixes two transactions.
it("survives a connection that dies inside a transaction, and keeps its statements out of the next one", async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, test.urls.DATABASE_URL], { timeout: 60_000 });
  const seen = JSON.parse(stdout) as Seen;
  expect(seen).toEqual({ crashes: 0, underWay: "failed", answers: true, late: "failed", foreign: null });
}, 90_000);
