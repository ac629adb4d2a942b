import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeJson } from "./decode-json.ts";

test("integers that a double cannot hold stay as they were written", () => {
  const text =
    '{"a":9007199254740993,"b":[12345678901234567890,1.5,7],"c":"9007199254740993","d":-9007199254740993,"e":1e20}';
  expect(decodeJson(Buffer.from(text))).toEqual({
    a: "9007199254740993",
    b: ["12345678901234567890", 1.5, 7],
    c: "9007199254740993",
    d: "-9007199254740993",
    e: 1e20,
  });
});

test("everything else is what JSON.parse reads", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      fc.pre(!/[^.\d]\d{16}/.test(text));
      expect(decodeJson(Buffer.from(text))).toEqual(JSON.parse(text));
    }),
  );
});

test.each(["", "<html>", '{"a":', "NaN"])("%j is refused", (text) => {
  expect(() => decodeJson(Buffer.from(text))).toThrow(SyntaxError);
});

test("bytes that are no UTF-8 are refused", () => {
  expect(() => decodeJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow(TypeError);
});
