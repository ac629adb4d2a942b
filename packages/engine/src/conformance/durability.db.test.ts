import { afterEach, describe, expect, it } from "vitest";
import { type Engine, startEngine } from "../start-engine.ts";
import { EVENT_KEY, engineOptions, type Rig, startRig, startWorker } from "../testing/rig.ts";

const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const events = (name: string, count: number) => Array.from({ length: count }, (_, n) => ({ name, data: { n } }));

async function rigOf(options: Parameters<typeof startRig>[0]): Promise<Rig> {
  const rig = await startRig(options);
  cleanups.push(() => rig.stop());
  return rig;
}

describe("two engines on one database", () => {
  it("share the work: each run is called by one of them", async () => {
    const calls: number[] = [];
    const rig = await rigOf({
      functions: (client) => [
        client.createFunction({ id: "shared", triggers: [{ event: "app/shared" }] }, async ({ event, step }) => {
          await step.run("work", async () => {
            calls.push(Number(event.data.n));
            await pause(10);
          });
          await step.sleep("sleep", "1h");
        }),
      ],
    });
    const second = await secondEngine(rig);
    await rig.inngest.send(events("app/shared", 120));
    await rig.settle();
    expect(calls).toHaveLength(120);
    expect(new Set(calls).size).toBe(120);
    expect(second.port).not.toBe(rig.engine.port);
  });

  it("keep a concurrency limit together", async () => {
    let running = 0;
    let most = 0;
    const rig = await rigOf({
      functions: (client) => [
        client.createFunction({ id: "two", triggers: [{ event: "app/two" }], concurrency: 2 }, async () => {
          running += 1;
          most = Math.max(most, running);
          await pause(10);
          running -= 1;
        }),
      ],
    });
    await secondEngine(rig);
    await rig.inngest.send(events("app/two", 30));
    await rig.settle();
    expect(most).toBe(2);
    expect(await rig.sql`select 1 from run union all select 1 from gate_hold`).toEqual([]);
  });

  it("stop a virtual clock until the lease of a dead one is over and its items are called", async () => {
    const seen: number[] = [];
    const rig = await rigOf({
      leaseSeconds: 1,
      functions: (client) => [
        client.createFunction({ id: "left", triggers: [{ event: "app/left" }] }, ({ event }) => {
          seen.push(Number(event.data.n));
        }),
      ],
    });
    await rig.sql`insert into instance (no, alive_until) values (999, clock_timestamp() + interval '1 second')`;
    await rig.sql`
      create function lease_to_the_dead() returns trigger language plpgsql as $$ begin new.owner = 999; return new; end $$`;
    await rig.sql`create trigger lease before insert on item for each row execute function lease_to_the_dead()`;
    await rig.inngest.send(events("app/left", 5));
    await rig.sql`drop trigger lease on item`;
    await rig.settle();
    expect(seen).toHaveLength(5);
  });

  async function secondEngine(rig: Rig): Promise<Engine> {
    const options = engineOptions(rig.databaseUrl, rig.serveUrl, rig.time.participant("second"));
    const engine = await startEngine(options);
    cleanups.push(() => engine.stop());
    return engine;
  }
});

