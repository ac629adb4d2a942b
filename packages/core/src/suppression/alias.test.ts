import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { aliasDomain, isAlias, isNeverMailed, marketplaceOfAlias, maskAlias, normalizeAlias } from "./alias.ts";

const shared = new URL("../../../../../shared/spec/marketplaces.json", import.meta.url);
const facts = z.object({
  proxy_regex: z.string(),
  marketplaces: z.array(z.object({ marketplaceId: z.string(), proxy_mail_domain_expected: z.string() })),
});

describe("an alias", () => {
  it.each([
    ["A1B2C3d4e5f6g7h@Marketplace.Amazon.DE", "a1b2c3d4e5f6g7h@marketplace.amazon.de"],
    ["abcdefghijklmno+A00135411ZI2YBJ2DU9VJ@marketplace.amazon.co.jp", "abcdefghijklmno@marketplace.amazon.co.jp"],
    [" abcdefghijklmno@m.marketplace.amazon.co.jp ", "abcdefghijklmno@m.marketplace.amazon.co.jp"],
  ])("%s is kept as %s", (address, kept) => {
    expect(isAlias(address)).toBe(true);
    expect(normalizeAlias(address)).toBe(kept);
  });

  it.each([
    "a@example.com",
    "@marketplace.amazon.de",
    "a b@marketplace.amazon.de",
    "a@marketplace.amazon.xx",
    "a@marketplace.amazon.de.example",
    "a@x.marketplace.amazon.de",
    "+a@marketplace.amazon.de",
    "",
    `${"a".repeat(300)}@marketplace.amazon.de`,
  ])("%j is none", (address) => {
    expect(isAlias(address)).toBe(false);
    expect(marketplaceOfAlias(address)).toBeNull();
  });

  it("tells its marketplace", () => {
    expect(marketplaceOfAlias("a1b2c3@marketplace.amazon.com.br")).toBe("A2Q3Y263D00KWC");
    expect(aliasDomain("A2Q3Y263D00KWC")).toBe("marketplace.amazon.com.br");
    expect(aliasDomain("UNKNOWN")).toBeNull();
  });

  it.each([
    ["a1b2c3d4e5f6g9z@marketplace.amazon.de", "a1…9z@marketplace.amazon.de"],
    ["a1b2c3@marketplace.amazon.de", "…@marketplace.amazon.de"],
    ["no address", "no…ss"],
  ])("%s is shown as %s", (address, shown) => {
    expect(maskAlias(address)).toBe(shown);
  });

  it("of Amazon Business in Europe is never written to", () => {
    expect(isNeverMailed("no-reply-amazon-iba-buyer@marketplace.amazon.it")).toBe(true);
    expect(isNeverMailed("no-reply-amazon-iba-buyer+x@marketplace.amazon.it")).toBe(true);
    expect(isNeverMailed("a1b2c3d4e5f6g7h@marketplace.amazon.it")).toBe(false);
  });

  it("keeps its form when normalised twice, whatever it was", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => normalizeAlias(normalizeAlias(address)) === normalizeAlias(address)),
    );
  });
});

describe("the published facts (else shared-missing)", () => {
  it.skipIf(!existsSync(shared))("name the same domains and accept the same addresses", () => {
    const { proxy_regex: expression, marketplaces } = facts.parse(JSON.parse(readFileSync(shared, "utf8")));
    const published = new RegExp(expression);
    for (const { marketplaceId, proxy_mail_domain_expected: domain } of marketplaces) {
      expect(aliasDomain(marketplaceId)).toBe(domain);
      expect(published.test(`a1b2c3@${domain}`) && isAlias(`a1b2c3@${domain}`)).toBe(true);
    }
  });
});
