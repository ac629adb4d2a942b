import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { REVIEW_REQUEST_FLOW } from "@heed/core/flow/built-in";
import { Temporal } from "@heed/core/time";
import { cloneDatabase, type TestDatabase } from "@heed/db/testing";
import { createStore, createTenant } from "@heed/db/testing/factories";
import { insertManyOrders } from "@heed/db/testing/many-orders";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../registry.ts";
import { runCli } from "../run-cli.ts";

const ORDERS = 300;
let database: TestDatabase;
let folder = "";
let store = "";

beforeAll(async () => {
  database = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), "heed-backtest-"));
  const { tenantId, access } = await createTenant(database.db);
  store = await createStore(database.db, access, { cutOverAt: Temporal.Instant.from("2020-01-01T00:00:00Z") });
  const from = Temporal.Now.instant().subtract({ hours: 24 * 80 });
  await insertManyOrders(database.db, { tenantId, storeId: store }, { count: ORDERS, from });
  const steps = REVIEW_REQUEST_FLOW.steps.map((step) => ({
    ...step,
    lanePreference: "solicitation",
    templateKey: null,
  }));
  const flow = { ...REVIEW_REQUEST_FLOW, steps };
  await writeFile(join(folder, "all.json"), JSON.stringify(flow));
  const condition = { field: "sku", op: "is", value: "SKU-1" };
  await writeFile(join(folder, "some.json"), JSON.stringify({ ...flow, condition }));
  await writeFile(join(folder, "bad.json"), JSON.stringify({ ...flow, condition: { any: [] } }));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function call(...words: string[]) {
  const [lines, said]: [string[], string[]] = [[], []];
  const { DATABASE_URL, DATABASE_SYSTEM_URL } = database.urls;
  const env = { DATABASE_URL, DATABASE_SYSTEM_URL, HEED_KEYS: "{}" };
  const io = { folder, env, print: (line: string) => lines.push(line), say: (line: string) => said.push(line) };
  const code = await runCli(COMMANDS, ["backtest", ...words], io);
  return { code, lines, said: said.join("\n") };
}

describe("heed backtest", () => {
  it("prints a line for each file, as given, errors included", async () => {
    const { code, lines } = await call("all.json", "some.json", "bad.json", "none.json", "--store", store, "--json");
    const [all, some, bad, none] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(1);
    expect(all).toMatchObject({ file: "all.json", orders: ORDERS, sent: ORDERS, byLane: { solicitation: ORDERS } });
    expect(some?.["sent"]).toBeGreaterThan(0);
    expect(some?.["sent"]).toBeLessThan(ORDERS);
    expect(bad).toMatchObject({ file: "bad.json", problems: [{ path: "condition" }] });
    expect(none).toMatchObject({ file: "none.json", error: "there is no such file" });
  });

  it("without a file tries the flows as they are, and takes no more than 90 days", async () => {
    const { code, lines } = await call("--store", store, "--json");
    expect(code).toBe(0);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ file: null, orders: ORDERS, sent: 0, lookBack: 90 });
    expect(await call("--days", "91")).toMatchObject({ code: 2 });
  });
});
