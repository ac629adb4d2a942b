import { expect, it } from "vitest";
import { keepable } from "./keepable-input.ts";

it("leaves what can be kept as it is, texts, lists, days and nothing", () => {
  const at = new Date(0);
  const input = { name: "日本の店 👩‍👩‍👧\r\n", list: ["a", 1, null, undefined, true], at, deep: { a: [{ b: "c" }] } };
  expect(keepable(input)).toEqual(input);
  expect((keepable(input) as { at: Date }).at).toBe(at);
  expect(keepable(undefined)).toBeUndefined();
});

it("takes out what no database holds, wherever it stands", () => {
  expect(keepable("a\u0000b")).toBe("ab");
  expect(keepable({ "k\u0000": ["x\ud800y", { z: "\udfff" }] })).toEqual({ k: ["x\ufffdy", { z: "\ufffd" }] });
});

it("makes no object out of a name", () => {
  const made = keepable(JSON.parse('{"__proto__": {"admin": true}}')) as { admin?: boolean };
  expect(made.admin).toBeUndefined();
});
