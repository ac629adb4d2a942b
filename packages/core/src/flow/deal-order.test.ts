import { expect, it } from "vitest";
import { dealOrder } from "./deal-order.ts";

const experiment = {
  key: "delay",
  holdOut: 20,
  arms: [
    { stepKey: "a", share: 75 },
    { stepKey: "b", share: 25 },
  ],
};
const ids = Array.from({ length: 20_000 }, (_, n) => `111-${1_000_000 + n}-${String(7_654_321 - n)}`);

it("deals by the shares, to within three standard errors, although the ids are consecutive", () => {
  const counts = new Map<string | null, number>();
  for (const id of ids) {
    const { stepKey } = dealOrder(experiment, id);
    counts.set(stepKey, (counts.get(stepKey) ?? 0) + 1);
  }
  for (const [key, share] of [
    [null, 0.2],
    ["a", 0.6],
    ["b", 0.2],
  ] as const) {
    const spread = 3 * Math.sqrt((share * (1 - share)) / ids.length);
    expect(Math.abs((counts.get(key) ?? 0) / ids.length - share)).toBeLessThan(spread);
  }
});

it("is the same for the same order, and another experiment deals anew", () => {
  const first = ids.map((id) => dealOrder(experiment, id).stepKey);
  const again = ids.toReversed().map((id) => dealOrder(experiment, id).stepKey);
  expect(again.toReversed()).toEqual(first);
  const other = {
    ...experiment,
    key: "text",
    arms: [
      { stepKey: "a", share: 50 },
      { stepKey: "b", share: 50 },
    ],
    holdOut: 0,
  };
  const half = { ...other, key: "delay" };
  const same = ids.filter((id) => dealOrder(half, id).stepKey === dealOrder(other, id).stepKey).length / ids.length;
  expect(Math.abs(same - 0.5)).toBeLessThan(0.02);
});
