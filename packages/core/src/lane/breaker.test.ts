import { expect, it } from "vitest";
import { openSeconds } from "./breaker.ts";

it.each([
  [0, null],
  [4, null],
  [5, 60],
  [6, 120],
  [9, 960],
  [10, 1800],
  [1000, 1800],
])("after %i failures in a row a store is left alone for %s seconds", (failures, seconds) => {
  expect(openSeconds(failures)).toBe(seconds);
});
