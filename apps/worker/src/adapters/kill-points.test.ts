import { describe, expect, it } from "vitest";
import { KILL_POINTS, killPoints, noKillPoints } from "./kill-points.ts";

function countKills(spec: string) {
  let kills = 0;
  const points = killPoints(spec, () => {
    kills += 1;
  });
  return { points, kills: () => kills };
}

describe("kill points", () => {
  it.each(KILL_POINTS)("%s:3 kills at the third pass of that point, once", (point) => {
    const { points, kills } = countKills(`${point}:3`);
    for (const other of KILL_POINTS.filter((name) => name !== point)) points.pass(other);
    points.pass(point);
    points.pass(point);
    expect(kills()).toBe(0);
    points.pass(point);
    expect(kills()).toBe(1);
    for (let pass = 0; pass < 10; pass += 1) points.pass(point);
    expect(kills()).toBe(1);
  });

  it("without a number means the first pass; several points count each on its own", () => {
    const { points, kills } = countKills("after_call,before_intent:2");
    points.pass("before_intent");
    expect(kills()).toBe(0);
    points.pass("after_call");
    points.pass("before_intent");
    expect(kills()).toBe(2);
  });

  it.each(["somewhere:1", "after_call:0", "after_call:x", "", "after_call:1.5"])("refuses %j by name", (spec) => {
    expect(() => killPoints(spec)).toThrow("HEED_KILL_POINT");
  });

  it("are passed without effect where none is asked for", () => {
    for (const point of KILL_POINTS) noKillPoints.pass(point);
  });
});
