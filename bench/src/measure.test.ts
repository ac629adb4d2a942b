import { describe, expect, test } from "vitest";
import { measure, RUNS, spread, summarise, timeLoop } from "./measure.ts";
import { chooseEntries } from "./selection.ts";

const entry = { key: "x", field: "x_ratio", title: "ours", floorTitle: "floor", goal: 0.5 };
const sample = (perSecond: number) => ({ perSecond, cpuSeconds: 1 });

describe("a benchmark", () => {
  test("is judged by the median of ratios, run beside run", () => {
    const runs = [1, 2, 3, 4, 50].map((ours) => ({ ours: sample(ours), floor: sample(5) }));
    const result = summarise(entry, runs);
    expect(result.ratio).toEqual({ median: 0.6, min: 0.2, max: 10 });
    expect(result.met).toBe(true);
    expect(summarise({ ...entry, goal: 0.7 }, runs).met).toBe(false);
  });

  test("warms up once and then takes turns with its floor", async () => {
    const calls: string[] = [];
    const work = (name: string) => () => {
      calls.push(name);
      return sample(1);
    };
    await measure({ ...entry, prepare: async () => ({ ours: work("o"), floor: work("f") }) });
    expect(calls.join("")).toBe("of" + "of" + "fo" + "of" + "fo" + "of");
    expect(calls).toHaveLength(2 + 2 * RUNS);
  });

  test("closes what it prepared, also where a run fails", async () => {
    let closed = false;
    const pair = {
      ours: () => Promise.reject(new Error("broken")),
      floor: () => sample(1),
      close: async () => {
        closed = true;
      },
    };
    await expect(measure({ ...entry, prepare: async () => pair })).rejects.toThrow("broken");
    expect(closed).toBe(true);
  });
});

test("a spread has the middle, the least and the most", () => {
  expect(spread([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
});

test("a loop runs its pieces once each", () => {
  const seen: number[] = [];
  expect(timeLoop(3, (index) => seen.push(index)).perSecond).toBeGreaterThan(0);
  expect(seen).toEqual([0, 1, 2]);
});

test("--only names entries, and a wrong name is an error", () => {
  expect(chooseEntries([entry, { ...entry, key: "y" }], " y")).toMatchObject([{ key: "y" }]);
  expect(() => chooseEntries([entry], "z")).toThrow("no entry z; there are x");
});
