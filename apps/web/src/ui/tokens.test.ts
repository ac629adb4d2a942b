import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "tokens.css"), "utf8");

type Theme = ReadonlyMap<string, number>;

/** Luminance by token, after WCAG 2.2, from the OKLCH values of one theme. */
function themeOf(selector: string): Theme {
  const block = new RegExp(`${selector.replace(".", "\\.")} \\{([^}]*)\\}`).exec(css)?.[1] ?? "";
  const values = [...block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g)];
  return new Map(values.map(([, name = "", l, c, h]) => [name, luminance(Number(l), Number(c), Number(h))]));
}

function luminance(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
  const inGamut = (value: number) => Math.min(1, Math.max(0, value));
  return 0.2126 * inGamut(red) + 0.7152 * inGamut(green) + 0.0722 * inGamut(blue);
}

function contrast(theme: Theme, text: string, ground: string): number {
  const [one, two] = [theme.get(text), theme.get(ground)];
  if (one === undefined || two === undefined) throw new Error(`no token ${text} or ${ground}`);
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ["ink", ["canvas", "surface", "sunken", "hover", "accent-soft"]],
  ["ink-2", ["canvas", "surface", "sunken", "hover", "accent-soft"]],
  ["ink-3", ["canvas", "surface", "sunken", "hover"]],
  ["accent", ["surface", "canvas", "accent-soft"]],
  ["on-accent", ["accent", "accent-hover"]],
  ["on-refused", ["refused"]],
  ["reached", ["surface", "reached-soft"]],
  ["waiting", ["surface", "waiting-soft"]],
  ["refused", ["surface", "canvas", "refused-soft"]],
];
const MARKS = ["mark-reached", "mark-waiting", "mark-refused", "mark-rule", "control", "ring", "series-1"];

describe.each([":root", ".dark"])("the colours of %s", (selector) => {
  const theme = themeOf(selector);

  it.each(TEXTS.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    "%s can be read on %s (4.5)",
    (text, ground) => {
      expect(contrast(theme, text, ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(MARKS)("%s can be seen on the surface (3)", (mark) => {
    expect(contrast(theme, mark, "surface")).toBeGreaterThanOrEqual(3);
  });
});
