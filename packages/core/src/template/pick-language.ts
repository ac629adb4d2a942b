import type { Language } from "./template.ts";

/** Tags that mean the same written language; the value is the one that texts are kept under. */
const SAME: Readonly<Record<string, string>> = { nb: "no", nn: "no", iw: "he", in: "id" };

/** Written so differently that one does not stand in for the other. */
const SCRIPTS: Readonly<Record<string, string>> = { cn: "hans", sg: "hans", tw: "hant", hk: "hant", mo: "hant" };

/**
 * The language of the text to send to a reader of `wanted`, or null where no text is in a language they read:
 * the very tag, else the bare language, else another region of the same language. Never a different language.
 */
export function pickLanguage(wanted: Language, available: readonly Language[]): Language | null {
  const wish = readTag(wanted);
  const candidates = available.map((language) => ({ language, tag: readTag(language) }));
  const sameLanguage = candidates.filter(({ tag }) => tag.base === wish.base && tag.script === wish.script);
  const exact = sameLanguage.find(({ tag }) => tag.region === wish.region);
  const bare = sameLanguage.find(({ tag }) => tag.region === "");
  return (exact ?? bare ?? sameLanguage[0])?.language ?? null;
}

/** `en_US`, `en-us` and `EN-US` as `en-US`, the form of BCP 47. */
export function normalizeLanguage(tag: string): Language {
  const [base = "", ...rest] = tag.trim().split(/[-_]/);
  const parts = rest.map((part) => {
    if (part.length === 4) {
      return part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
    }
    return part.length === 2 ? part.toUpperCase() : part.toLowerCase();
  });
  return [base.toLowerCase(), ...parts].join("-");
}

function readTag(tag: string): { base: string; script: string; region: string } {
  const [base = "", ...rest] = tag.toLowerCase().trim().split(/[-_]/);
  const region = rest.find((part) => part.length === 2 || part.length === 3) ?? "";
  const script = rest.find((part) => part.length === 4) ?? (base === "zh" ? (SCRIPTS[region] ?? "hans") : "");
  return { base: SAME[base] ?? base, script, region };
}
