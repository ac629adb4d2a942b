import { KILL_POINTS } from "@heed/worker/adapters/kill-points";
import { expect, test } from "vitest";
import { fellInBetween, planKills } from "./kill-plan.ts";

test("a plan hits every point alike, and a seed replays", () => {
  const plan = planKills(70, 5);
  for (const point of KILL_POINTS) expect(plan.filter((kill) => kill.point === point)).toHaveLength(10);
  expect(planKills(70, 5)).toEqual(plan);
  expect(planKills(70, 6)).not.toEqual(plan);
});

test("only kills between intent and outcome can leave an outcome unknown", () => {
  const points = planKills(7, 1)
    .filter(fellInBetween)
    .map(({ point }) => point);
  expect(points).toEqual(["after_intent", "before_call", "after_call", "before_outcome", "after_outcome"]);
});
