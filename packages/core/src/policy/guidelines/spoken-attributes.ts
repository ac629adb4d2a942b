import type { Markup, Range } from "./parse-html.ts";

/** Attributes whose words are shown or read aloud. */
const SPOKEN = ["alt", "title", "aria-label", "placeholder", "summary"];
const MOST = 20;
const LONGEST = 500;

/** Texts that stand in attributes: what a picture's description offers is offered. */
export function spokenAttributes({ withAttributes }: Markup): readonly { text: string; range: Range }[] {
  return withAttributes
    .flatMap((element) =>
      SPOKEN.map((name) => ({
        text: (element.attributes.get(name) ?? "").slice(0, LONGEST),
        range: element.attributeRange(name),
      })),
    )
    .filter(({ text }) => text.trim() !== "")
    .slice(0, MOST);
}
