import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical.ts";
import { bearerOf, sameText, sign, verify } from "./signature.ts";

const signingKey = `signkey-test-${"ab".repeat(32)}`;
const unixSeconds = 1_795_000_000;
const check = (body: string, header: string, at = unixSeconds) => verify(body, header, { signingKey, unixSeconds: at });

describe("a signature", () => {
  it("is the HMAC of body and time by the key without its prefix", () => {
    const expected = createHmac("sha256", "ab".repeat(32)).update(`{}${unixSeconds}`).digest("hex");
    expect(sign("{}", signingKey, unixSeconds)).toBe(`t=${unixSeconds}&s=${expected}`);
  });

  it("holds for five minutes to either side", () => {
    const header = sign("body", signingKey, unixSeconds);
    expect([-301, -300, 0, 300, 301].map((off) => check("body", header, unixSeconds + off))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it.each([
    ["another body", "other", sign("body", signingKey, unixSeconds)],
    ["another key", "body", sign("body", `signkey-test-${"cd".repeat(32)}`, unixSeconds)],
    ["another time", "body", sign("body", signingKey, unixSeconds).replace(`t=${unixSeconds}`, `t=${unixSeconds + 1}`)],
    ["no time", "body", "s=00"],
    ["nothing", "body", ""],
  ])("does not hold for %s", (_name, body, header) => {
    expect(check(body, header)).toBe(false);
  });

  it("has a bearer token of the same key", () => {
    const hash = createHash("sha256")
      .update(Buffer.from("ab".repeat(32), "hex"))
      .digest("hex");
    expect(bearerOf(signingKey)).toBe(`signkey-test-${hash}`);
    expect(sameText("a", "a")).toBe(true);
    expect(sameText("a", "ab")).toBe(false);
  });
});

describe("canonical JSON", () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, reversed(inner)]),
    );
  };

  it("does not depend on the order of keys and means the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value));
        expect(canonicalJson(reversed(parsed))).toBe(canonicalJson(parsed));
        expect(canonicalJson(JSON.parse(canonicalJson(parsed)))).toBe(canonicalJson(parsed));
      }),
    );
  });

  it("replaces lone surrogates, in keys too", () => {
    expect(canonicalJson({ "a\ud800": ["\udc00b", "\u{1f600}"] })).toBe('{"a\ufffd":["\ufffdb","\u{1f600}"]}');
  });
});
