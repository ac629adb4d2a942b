import { expect, test } from "vitest";
import { backFillLook } from "./back-fill-words.ts";

const span = { from: "2024-12-01T00:00:00Z", until: "2026-12-01T00:00:00Z", at: "2025-12-01T00:00:00Z", token: "t" };
const progress = { done: 1204, total: null, bad: 2, span };

test.each([
  { state: "running", words: "1,204 orders coming in, as far as 2025-12-01", share: 0.5, open: true },
  { state: "paused", words: "1,204 orders paused, as far as 2025-12-01", share: 0.5, open: true },
  { state: "done", words: "1,204 orders done", share: 1, open: false },
] as const)("a back-fill that is $state says how far it came", ({ state, ...look }) => {
  expect(backFillLook({ state, progress })).toEqual({ ...look, bad: 2, paused: state === "paused" });
});

test("one that has not begun shows nothing done", () => {
  expect(backFillLook({ state: "waiting", progress: null })).toMatchObject({ words: "0 orders coming in", share: 0 });
});
