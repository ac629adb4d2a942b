import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { cleanName, slugOf } from "./name.ts";

const STRINGS = new URL("../../../../../shared/corpus/strings/blns.json", import.meta.url);

describe("a name", () => {
  it.each([
    ["  Acme   GmbH ", "Acme GmbH"],
    ["日本の店", "日本の店"],
    ["क्‍ष", "क्‍ष"],
    ["Eve\u202egnp.exe", "Evegnp.exe"],
    ["a\u0000b\nc", "ab c"],
    ["\u200b\ufeff", null],
    ["   ", null],
    [`H${"\u0317".repeat(50)}i`, `H${"\u0317".repeat(3)}i`],
    ["<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["x".repeat(200), "x".repeat(80)],
    ["👩‍👩‍👧 toys", "👩‍👩‍👧 toys"],
  ])("typed as %j is kept as %j", (typed, kept) => expect(cleanName(typed)).toBe(kept));

  it.skipIf(!existsSync(STRINGS))(
    "of any string that breaks programs is one readable line or nothing (else shared-missing)",
    () => {
      const strings = z.array(z.string()).parse(JSON.parse(readFileSync(STRINGS, "utf8")));
      expect(strings.length).toBeGreaterThan(400);
      for (const typed of strings) {
        const name = cleanName(typed);
        if (name === null) continue;
        expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect([...name].length).toBeLessThanOrEqual(80);
        expect(cleanName(name)).toBe(name);
      }
    },
  );
});

describe("the address of a workspace", () => {
  it.each([
    ["Café Zürich GmbH", "cafe-zurich-gmbh"],
    ["--A & B--", "a-b"],
    ["日本の店", ""],
    ["../../etc", "etc"],
  ])("called %s is %s", (name, slug) => expect(slugOf(name)).toBe(slug));
});
