import { Temporal } from "@heed/core/time";
import { afterEach, describe, expect, it } from "vitest";
import { connectClock } from "./client.ts";
import type { CoordinatorOptions } from "./coordinator.ts";
import { createCoordinator } from "./coordinator.ts";
import { serveClock } from "./server.ts";

const start = Temporal.Instant.from("2026-11-01T00:00:00Z");
const minutesOn = (minutes: number) => start.add({ minutes });
const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function serve(options: Partial<CoordinatorOptions> = {}, port = 0) {
  const coordinator = createCoordinator({ start, ...options });
  const server = await serveClock(coordinator, port);
  cleanups.push(server.close);
  return { coordinator, server };
}

async function join(address: string, name: string) {
  const clock = await connectClock({ address, name, retryFor: 5_000 });
  cleanups.push(clock.close);
  return clock;
}

describe("a clock over TCP", () => {
  it("starts at the coordinator's now and wakes at the jump", async () => {
    const { coordinator, server } = await serve();
    const worker = await join(server.address, "worker");
    expect(worker.now()).toEqual(start);
    const woken = worker.track(() => worker.sleepUntil(minutesOn(5)));
    expect(await coordinator.run(minutesOn(60))).toEqual({ now: minutesOn(5), jumps: 1, reason: "idle" });
    await woken;
    expect(worker.now()).toEqual(minutesOn(5));
  });

  it("waits for the names it expects", async () => {
    const { coordinator, server } = await serve();
    const running = coordinator.run(minutesOn(60), { expected: ["worker"] });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await coordinator.view()).now).toEqual(start);
    const worker = await join(server.address, "worker");
    await Promise.all([worker.track(() => worker.sleepUntil(minutesOn(2))), running]);
    expect(coordinator.now()).toEqual(minutesOn(2));
  });

  it("forgets the work of a participant that vanished", async () => {
    const { coordinator, server } = await serve();
    const killed = await join(server.address, "worker");
    void killed.track(() => new Promise(() => undefined));
    const other = await join(server.address, "engine");
    void other.track(() => other.sleepUntil(minutesOn(9)));
    const running = coordinator.run(minutesOn(60));
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(coordinator.now()).toEqual(start);
    await killed.close();
    expect(await running).toMatchObject({ now: minutesOn(9) });
  });

  it("keeps pending waits over a restart of the coordinator, which resumes where it was", async () => {
    const first = await serve();
    const worker = await join(first.server.address, "worker");
    let woken = false;
    void worker
      .track(() => worker.sleepUntil(minutesOn(30)))
      .then(() => {
        woken = true;
      });
    await first.coordinator.run(minutesOn(10));
    await first.server.close();
    const port = Number(first.server.address.split(":")[1]);
    const second = await serve({ start: first.coordinator.now(), seq: first.coordinator.seq() }, port);
    expect(await second.coordinator.run(minutesOn(60), { expected: ["worker"] })).toMatchObject({
      now: minutesOn(30),
      jumps: 1,
    });
    await expect.poll(() => woken).toBe(true);
  });

  it("writes each jump before it is announced", async () => {
    const written: string[] = [];
    const { coordinator, server } = await serve({ onJump: (now, seq) => written.push(`${seq} ${now}`) });
    const worker = await join(server.address, "worker");
    const seen = worker.track(async () => {
      await worker.sleepUntil(minutesOn(1));
      return [...written];
    });
    await coordinator.run(minutesOn(60));
    expect(await seen).toEqual([`1 ${minutesOn(1)}`]);
  });

  it("says so when the clock cannot be reached", async () => {
    await expect(connectClock({ address: "127.0.0.1:1", name: "worker", retryFor: 0 })).rejects.toMatchObject({
      code: "UPSTREAM",
    });
  });
});
