import { describe, expect, it } from "vitest";
import { createBatcher } from "./batcher.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("a batcher", () => {
  it("joins what arrives in one turn, and then what arrives while it flushes", async () => {
    const batches: number[][] = [];
    const double = createBatcher<number, number>({
      limit: 10,
      flush: async (inputs) => {
        batches.push([...inputs]);
        await turn();
        return inputs.map((input) => input * 2);
      },
    });
    const first = [double(1), double(2)];
    await turn();
    const second = [double(3), double(4), double(5)];
    expect(await Promise.all([...first, ...second])).toEqual([2, 4, 6, 8, 10]);
    expect(batches).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it("keeps to its limit", async () => {
    const sizes: number[] = [];
    const echo = createBatcher<number, number>({
      limit: 2,
      flush: async (inputs) => {
        sizes.push(inputs.length);
        return inputs;
      },
    });
    expect(await Promise.all([1, 2, 3, 4, 5].map(echo))).toEqual([1, 2, 3, 4, 5]);
    expect(sizes).toEqual([2, 2, 1]);
  });

  it("rejects those of a failed flush and goes on", async () => {
    let calls = 0;
    const flaky = createBatcher<number, number>({
      limit: 10,
      flush: async (inputs) => {
        calls += 1;
        if (calls === 1) throw new Error("away");
        return inputs;
      },
    });
    await expect(Promise.allSettled([flaky(1), flaky(2)])).resolves.toMatchObject([
      { status: "rejected" },
      { status: "rejected" },
    ]);
    expect(await flaky(3)).toBe(3);
  });
});
