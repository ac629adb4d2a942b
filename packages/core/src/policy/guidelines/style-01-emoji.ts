import type { GuidelineRule } from "../finding.ts";
import { CONTENT_LIST, findAll, report } from "./report.ts";

/**
 * Pictographs, flags, keycaps. Unicode counts a few plain signs among pictographs (© ® ™, arrows, ‼, ㊗): they are
 * text unless a variation selector asks for the picture.
 */
const EMOJI =
  /(?:[0-9#*]\ufe0f?\u20e3|\p{Regional_Indicator}{1,2}|\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|(?![©®™‼⁉ℹ↔-↪〰〽㊗㊙Ⓜ▪▫▶◀◻◼⤴⤵⬅-⬇])\p{Extended_Pictographic})(?:\p{Emoji_Modifier}|\ufe0e|\ufe0f)?(?:\u200d\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)?){0,6}/gu;

/** Where emojis stand in Unicode, roughly: one cheap look spares most texts the expression above. */
const MAY_BE_EMOJI =
  /\u20e3|\ufe0f|[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\ud83c-\ud83f]/;
/** The first sign that is an emoji by itself or with a selector after it: texts below it are not searched. */
const FIRST_EMOJI = 0x203c;

const TEXT_ATTRIBUTES = ["alt", "title", "aria-label", "placeholder"];

export const noEmoji: GuidelineRule = {
  id: "STYLE-01",
  class: "prohibited-style",
  severity: "block",
  title: "No emojis",
  source: CONTENT_LIST,
  languages: "all",
  check(message, markup, wording) {
    if (markup.withAttributes.length === 0 && wording.readings.every(({ folded }) => folded.highest < FIRST_EMOJI)) {
      return [];
    }
    const complaint = "Emojis are not allowed.";
    return [
      ...findEmojis(message.subject).map(({ range }) =>
        report(this, { message: complaint, range, part: "subject", fix: "" }),
      ),
      ...findEmojis(markup.text.value).map(({ range }) =>
        report(this, { message: complaint, range: markup.text.rangeOf(range.from, range.to), fix: "" }),
      ),
      ...markup.withAttributes.flatMap((element) =>
        TEXT_ATTRIBUTES.filter((name) => findEmojis(element.attributes.get(name) ?? "").length > 0).map((name) =>
          report(this, { message: complaint, range: element.attributeRange(name) }),
        ),
      ),
    ];
  },
};

function findEmojis(text: string): ReturnType<typeof findAll> {
  return MAY_BE_EMOJI.test(text) ? findAll(EMOJI, text) : [];
}
