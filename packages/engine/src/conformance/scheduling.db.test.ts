import { Temporal } from "@heed/core/time";
import { afterEach, describe, expect, it } from "vitest";
import { type DefineFunctions, type Rig, type RigOptions, startRig } from "../testing/rig.ts";

let rig: Rig | null = null;

async function start(functions: DefineFunctions, options: Partial<RigOptions> = {}): Promise<Rig> {
  rig = await startRig({ functions, ...options });
  return rig;
}

afterEach(async () => {
  await rig?.stop();
  rig = null;
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("cancelOn", () => {
  const sleeper =
    (woke: unknown[]): DefineFunctions =>
    (client) => [
      client.createFunction(
        {
          id: "sleeper",
          triggers: [{ event: "app/sleep" }],
          cancelOn: [
            { event: "app/cancel", match: "data.id" },
            { event: "app/cancel-if", if: "event.data.id == async.data.id && async.data.sure == true" },
          ],
        },
        async ({ event, step }) => {
          await step.sleep("sleep", "1h");
          woke.push(event.data.id);
        },
      ),
    ];

  it("ends the runs whose event matches, and no other", async () => {
    const woke: unknown[] = [];
    const { inngest, settle, sql } = await start(sleeper(woke));
    await inngest.send(["a", "b", "c"].map((id) => ({ name: "app/sleep", data: { id } })));
    await settle(10);
    await inngest.send({ name: "app/cancel", data: { id: "b" } });
    await inngest.send({ name: "app/cancel", data: { id: "z" } });
    await settle();
    expect(woke.sort()).toEqual(["a", "c"]);
    expect(await sql`select outcome from run`).toEqual([{ outcome: "cancelled" }]);
    expect(await sql`select 1 from item union all select 1 from waiter`).toEqual([]);
  });

  it("takes all of an expression into account", async () => {
    const woke: unknown[] = [];
    const { inngest, settle } = await start(sleeper(woke));
    await inngest.send(["a", "b"].map((id) => ({ name: "app/sleep", data: { id } })));
    await settle(10);
    await inngest.send([
      { name: "app/cancel-if", data: { id: "a", sure: false } },
      { name: "app/cancel-if", data: { id: "b", sure: true } },
    ]);
    await settle();
    expect(woke).toEqual(["a"]);
  });

  it("does not reach a run that starts after it", async () => {
    const woke: unknown[] = [];
    const { inngest, settle } = await start(sleeper(woke));
    await inngest.send([
      { name: "app/cancel", data: { id: "a" } },
      { name: "app/sleep", data: { id: "a" } },
    ]);
    await settle();
    expect(woke).toEqual(["a"]);
  });

  it("ends a run in the middle of a call: its answer changes nothing", async () => {
    const ran: string[] = [];
    const { inngest, settle, sql } = await start((client) => [
      client.createFunction(
        { id: "slow", triggers: [{ event: "app/slow" }], cancelOn: [{ event: "app/stop" }] },
        async ({ step }) => {
          await step.run("slow", async () => {
            ran.push("slow");
            await client.send({ name: "app/stop", data: {} });
          });
          await step.run("never", () => void ran.push("never"));
        },
      ),
    ]);
    await inngest.send({ name: "app/slow", data: {} });
    await settle();
    expect(ran).toEqual(["slow"]);
    expect(await sql`select outcome from run`).toEqual([{ outcome: "cancelled" }]);
    expect(await sql`select 1 from item union all select 1 from memo`).toEqual([]);
  });
});

describe("a cron", () => {
  it("fires at the jump that passes its tick, once for several ticks", async () => {
    const fired: string[] = [];
    const { time, inngest, settle } = await start((client) => [
      client.createFunction(
        { id: "each-minute", triggers: [{ cron: "* * * * *" }] },
        () => void fired.push(time.now().toString()),
      ),
      client.createFunction({ id: "sleep", triggers: [{ event: "app/sleep" }] }, async ({ step }) => {
        await step.sleep("short", "90s");
        await step.sleep("long", "1h");
      }),
    ]);
    await settle();
    expect(fired).toEqual([]);
    await inngest.send({ name: "app/sleep", data: {} });
    await settle();
    expect(fired).toEqual(["2026-11-01T00:01:30Z", "2026-11-01T01:01:30Z"]);
  });

  it("reads its zone", async () => {
    const fired: string[] = [];
    const { time, settle } = await start((client) => [
      client.createFunction({ id: "tokyo", triggers: [{ cron: "TZ=Asia/Tokyo 30 9 * * *" }] }, ({ event }) => {
        fired.push(`${event.name} ${time.now()}`);
      }),
    ]);
    const jumpTo = async (text: string) => {
      const instant = Temporal.Instant.from(text);
      void time.clock.track(() => time.clock.sleepUntil(instant));
      await time.run(instant);
      await settle();
    };
    await jumpTo("2026-11-01T00:29:59Z");
    expect(fired).toEqual([]);
    await jumpTo("2026-11-01T00:30:00Z");
    await jumpTo("2026-11-01T00:31:00Z");
    expect(fired).toEqual(["inngest/scheduled.timer 2026-11-01T00:30:00Z"]);
  });
});

describe("concurrency", () => {
  interface Watch {
    readonly running: Map<string, number>;
    readonly most: Map<string, number>;
    total: number;
    mostTotal: number;
    done: number;
  }

  const watched = (watch: Watch) => async (key: string) => {
    const now = (watch.running.get(key) ?? 0) + 1;
    watch.running.set(key, now);
    watch.total += 1;
    watch.most.set(key, Math.max(now, watch.most.get(key) ?? 0));
    watch.mostTotal = Math.max(watch.mostTotal, watch.total);
    await pause(15);
    watch.running.set(key, (watch.running.get(key) ?? 0) - 1);
    watch.total -= 1;
    watch.done += 1;
  };
  const newWatch = (): Watch => ({ running: new Map(), most: new Map(), total: 0, mostTotal: 0, done: 0 });

  it("by key lets so many calls of one key run at once, and other keys beside", async () => {
    const watch = newWatch();
    const enter = watched(watch);
    const { inngest, settle, sql } = await start((client) => [
      client.createFunction(
        { id: "keyed", triggers: [{ event: "app/keyed" }], concurrency: { limit: 2, key: "event.data.key" } },
        async ({ event }) => await enter(String(event.data.key)),
      ),
    ]);
    await inngest.send(Array.from({ length: 24 }, (_, n) => ({ name: "app/keyed", data: { key: `k${n % 3}` } })));
    await settle();
    expect(watch.done).toBe(24);
    expect(Math.max(...watch.most.values())).toBe(2);
    expect(watch.mostTotal).toBeGreaterThan(2);
    expect(await sql`select 1 from gate_hold`).toEqual([]);
  });

  it("holds a limit of the function and one of the key together", async () => {
    const watch = newWatch();
    const enter = watched(watch);
    const { inngest, settle } = await start((client) => [
      client.createFunction(
        {
          id: "both",
          triggers: [{ event: "app/both" }],
          concurrency: [{ limit: 3 }, { limit: 1, key: "event.data.key" }],
        },
        async ({ event, step }) => {
          await step.run("a", () => enter(String(event.data.key)));
          await step.run("b", () => enter(String(event.data.key)));
        },
      ),
    ]);
    await inngest.send(Array.from({ length: 15 }, (_, n) => ({ name: "app/both", data: { key: `k${n % 5}` } })));
    await settle();
    expect(watch.done).toBe(30);
    expect(Math.max(...watch.most.values())).toBe(1);
    expect(watch.mostTotal).toBeLessThanOrEqual(3);
  });

  it("does not count a run that sleeps", async () => {
    let woke = 0;
    const { inngest, settle, time } = await start((client) => [
      client.createFunction({ id: "one", triggers: [{ event: "app/one" }], concurrency: 1 }, async ({ step }) => {
        await step.sleep("sleep", "1h");
        woke += 1;
      }),
    ]);
    await inngest.send(Array.from({ length: 5 }, () => ({ name: "app/one", data: {} })));
    await settle();
    expect(woke).toBe(5);
    expect(time.now().toString()).toBe("2026-11-01T01:00:00Z");
  });
});

describe("idempotency", () => {
  it("starts one run for each value of its key", async () => {
    const seen: unknown[] = [];
    const { inngest, settle } = await start((client) => [
      client.createFunction(
        { id: "once", triggers: [{ event: "app/once" }], idempotency: "event.data.order" },
        ({ event }) => {
          seen.push(event.data.n);
        },
      ),
    ]);
    await inngest.send([1, 2, 3].map((n) => ({ name: "app/once", data: { order: n < 3 ? "a" : "b", n } })));
    await settle();
    expect(seen.sort()).toEqual([1, 3]);
  });
});
