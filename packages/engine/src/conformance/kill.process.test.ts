import { createHash } from "node:crypto";
import { cloneDatabase, clusterUrl, type TestDatabase } from "@heed/db/testing";
import { createCoordinator } from "@heed/sandbox/clock/coordinator";
import { serveClock } from "@heed/sandbox/clock/server";
import postgres from "postgres";
import { afterEach, describe, expect, it } from "vitest";
import { type EngineProcess, freePort, spawnEngine } from "../testing/engine-process.ts";
import { START, startWorker, type TestWorker } from "../testing/rig.ts";

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The parts that survive a kill of the engine: database, clock, worker; and what the steps did. */
async function startStage() {
  const database: TestDatabase = await cloneDatabase();
  cleanups.push(() => database.drop());
  const databaseUrl = database.urls.DATABASE_ENGINE_URL;
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => undefined });
  cleanups.push(() => sql.end());
  const coordinator = createCoordinator({ start: START, expected: ["engine"] });
  const clock = await serveClock(coordinator, 0);
  cleanups.push(() => clock.close());
  const worker: TestWorker = await startWorker();
  cleanups.push(() => worker.stop());
  const port = await freePort();
  const start = () => spawnEngine({ databaseUrl, serveUrl: worker.serveUrl, port, clock: clock.address });
  return {
    databaseUrl,
    sql,
    coordinator,
    worker,
    port,
    start,
    settle: () => coordinator.run(START.add({ hours: 24 * 30 })),
  };
}

type Stage = Awaited<ReturnType<typeof startStage>>;

interface Execution {
  readonly order: number;
  readonly step: string;
}

/** Steps `a`, a sleep, `b` and `c` in parallel, `d`; each takes a moment, so that a kill finds some under way. */
function defineOrders(stage: Stage, executions: Execution[], finished: number[]) {
  return stage.worker.define(`http://127.0.0.1:${stage.port}`, (client) => [
    client.createFunction({ id: "order", triggers: [{ event: "app/order" }] }, async ({ event, step }) => {
      const order = Number(event.data.n);
      const work = (name: string) =>
        step.run(name, async () => {
          executions.push({ order, step: name });
          await pause(5 + (order % 7));
          return `${name}${order}`;
        });
      const a = await work("a");
      await step.sleep("sleep", "10m");
      const [b, c] = await Promise.all([work("b"), work("c")]);
      const d = await work("d");
      if ([a, b, c, d].join() !== `a${order},b${order},c${order},d${order}`)
        throw new Error("a step has a wrong answer");
      finished.push(order);
    }),
  ]);
}

const ORDERS = 60;
const KILLS = 5;
const hash = (text: string) => createHash("sha1").update(text).digest("hex");

/** What is remembered now, as `order/step`: nothing of it may run again. */
async function remembered(stage: Stage): Promise<ReadonlySet<string>> {
  const names = new Map(["a", "b", "c", "d"].map((name) => [hash(name), name]));
  const rows = await stage.sql<{ n: number; step: string }[]>`
    select (r.event::json->'data'->>'n')::int as n, m.step from memo m join run r on r.id = m.run_id`;
  return new Set(rows.flatMap((row) => (names.has(row.step) ? [`${row.n}/${names.get(row.step)}`] : [])));
}

