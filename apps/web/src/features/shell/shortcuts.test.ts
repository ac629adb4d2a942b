import { describe, expect, it } from "vitest";
import { matchShortcut, SHORTCUTS } from "./shortcuts.ts";

const pressed = (key: string, more = {}) => ({ key, mod: false, alt: false, inField: false, ...more });

describe("the shortcuts", () => {
  it("do not clash", () => {
    const sequences = Object.values(SHORTCUTS).map(({ keys }) => keys.join(" "));
    expect(new Set(sequences).size).toBe(sequences.length);
    const first = new Set(Object.values(SHORTCUTS).flatMap(({ keys }) => (keys.length === 2 ? [keys[0]] : [])));
    const single = Object.values(SHORTCUTS).flatMap(({ keys }) => (keys.length === 1 ? [keys[0]] : []));
    expect(single.filter((key) => first.has(key as "g"))).toEqual([]);
  });

  it("find two keys one after the other, and a single key alone", () => {
    expect(matchShortcut(pressed("o"), "g")).toBe("orders");
    expect(matchShortcut(pressed("o"), null)).toBe("openFull");
    expect(matchShortcut(pressed("K", { mod: true }), null)).toBe("menu");
  });

  it("leave fields and other combinations alone", () => {
    expect(matchShortcut(pressed("o", { inField: true }), "g")).toBeNull();
    expect(matchShortcut(pressed("j", { alt: true }), null)).toBeNull();
    expect(matchShortcut(pressed("j", { mod: true }), null)).toBeNull();
    expect(matchShortcut(pressed("k", { mod: true, inField: true }), null)).toBe("menu");
  });
});
