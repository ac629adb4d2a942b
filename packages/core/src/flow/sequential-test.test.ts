import { describe, expect, it } from "vitest";
import { compareArms } from "./sequential-test.ts";

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Looks after every 50 pairs, and stops at the first answer. */
function trial(random: () => number, [one, other]: readonly [number, number], pairs: number) {
  let [a, b] = [0, 0];
  for (let n = 1; n <= pairs; n += 1) {
    a += random() < one ? 1 : 0;
    b += random() < other ? 1 : 0;
    const found = n % 50 === 0 ? compareArms({ hits: a, trials: n }, { hits: b, trials: n }).answer : "not_enough_data";
    if (found !== "not_enough_data") return found;
  }
  return "not_enough_data";
}

function share(shares: readonly [number, number], answer: string, { runs, pairs }: { runs: number; pairs: number }) {
  const random = seeded(7);
  let found = 0;
  for (let run = 0; run < runs; run += 1) if (trial(random, shares, pairs) === answer) found += 1;
  return found / runs;
}

describe("two arms that are watched all the time", () => {
  it.each([0.013, 0.1, 0.5])("equal ones (%d) are told apart in at most one experiment of twenty", (rate) => {
    const wrong = 1 - share([rate, rate], "not_enough_data", { runs: 400, pairs: 4_000 });
    expect(wrong).toBeLessThanOrEqual(0.05);
  });

  it.each([
    [0.02, 0.06],
    [0.9, 0.96],
  ] as const)("%d against %d is found nearly always, and the right way round", (a, b) => {
    expect(share([a, b], "b_higher", { runs: 100, pairs: 6_000 })).toBeGreaterThan(0.95);
    expect(share([b, a], "a_higher", { runs: 100, pairs: 6_000 })).toBeGreaterThan(0.95);
  });
});

it.each([
  ["no trials", [0, 0], [10, 100]],
  ["few trials", [50, 99], [1, 99]],
  ["hardly any hits", [0, 5_000], [4, 5_000]],
] as const)("%s: not enough data yet", (_, [hits, trials], [otherHits, otherTrials]) => {
  const answer = compareArms({ hits, trials }, { hits: otherHits, trials: otherTrials });
  expect(answer.answer).toBe("not_enough_data");
});

it("the interval holds the difference and narrows", () => {
  const few = compareArms({ hits: 50, trials: 1_000 }, { hits: 60, trials: 1_000 });
  const many = compareArms({ hits: 500, trials: 10_000 }, { hits: 600, trials: 10_000 });
  expect(few.low).toBeLessThan(0.01);
  expect(few.high).toBeGreaterThan(0.01);
  expect(many.high - many.low).toBeLessThan(few.high - few.low);
});