describe("an engine that is killed", () => {
  it("goes on where it was: each run ends once, no remembered step runs again", { timeout: 240_000 }, async () => {
    const stage = await startStage();
    const executions: Execution[] = [];
    const finished: number[] = [];
    let engine: EngineProcess = await stage.start();
    cleanups.push(async () => engine.kill());
    const inngest = defineOrders(stage, executions, finished);
    await expect.poll(async () => (await stage.sql`select 1 from app_function`).length, { timeout: 10_000 }).toBe(1);
    await inngest.send(
      Array.from({ length: ORDERS }, (_, n) => ({ id: `order-${n}`, name: "app/order", data: { n } })),
    );
    const run = stage.settle();
    const known: { readonly from: number; readonly steps: ReadonlySet<string> }[] = [];
    while (known.length < KILLS) {
      const target = executions.length + 25;
      while (executions.length < target && finished.length < ORDERS) await pause(1);
      if (finished.length === ORDERS) break;
      await engine.kill();
      await pause(80);
      known.push({ from: executions.length, steps: await remembered(stage) });
      engine = await stage.start();
    }
    await run;
    const repeats = known.flatMap(({ from, steps }) =>
      executions
        .slice(from)
        .flatMap((one) => (steps.has(`${one.order}/${one.step}`) ? [`${one.order}/${one.step}`] : [])),
    );
    expect(known.length).toBeGreaterThanOrEqual(KILLS);
    expect(executions.length).toBeGreaterThan(4 * ORDERS);
    expect(repeats).toEqual([]);
    expect([...new Set(finished)].length).toBe(ORDERS);
    expect(await stage.sql`select 1 from run union all select 1 from item`).toEqual([]);
    expect(stage.coordinator.now().toString()).toMatch(/^2026-11-01T00:10/);
  });

  it("has lost no event that it acknowledged, and takes a repeated one once", { timeout: 60_000 }, async () => {
    const stage = await startStage();
    const seen: number[] = [];
    let engine = await stage.start();
    cleanups.push(async () => engine.kill());
    const inngest = stage.worker.define(`http://127.0.0.1:${stage.port}`, (client) => [
      client.createFunction(
        { id: "seen", triggers: [{ event: "app/seen" }] },
        ({ event }) => void seen.push(event.data.n),
      ),
    ]);
    await expect.poll(async () => (await stage.sql`select 1 from app_function`).length, { timeout: 10_000 }).toBe(1);
    const events = Array.from({ length: 200 }, (_, n) => ({ id: `event-${n}`, name: "app/seen", data: { n } }));
    await inngest.send(events);
    await engine.kill();
    engine = await stage.start();
    await inngest.send(events.slice(0, 100));
    await stage.settle();
    expect(seen.length).toBeGreaterThanOrEqual(200);
    expect(new Set(seen).size).toBe(200);
    expect(await stage.sql`select 1 from run`).toEqual([]);
  });

  it("stops cleanly on SIGTERM and gives its items back", { timeout: 60_000 }, async () => {
    const stage = await startStage();
    const engine = await stage.start();
    defineOrders(stage, [], []);
    expect(await engine.stop()).toBe(0);
    expect(await stage.sql`select 1 from instance`).toEqual([]);
  });
});

describe("an engine whose database connections are cut", () => {
  it("loses neither events nor answers, whether it lives on or is started again", { timeout: 240_000 }, async () => {
    const stage = await startStage();
    const finished: number[] = [];
    let engine = await stage.start();
    let over = false;
    let restarts = 0;
    const supervise = async () => {
      while (!over) {
        if (engine.child.exitCode !== null) {
          engine = await stage.start();
          restarts += 1;
        }
        await pause(20);
      }
      await engine.kill();
    };
    const supervisor = supervise();
    cleanups.push(() => {
      over = true;
      return supervisor;
    });
    const inngest = defineOrders(stage, [], finished);
    await expect.poll(async () => (await stage.sql`select 1 from app_function`).length, { timeout: 10_000 }).toBe(1);
    await inngest.send(
      Array.from({ length: ORDERS }, (_, n) => ({ id: `order-${n}`, name: "app/order", data: { n } })),
    );
    const run = stage.settle();
    for (let cut = 0; cut < 4; cut += 1) {
      await pause(300);
      await cutConnections(stage.databaseUrl);
    }
    await run;
    expect(new Set(finished).size).toBe(ORDERS);
    expect(restarts).toBeLessThanOrEqual(4);
    expect(await stage.sql`select 1 from run union all select 1 from item`).toEqual([]);
  });

  async function cutConnections(databaseUrl: string): Promise<void> {
    const sql = postgres(await clusterUrl(), { max: 1 });
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${new URL(databaseUrl).pathname.slice(1)} and application_name = 'heed-engine'`;
    await sql.end();
  }
});