describe("a worker that goes away", () => {
  it("costs no try: its calls are made again when it is back", async () => {
    const attempts: number[] = [];
    const finished: number[] = [];
    let dying = true;
    const rig = await rigOf({
      functions: (client) => [
        client.createFunction(
          { id: "broken", retries: 0, triggers: [{ event: "app/broken" }] },
          async ({ event, step, attempt }) => {
            await step.run("work", async () => {
              attempts.push(attempt);
              if (!dying) return;
              rig.breakConnections();
              await new Promise(() => undefined);
            });
            finished.push(Number(event.data.n));
          },
        ),
      ],
    });
    await rig.inngest.send(events("app/broken", 10));
    await pause(300);
    expect(attempts.length).toBeGreaterThan(1);
    expect(finished).toEqual([]);
    dying = false;
    await rig.settle();
    expect(finished.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(attempts)).toEqual(new Set([0]));
    expect(rig.time.now().toString()).toBe("2026-11-01T00:00:00Z");
  });

  it("and starts later than the engine is found", async () => {
    const worker = await startWorker();
    await worker.stop();
    const rig = await rigOf({ functions: () => [] });
    const port = Number(new URL(worker.serveUrl).port);
    const engine = await startEngine(engineOptions(rig.databaseUrl, worker.serveUrl, rig.time.participant("late")));
    cleanups.push(() => engine.stop());
    await expect(engine.syncNow()).rejects.toThrow(/ECONNREFUSED/);
    const late = await startWorker(port);
    cleanups.push(() => late.stop());
    late.define(engine.url, (client) => [
      client.createFunction({ id: "late", triggers: [{ event: "app/late" }] }, () => null),
    ]);
    await expect
      .poll(async () => (await rig.sql`select 1 from app_function where id = 'app-late'`).length, { timeout: 10_000 })
      .toBe(1);
  });

  it("that takes too long is given up, and that counts as a try", async () => {
    let tries = 0;
    const rig = await rigOf({
      callTimeout: 1000,
      functions: (client) => [
        client.createFunction({ id: "stuck", retries: 1, triggers: [{ event: "app/stuck" }] }, async () => {
          tries += 1;
          await pause(1500);
        }),
      ],
    });
    await rig.inngest.send(events("app/stuck", 1));
    await rig.settle();
    expect(tries).toBe(2);
    expect(await rig.sql`select error::json->>'message' as message from run`).toEqual([
      { message: "No answer within 1000 ms" },
    ]);
  });

  it("whose key differs gets no answer accepted", async () => {
    const rig = await rigOf({
      functions: (client) => [
        client.createFunction({ id: "one", retries: 0, triggers: [{ event: "app/one" }] }, () => null),
      ],
    });
    rig.answerInstead((response) => response.writeHead(200, { "content-type": "application/json" }).end('"forged"'));
    await rig.inngest.send(events("app/one", 1));
    await rig.settle();
    expect(await rig.sql`select outcome, error::json->>'message' as message from run`).toEqual([
      { outcome: "failed", message: "An answer of status 200 without a valid signature" },
    ]);
  });
});

describe("calls that wait for the clock", () => {
  it("let it move on although they fill all slots and others queue behind them", async () => {
    const done: string[] = [];
    const rig = await rigOf({
      concurrency: 2,
      functions: (client) => [
        client.createFunction({ id: "slow", triggers: [{ event: "app/slow" }] }, async () => {
          await clock.sleepUntil(clock.now().add({ minutes: 1 }));
          done.push(rig.time.now().toString());
        }),
      ],
    });
    const clock = rig.time.participant("worker");
    await rig.inngest.send(events("app/slow", 6));
    await rig.settle();
    expect(done).toHaveLength(6);
    expect(done.at(-1)).toBe("2026-11-01T00:03:00Z");
  });
});

describe("retention", () => {
  it("forgets failed runs after a day and event ids after two", async () => {
    const rig = await rigOf({
      functions: (client) => [
        client.createFunction({ id: "fail", retries: 0, triggers: [{ event: "app/fail" }] }, () => {
          throw new Error("broken");
        }),
        client.createFunction({ id: "sleep", triggers: [{ event: "app/sleep" }] }, async ({ step }) => {
          await step.sleep("first", "25h");
          await step.sleep("second", "24h");
        }),
      ],
    });
    await rig.inngest.send([...events("app/fail", 3), ...events("app/sleep", 1)]);
    await rig.settle(60);
    expect(await rig.sql`select 1 from run where outcome = 'failed'`).toHaveLength(3);
    await rig.settle(25 * 60);
    await expect.poll(async () => (await rig.sql`select 1 from run where outcome = 'failed'`).length).toBe(0);
    expect(await rig.sql`select 1 from seen`).toHaveLength(4);
    await rig.settle();
    await expect.poll(async () => (await rig.sql`select 1 from seen`).length).toBe(0);
  });
});

describe("an unknown event", () => {
  it("is remembered and starts nothing", async () => {
    const rig = await rigOf({ functions: () => [] });
    const response = await fetch(`${rig.engine.url}/e/${EVENT_KEY}`, { method: "POST", body: '{"name":"app/nobody"}' });
    expect(response.status).toBe(200);
    expect(await rig.sql`select 1 from seen`).toHaveLength(1);
    expect(await rig.sql`select 1 from run`).toEqual([]);
  });
});
