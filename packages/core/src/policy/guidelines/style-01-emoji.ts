import type { GuidelineRule } from "../finding.ts";
import { CONTENT_LIST, findAll, report } from "./report.ts";

/**
 * Pictographs, flags, keycaps. Unicode counts a few plain signs among pictographs (© ® ™, arrows, ‼, ㊗): they are
 * text unless a variation selector asks for the picture.
 */
const EMOJI =
  /(?:[0-9#*]\ufe0f?\u20e3|\p{Regional_Indicator}{1,2}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|(?![©®™‼⁉ℹ↔-↪〰〽㊗㊙Ⓜ▪▫▶◀◻◼⤴⤵⬅-⬇])\p{Extended_Pictographic})(?:\p{Emoji_Modifier}|\ufe0e|\ufe0f)?(?:\u200d\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)?){0,6}/gu;

export const noEmoji: GuidelineRule = {
  id: "STYLE-01",
  severity: "block",
  title: "No emojis",
  source: CONTENT_LIST,
  languages: "all",
  check(message, markup) {
    const complaint = "Emojis are not allowed.";
    return [
      ...findAll(EMOJI, message.subject).map(({ range }) =>
        report(this, { message: complaint, range, part: "subject", fix: "" }),
      ),
      ...findAll(EMOJI, markup.text.value).map(({ range }) =>
        report(this, { message: complaint, range: markup.text.rangeOf(range.from, range.to), fix: "" }),
      ),
      ...markup.elements.flatMap((element) =>
        ["alt", "title"]
          .filter((name) => findAll(EMOJI, element.attributes.get(name) ?? "").length > 0)
          .map((name) => report(this, { message: complaint, range: element.attributeRange(name) })),
      ),
    ];
  },
};
