import { NonRetriableError, RetryAfterError, StepError } from "inngest";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Checkpointing, type DefineFunctions, type Rig, START, startRig } from "../testing/rig.ts";

let rig: Rig | null = null;
let checkpointing: Checkpointing = true;

async function start(functions: DefineFunctions): Promise<Rig> {
  rig = await startRig({ functions, checkpointing });
  return rig;
}

afterEach(async () => {
  await rig?.stop();
  rig = null;
});

function note<T>(list: string[], text: string, result: T): T {
  list.push(text);
  return result;
}

const minutesSince = (time: Rig["time"]) => (time.now().epochMilliseconds - START.epochMilliseconds) / 60_000;

describe.each<[string, Checkpointing]>([
  ["each at once", true],
  ["five at a time", { bufferedSteps: 5 }],
  ["with its answer to the call", false],
])("where the SDK reports steps %s", (_name, mode) => {
  beforeAll(() => {
    checkpointing = mode;
  });

  describe("an event", () => {
    it("runs each function that it triggers, with its data, and leaves no row behind", async () => {
      const seen: unknown[] = [];
      const { inngest, settle, sql } = await start((client) => [
        client.createFunction(
          { id: "greet", triggers: [{ event: "app/hello" }] },
          ({ event }) => void seen.push(event.data),
        ),
        client.createFunction({ id: "wave", triggers: [{ event: "app/hello" }] }, () => void seen.push("wave")),
        client.createFunction({ id: "other", triggers: [{ event: "app/other" }] }, () => void seen.push("other")),
      ]);
      await inngest.send({ name: "app/hello", data: { to: "you" } });
      await settle();
      expect(seen).toHaveLength(2);
      expect(seen).toEqual(expect.arrayContaining([{ to: "you" }, "wave"]));
      expect(await sql`select 1 from run union all select 1 from item union all select 1 from memo`).toEqual([]);
    });

    it("is filtered by the trigger's expression", async () => {
      const seen: unknown[] = [];
      const { inngest, settle } = await start((client) => [
        client.createFunction(
          { id: "big", triggers: [{ event: "app/n", if: "event.data.n > 10" }] },
          ({ event }) => void seen.push(event.data.n),
        ),
      ]);
      await inngest.send([1, 11, 12].map((n) => ({ name: "app/n", data: { n } })));
      await settle();
      expect(seen.sort()).toEqual([11, 12]);
    });

    it("with an id that was seen is processed once, also within one batch", async () => {
      let count = 0;
      const { inngest, settle } = await start((client) => [
        client.createFunction({ id: "count", triggers: [{ event: "app/once" }] }, () => {
          count += 1;
        }),
      ]);
      const event = { id: "the-same", name: "app/once", data: {} };
      await inngest.send([event, event]);
      await inngest.send(event);
      await settle();
      await inngest.send(event);
      await settle();
      expect(count).toBe(1);
    });
  });

  describe("a step", () => {
    it("runs once and gives its answer to each later call", async () => {
      const ran: string[] = [];
      const results: unknown[] = [];
      const { inngest, settle } = await start((client) => [
        client.createFunction({ id: "steps", triggers: [{ event: "app/steps" }] }, async ({ step }) => {
          const a = await step.run("a", () => note(ran, "a", { n: 1, text: "naïve \u0000 \u{1f600}" }));
          await step.sleep("pause", "1m");
          const b = await step.run("b", () => note(ran, "b", a.n + 1));
          const again = await step.run("b", () => note(ran, "b:1", 7));
          results.push(a, b, again);
        }),
      ]);
      await inngest.send({ name: "app/steps", data: {} });
      await settle();
      expect(ran).toEqual(["a", "b", "b:1"]);
      expect(results).toEqual([{ n: 1, text: "naïve \u0000 \u{1f600}" }, 2, 7]);
    });

    it("sleeps until an instant of the clock, without waiting in real time", async () => {
      const woke: string[] = [];
      const { inngest, settle, time } = await start((client) => [
        client.createFunction({ id: "sleep", triggers: [{ event: "app/sleep" }] }, async ({ step }) => {
          await step.sleepUntil("until", new Date("2026-11-08T06:30:00Z"));
          await step.run("woke", () => void woke.push(time.now().toString()));
          await step.sleep("for", "150m");
          await step.run("woke again", () => void woke.push(time.now().toString()));
        }),
      ]);
      await inngest.send({ name: "app/sleep", data: {} });
      await settle();
      expect(woke).toEqual(["2026-11-08T06:30:00Z", "2026-11-08T09:00:00Z"]);
    });

    it("goes on at once from an instant that has passed", async () => {
      let done = false;
      const { inngest, settle, time } = await start((client) => [
        client.createFunction({ id: "past", triggers: [{ event: "app/past" }] }, async ({ step }) => {
          await step.sleepUntil("past", new Date("2020-01-01T00:00:00Z"));
          done = true;
        }),
      ]);
      await inngest.send({ name: "app/past", data: {} });
      await settle();
      expect(done).toBe(true);
      expect(minutesSince(time)).toBe(0);
    });

    it("is tried again after a back-off, alone", async () => {
      const tries: number[] = [];
      let before = 0;
      const { inngest, settle, time } = await start((client) => [
        client.createFunction({ id: "flaky", triggers: [{ event: "app/flaky" }] }, async ({ step, attempt }) => {
          await step.run("before", () => {
            before += 1;
          });
          await step.run("flaky", () => {
            tries.push(attempt);
            if (tries.length < 3) throw new Error("not yet");
          });
        }),
      ]);
      await inngest.send({ name: "app/flaky", data: {} });
      await settle();
      expect(tries).toEqual([0, 1, 2]);
      expect(before).toBe(1);
      expect(minutesSince(time)).toBeGreaterThanOrEqual(0.75);
      expect(minutesSince(time)).toBeLessThan(0.9);
    });

    it("whose tries are used up can be caught, and the run goes on", async () => {
      let tries = 0;
      const caught: unknown[] = [];
      const { inngest, settle } = await start((client) => [
        client.createFunction({ id: "caught", retries: 1, triggers: [{ event: "app/caught" }] }, async ({ step }) => {
          await step
            .run("broken", () => {
              tries += 1;
              throw new Error("no luck");
            })
            .catch((error: unknown) => caught.push(error instanceof StepError, (error as Error).message));
          await step.run("after", () => void caught.push("after"));
        }),
      ]);
      await inngest.send({ name: "app/caught", data: {} });
      await settle();
      expect(tries).toBe(2);
      expect(new Set(caught)).toEqual(new Set([true, "no luck", "after"]));
    });

    it("honours RetryAfterError, in seconds and as an instant", async () => {
      const at: string[] = [];
      const noon = new Date("2026-11-02T12:00:00Z");
      const errors = [new RetryAfterError("in an hour", "1h"), new RetryAfterError("at noon", noon)];
      const { inngest, settle, time } = await start((client) => [
        client.createFunction({ id: "later", triggers: [{ event: "app/later" }] }, async ({ step }) => {
          await step.run("later", () => {
            at.push(time.now().toString());
            const error = errors[at.length - 1];
            if (error !== undefined) throw error;
          });
        }),
      ]);
      await inngest.send({ name: "app/later", data: {} });
      await settle();
      expect(at).toEqual(["2026-11-01T00:00:00Z", "2026-11-01T01:00:00Z", "2026-11-02T12:00:00Z"]);
    });

    it("sends events that start other runs, once", async () => {
      const seen: unknown[] = [];
      const { inngest, settle } = await start((client) => [
        client.createFunction({ id: "parent", triggers: [{ event: "app/parent" }] }, async ({ step }) => {
          await step.sendEvent(
            "fan out",
            [1, 2, 3].map((n) => ({ name: "app/child", data: { n } })),
          );
          await step.sleep("pause", "1m");
        }),
        client.createFunction(
          { id: "child", triggers: [{ event: "app/child" }] },
          ({ event }) => void seen.push(event.data.n),
        ),
      ]);
      await inngest.send({ name: "app/parent", data: {} });
      await settle();
      expect(seen.sort()).toEqual([1, 2, 3]);
    });
  });

  describe("parallel steps", () => {
    it("each run once, and their answers come together", async () => {
      const ran: string[] = [];
      const results: unknown[] = [];
      const { inngest, settle, time } = await start((client) => [
        client.createFunction({ id: "parallel", triggers: [{ event: "app/parallel" }] }, async ({ step }) => {
          const sum = await Promise.all([
            step.run("a", () => note(ran, "a", 1)),
            step.run("b", () => note(ran, "b", 2)),
            step.sleep("c", "10m").then(() => step.run("after c", () => note(ran, "after c", 3))),
          ]);
          const last = await step.run("last", () => note(ran, "last", 4));
          results.push(sum, last);
        }),
      ]);
      await inngest.send({ name: "app/parallel", data: {} });
      await settle();
      expect(ran.toSorted()).toEqual(["a", "after c", "b", "last"]);
      expect(results).toEqual([[1, 2, 3], 4]);
      expect(minutesSince(time)).toBe(10);
    });

    it("fifty of them, some failing at first", async () => {
      const tries = new Map<number, number>();
      const results: unknown[] = [];
      const { inngest, settle } = await start((client) => [
        client.createFunction({ id: "many", triggers: [{ event: "app/many" }] }, async ({ step }) => {
          const numbers = Array.from({ length: 50 }, (_, n) => n);
          const all = await Promise.all(
            numbers.map((n) =>
              step.run(`n${n}`, () => {
                tries.set(n, (tries.get(n) ?? 0) + 1);
                if (n % 10 === 0 && tries.get(n) === 1) throw new Error("first");
                return n;
              }),
            ),
          );
          results.push(all.reduce((a, b) => a + b, 0));
        }),
      ]);
      await inngest.send({ name: "app/many", data: {} });
      await settle();
      expect(results).toEqual([1225]);
      expect([...tries.values()].reduce((a, b) => a + b, 0)).toBe(55);
    });
  });

  describe("a run", () => {
    it("that throws outside of a step is tried again and then fails", async () => {
      let tries = 0;
      const { inngest, settle, sql } = await start((client) => [
        client.createFunction({ id: "bad", retries: 2, triggers: [{ event: "app/bad" }] }, () => {
          tries += 1;
          throw new Error("always");
        }),
      ]);
      await inngest.send({ name: "app/bad", data: {} });
      await settle();
      expect(tries).toBe(3);
      const runs = await sql`select outcome, error::json->>'message' as message from run`;
      expect(runs).toEqual([{ outcome: "failed", message: "always" }]);
      expect(await sql`select 1 from item union all select 1 from memo`).toEqual([]);
    });

    it("that throws NonRetriableError fails at once", async () => {
      let tries = 0;
      const { inngest, settle } = await start((client) => [
        client.createFunction({ id: "final", triggers: [{ event: "app/final" }] }, async ({ step }) => {
          await step.run("final", () => {
            tries += 1;
            throw new NonRetriableError("never");
          });
        }),
      ]);
      await inngest.send({ name: "app/final", data: {} });
      await settle();
      expect(tries).toBe(1);
    });

    it("that failed tells its onFailure and the subscribers of inngest/function.failed", async () => {
      const told: unknown[] = [];
      const { inngest, settle } = await start((client) => [
        client.createFunction(
          {
            id: "failing",
            retries: 0,
            triggers: [{ event: "app/failing" }],
            onFailure: ({ error, event }) => void told.push([error.message, event.data.event.data]),
          },
          () => {
            throw new Error("broken");
          },
        ),
        client.createFunction({ id: "watch", triggers: [{ event: "inngest/function.failed" }] }, ({ event }) => {
          told.push(event.data.function_id);
          throw new NonRetriableError("a watcher that fails does not call itself");
        }),
      ]);
      await inngest.send({ name: "app/failing", data: { a: 1 } });
      await settle();
      expect(told).toHaveLength(2);
      expect(told).toEqual(expect.arrayContaining([["broken", { a: 1 }], "app-failing"]));
    });

    it("can invoke another function and gets its answer or its error", async () => {
      const results: unknown[] = [];
      const { inngest, settle } = await start((client) => {
        const double = client.createFunction({ id: "double", triggers: [] }, async ({ event, step }) => {
          await step.sleep("think", "1h");
          return Number((event.data as { n?: number }).n) * 2;
        });
        const broken = client.createFunction({ id: "broken", retries: 0, triggers: [] }, () => {
          throw new Error("cannot");
        });
        const caller = client.createFunction({ id: "caller", triggers: [{ event: "app/call" }] }, async ({ step }) => {
          results.push(await step.invoke("double", { function: double, data: { n: 21 } }));
          await step
            .invoke("broken", { function: broken, data: {} })
            .catch((error: Error) => results.push(error.message));
        });
        return [double, broken, caller];
      });
      await inngest.send({ name: "app/call", data: {} });
      await settle();
      expect([...new Set(results)]).toEqual([42, "cannot"]);
    });
  });

  describe("waitForEvent", () => {
    it("wakes at the event that matches, with that event", async () => {
      const results: unknown[] = [];
      const { inngest, settle } = await start((client) => [
        client.createFunction({ id: "wait", triggers: [{ event: "app/wait" }] }, async ({ step }) => {
          const found = await step.waitForEvent("answer", { event: "app/answer", timeout: "3d", match: "data.id" });
          results.push(found?.data);
        }),
      ]);
      await inngest.send({ name: "app/wait", data: { id: "a" } });
      await settle(60);
      await inngest.send([
        { name: "app/answer", data: { id: "b" } },
        { name: "app/answer", data: { id: "a", yes: true } },
      ]);
      await settle(60);
      expect(results).toEqual([{ id: "a", yes: true }]);
    });

    it("gives null when its time is over", async () => {
      const results: unknown[] = [];
      const { inngest, settle, time } = await start((client) => [
        client.createFunction({ id: "wait", triggers: [{ event: "app/wait" }] }, async ({ step }) => {
          results.push(await step.waitForEvent("answer", { event: "app/answer", timeout: "3d" }));
        }),
      ]);
      await inngest.send({ name: "app/wait", data: {} });
      await settle();
      expect(results).toEqual([null]);
      expect(minutesSince(time)).toBe(3 * 24 * 60);
    });
  });
});
