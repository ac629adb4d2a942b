import { Temporal } from "@heed/core/time";
import { describe, expect, it } from "vitest";
import { createVirtualClock } from "./virtual.ts";

const start = Temporal.Instant.from("2026-11-01T00:00:00Z");
const minutesOn = (minutes: number) => start.add({ minutes });

describe("a virtual clock", () => {
  it("jumps from wait to wait and ends idle at the last", async () => {
    const time = createVirtualClock({ start });
    const seen: string[] = [];
    const work = time.clock.track(async () => {
      for (const minutes of [5, 90]) {
        await time.clock.sleepUntil(minutesOn(minutes));
        seen.push(time.now().toString());
      }
    });
    const result = await time.run(minutesOn(1000));
    await work;
    expect(seen).toEqual([minutesOn(5).toString(), minutesOn(90).toString()]);
    expect(result).toEqual({ now: minutesOn(90), jumps: 2, reason: "idle" });
  });

  it("never goes beyond the instant asked for, and says so", async () => {
    const time = createVirtualClock({ start });
    const stop = new AbortController();
    void time.clock.track(() => time.clock.sleepUntil(minutesOn(60), stop.signal));
    expect(await time.run(minutesOn(30))).toEqual({ now: minutesOn(30), jumps: 1, reason: "until" });
    expect(await time.run(minutesOn(60))).toEqual({ now: minutesOn(60), jumps: 1, reason: "until" });
  });

  it("does not jump while tracked work is under way, in any participant", async () => {
    const time = createVirtualClock({ start });
    const other = time.participant("other");
    let worked: string | null = null;
    void time.clock.track(() => time.clock.sleepUntil(minutesOn(10)));
    void other.track(async () => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      worked = other.now().toString();
    });
    await time.run(minutesOn(20));
    expect(worked).toBe(start.toString());
  });

  it("lets a wait in one participant release the call that another tracks", async () => {
    const time = createVirtualClock({ start });
    const [engine, worker] = [time.participant("engine"), time.participant("worker")];
    const handler = { call: async (): Promise<void> => undefined };
    const remote = new Promise<void>((resolve) => {
      handler.call = async () => {
        await worker.sleepUntil(minutesOn(3));
        resolve();
      };
    });
    void engine.track(() => remote);
    void handler.call();
    expect(await time.run(minutesOn(60))).toMatchObject({ now: minutesOn(3), reason: "idle" });
  });

  it("counts nested work once, so that an inner wait releases the outer work", async () => {
    const time = createVirtualClock({ start });
    const work = time.clock.track(() => time.clock.track(() => time.clock.sleepUntil(minutesOn(7))));
    await time.run(minutesOn(60));
    await work;
    expect(time.now()).toEqual(minutesOn(7));
  });

  it("keeps parallel waits of one piece of work from hiding other work", async () => {
    const time = createVirtualClock({ start });
    let ended = false;
    void time.clock.track(async () => {
      await Promise.all([time.clock.sleepUntil(minutesOn(1)), time.clock.sleepUntil(minutesOn(2))]);
    });
    void time.clock.track(async () => {
      await new Promise((resolve) => setTimeout(resolve, 40));
      ended = true;
    });
    await time.run(minutesOn(1));
    expect(ended).toBe(true);
  });

  it("goes to the instants that probes name, and waits while a probe is busy", async () => {
    const time = createVirtualClock({ start });
    const rows = [minutesOn(15), minutesOn(45)];
    const advanced: string[] = [];
    let busy = true;
    setTimeout(() => {
      busy = false;
    }, 30);
    time.clock.onProbe(async () => ({
      busy,
      nextAt: rows.find((row) => Temporal.Instant.compare(row, time.now()) > 0) ?? null,
    }));
    time.clock.onAdvance((now) => advanced.push(now.toString()));
    expect(await time.run(minutesOn(600))).toEqual({ now: minutesOn(45), jumps: 2, reason: "idle" });
    expect(advanced).toEqual(rows.map(String));
    expect(busy).toBe(false);
  });

  it("treats a probe that fails as busy", async () => {
    const time = createVirtualClock({ start });
    let failures = 3;
    time.clock.onProbe(async () => {
      failures -= 1;
      if (failures >= 0) throw new Error("database restarts");
      return { busy: false, nextAt: null };
    });
    await time.run(minutesOn(1));
    expect(failures).toBeLessThan(0);
  });

  it("ends an aborted wait without moving", async () => {
    const time = createVirtualClock({ start });
    const stop = new AbortController();
    const waiting = time.clock.sleepUntil(minutesOn(5), stop.signal);
    stop.abort();
    await waiting;
    expect(await time.run(minutesOn(60))).toEqual({ now: start, jumps: 0, reason: "idle" });
  });
});
