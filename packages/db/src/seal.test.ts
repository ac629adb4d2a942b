import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buyerKey, buyerKeys, type KeyRing, open, openBytes, parseKeyRing, seal } from "./seal.ts";

const key = () => randomBytes(32).toString("base64");
const keys = { a: key(), b: key() };
const ringOf = (active: string, some: Record<string, string> = keys): KeyRing =>
  parseKeyRing(JSON.stringify({ active, keys: some }));
const ring = ringOf("a");
const place = { table: "order", column: "alias", tenantId: "t1", rowId: "r1" };

describe("parseKeyRing", () => {
  it.each([
    ["not json", "not JSON"],
    ["[]", "expected"],
    ['{"active":"a"}', "expected"],
    [`{"active":"c","keys":{"a":"${keys.a}"}}`, '"active"'],
    ['{"active":"a","keys":{"a":"c2hvcnQ="}}', "32 bytes"],
    [`{"active":"a.b","keys":{"a.b":"${keys.a}"}}`, "key ids"],
  ])("refuses %s and says why", (json, reason) => {
    expect(() => parseKeyRing(json)).toThrow(reason);
  });

  it("never repeats a key in its message", () => {
    const bad = `AAAA${keys.a}`;
    expect(() => parseKeyRing(`{"active":"a","keys":{"a":"${bad}"}}`)).toThrow(expect.not.stringContaining(bad));
  });
});

describe("seal", () => {
  it("opens what it sealed, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => open(ring, place, seal(ring, place, text)) === text),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) =>
        Buffer.from(openBytes(ring, place, seal(ring, place, bytes))).equals(bytes),
      ),
    );
  });

  it("has the form v1.keyId.nonce.ciphertext.tag and never repeats itself", () => {
    const value = seal(ring, place, "x");
    expect(value).toMatch(/^v1\.a\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/);
    expect(seal(ring, place, "x")).not.toBe(value);
  });

  it.each(["table", "column", "tenantId", "rowId"] as const)("opens nowhere else: another %s", (field) => {
    const value = seal(ring, place, "secret");
    expect(() => open(ring, { ...place, [field]: "other" }, value)).toThrow("does not open");
  });

  it("opens with a retired key, and not without it", () => {
    const value = seal(ring, place, "old");
    expect(open(ringOf("b"), place, value)).toBe("old");
    expect(() => open(ringOf("b", { b: keys.b }), place, value)).toThrow("missing");
  });

  it.each(["", "v1", "v2.a.b.c.d", "v1.a..c.d", "v1.a.AAAA.AAAA.AAAA"])("refuses the malformed value '%s'", (value) => {
    expect(() => open(ring, place, value)).toThrow();
  });

  it("notices any changed character", () => {
    const value = seal(ring, place, "secret");
    const [, , , ciphertext = "", tag = ""] = value.split(".");
    const flip = (part: string) => (part.startsWith("A") ? `B${part.slice(1)}` : `A${part.slice(1)}`);
    expect(() => open(ring, place, value.replace(ciphertext, flip(ciphertext)))).toThrow();
    expect(() => open(ring, place, value.replace(tag, flip(tag)))).toThrow();
  });
});

describe("buyerKey", () => {
  const alias = "a1b2c3d4e5f6g7h@marketplace.amazon.de";

  it("is the same for one buyer however the alias is written, and different for tenants", () => {
    const same = buyerKey(ring, "t1", "A1B2C3D4E5F6G7H+1234@Marketplace.Amazon.de ");
    expect(Buffer.from(same.key)).toEqual(Buffer.from(buyerKey(ring, "t1", alias).key));
    expect(Buffer.from(buyerKey(ring, "t2", alias).key)).not.toEqual(Buffer.from(same.key));
  });

  it("is looked up with every key of the ring, the active one first", () => {
    const found = buyerKeys(ringOf("b"), "t1", alias);
    expect(found.map(({ keyId }) => keyId)).toEqual(["b", "a"]);
    expect(Buffer.from(found[1]?.key ?? [])).toEqual(Buffer.from(buyerKey(ring, "t1", alias).key));
  });
});
