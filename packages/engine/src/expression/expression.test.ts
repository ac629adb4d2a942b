import { describe, expect, it } from "vitest";
import { equalitiesOf, evaluate, holds } from "./evaluate.ts";
import { parseExpression } from "./parse.ts";

const scope = {
  event: { name: "order/due", data: { id: "a", count: 3, tags: ["x", "y"], "odd key": 1, nothing: null } },
  async: { data: { id: "a", count: 4 } },
};
const value = (source: string) => evaluate(parseExpression(source), scope);

describe("an expression", () => {
  it.each([
    ["event.data.id", "a"],
    ["event.data['odd key']", 1],
    ["event.data.tags[1]", "y"],
    ["event.data.id + '-' + event.name", "a-order/due"],
    ["event.data.count + 1 == async.data.count", true],
    ["event.data.id == async.data.id && async.data.count >= 4", true],
    ["event.data.id != 'a' || !(event.data.count < 3)", true],
    ["event.data.nothing == null", true],
    ["event.data.count > -1", true],
    ["event.data.missing == 'a'", undefined],
    ["event.data.id < 3", undefined],
    ["event.data.missing == 1 || true", undefined],
    ["false && event.data.missing", false],
    ["event.__proto__", undefined],
    [String.raw`'it\'s'`, "it's"],
  ])("%s is %s", (source, expected) => {
    expect(value(source)).toEqual(expected);
  });

  it.each([
    "",
    "data.id",
    "event.",
    "size(event.data)",
    "event.data.id in ['a']",
    "event.data.id ==",
    "'open",
    "(1",
    "a ? b : c",
  ])("%s is refused", (source) => {
    expect(() => parseExpression(source)).toThrow(/outside of what this engine understands/);
  });

  it("does not hold when a path is missing", () => {
    expect(holds(parseExpression("event.data.missing != 'a'"), scope)).toBe(false);
  });

  it("yields the equalities that a waiting run can be found by", () => {
    const found = equalitiesOf(parseExpression("event.data.id == async.data.id && async.data.count == 4"));
    expect(found).toEqual([
      {
        event: { kind: "path", path: ["event", "data", "id"] },
        async: { kind: "path", path: ["async", "data", "id"] },
      },
    ]);
  });
});
